// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/settings/settingsdialog.h"

#include "ui/themecontroller.h"

#include <QAccessible>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QSize wantedSize(600, 560);
constexpr int percents[] = {90, 100, 110, 125, 150, 175, 200};

void select(QComboBox &box, const QVariant &value)
{
    const QSignalBlocker blocker(box);
    box.setCurrentIndex(qMax(0, box.findData(value)));
}

} // namespace

SettingsDialog::SettingsDialog(ThemeController &theme, Settings &settings, QWidget *window)
    : SheetDialog(tr("Settings"), theme, window)
    , m_controller(theme)
    , m_settings(settings)
    , m_rows(new QGridLayout)
{
    setObjectName(u"settingsDialog"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 8, 0);
    column->addLayout(m_rows);
    column->addStretch(1);
    m_rows->setHorizontalSpacing(24);
    m_rows->setVerticalSpacing(2);
    m_rows->setColumnStretch(0, 1);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it has the focus
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    body().addWidget(scroll, 1);
    buildLook();
    buildRequests();
    buildForget();
    refresh();
    setWantedSize(wantedSize);
}

SettingsDialog::~SettingsDialog() = default;

void SettingsDialog::addRow(const QString &label, const QString &note, QWidget &field)
{
    const int row = m_rows->rowCount();
    auto *name = new QLabel(label, this);
    name->setBuddy(&field);
    auto *words = new QLabel(note, this);
    words->setProperty("kind", u"muted"_s);
    words->setWordWrap(true);
    words->setContentsMargins(0, 0, 0, 14);
    field.setAccessibleName(label);
    field.setAccessibleDescription(note);
    m_rows->addWidget(name, row, 0);
    m_rows->addWidget(&field, row, 1, 2, 1, Qt::AlignTop);
    m_rows->addWidget(words, row + 1, 0);
}

QComboBox *SettingsDialog::addChoice(const QString &label, const QString &note,
                                     const QList<std::pair<QString, QVariant>> &values)
{
    auto *box = new QComboBox(this);
    box->setFocusPolicy(Qt::StrongFocus); // the wheel scrolls the dialog, not what it passes over
    for (const auto &[name, value] : values)
        box->addItem(name, value);
    addRow(label, note, *box);
    return box;
}

void SettingsDialog::buildLook()
{
    m_theme = addChoice(tr("Theme"), tr("Light or dark; the desktop says which unless you do."),
                        {{tr("As the desktop"), int(ThemeMode::System)},
                         {tr("Light"), int(ThemeMode::Light)},
                         {tr("Dark"), int(ThemeMode::Dark)}});
    m_contrast =
        addChoice(tr("Contrast"), tr("High: all text at least 7:1 against its ground, and lines that are seen."),
                  {{tr("As the desktop"), int(ContrastMode::System)},
                   {tr("Normal"), int(ContrastMode::Normal)},
                   {tr("High"), int(ContrastMode::High)}});
    QList<std::pair<QString, QVariant>> sizes;
    for (const int percent : percents)
        sizes.append({tr("%1 %").arg(percent), percent});
    m_textSize =
        addChoice(tr("Text size"), tr("Of the whole window. Ctrl+Plus and Ctrl+Minus change the page alone."), sizes);
    m_motion = addChoice(tr("Motion"), tr("Reduced: the stage shows stills, and nothing slides."),
                         {{tr("As the desktop"), int(MotionMode::System)},
                          {tr("Full"), int(MotionMode::Full)},
                          {tr("Reduced"), int(MotionMode::Reduced)}});
    connect(m_theme, &QComboBox::currentIndexChanged, this,
            [this] { emit themeModeChosen(ThemeMode(m_theme->currentData().toInt())); });
    connect(m_contrast, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setContrastMode(ContrastMode(m_contrast->currentData().toInt()));
        m_controller.setContrastMode(m_settings.contrastMode());
    });
    connect(m_textSize, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setTextScale(m_textSize->currentData().toInt() / 100.0);
        m_controller.setTextScale(m_settings.textScale());
    });
    connect(m_motion, &QComboBox::currentIndexChanged, this, [this] {
        m_settings.setMotionMode(MotionMode(m_motion->currentData().toInt()));
        m_controller.setMotionMode(m_settings.motionMode());
    });
}

void SettingsDialog::buildRequests()
{
    m_timeout = new QSpinBox(this);
    m_timeout->setRange(1, 600);
    m_timeout->setSuffix(tr(" s"));
    m_timeout->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_timeout->setFocusPolicy(Qt::StrongFocus);
    addRow(tr("Timeout"), tr("For each hop, from sending to the last byte of the answer."), *m_timeout);
    connect(m_timeout, &QSpinBox::valueChanged, this,
            [this](int seconds) { m_settings.setHopTimeout(seconds * 1000); });
}

void SettingsDialog::buildForget()
{
    m_forget = new QPushButton(tr("Forget…"), this);
    m_forget->setObjectName(u"forget"_s);
    m_forget->setAutoDefault(false);
    addRow(
        tr("What Detour remembers"),
        tr("Settings, sizes of the window, the last page, recent traces and actions, what was sent, what you learned."),
        *m_forget);
    m_question = new QWidget(this);
    auto *across = new QHBoxLayout(m_question);
    across->setContentsMargins(0, 0, 0, 0);
    auto *words = new QLabel(tr("Forget all of it? This cannot be undone. Saved trace files stay."), m_question);
    words->setWordWrap(true);
    auto *really = new QPushButton(tr("Forget all"), m_question);
    really->setObjectName(u"forgetAll"_s);
    really->setAutoDefault(false);
    m_keep = new QPushButton(tr("Keep it"), m_question);
    m_keep->setProperty("kind", u"primary"_s);
    m_keep->setAutoDefault(false);
    across->addWidget(words, 1);
    across->addWidget(really);
    across->addWidget(m_keep);
    m_told = new QLabel(this);
    m_told->setObjectName(u"forgetTold"_s);
    m_told->setProperty("kind", u"ok"_s);
    m_told->setWordWrap(true);
    m_told->hide();
    const int row = m_rows->rowCount();
    m_rows->addWidget(m_question, row, 0, 1, 2);
    m_rows->addWidget(m_told, row + 1, 0, 1, 2);
    m_question->hide();
    connect(m_forget, &QPushButton::clicked, this, [this] { askToForget(true); });
    connect(m_keep, &QPushButton::clicked, this, [this] { askToForget(false); });
    connect(really, &QPushButton::clicked, this, &SettingsDialog::forget);
}

void SettingsDialog::askToForget(bool asks)
{
    m_told->hide();
    m_question->setVisible(asks);
    m_forget->setEnabled(!asks);
    (asks ? m_keep : m_forget)->setFocus(Qt::OtherFocusReason);
}

void SettingsDialog::forget()
{
    m_settings.forgetAll();
    emit forgotten();
    m_controller.takeFrom(m_settings);
    refresh();
    askToForget(false);
    m_told->setText(tr("Forgotten. Detour looks and works as at its first start."));
    m_told->show();
    QAccessibleEvent event(m_told, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

qreal SettingsDialog::nextTextScale(qreal scale, int direction)
{
    const int percent = qRound(scale * 100);
    if (direction > 0) {
        const auto *larger = std::upper_bound(std::begin(percents), std::end(percents), percent);
        return (larger == std::end(percents) ? percent : *larger) / 100.0;
    }
    const auto *here = std::lower_bound(std::begin(percents), std::end(percents), percent);
    return (here == std::begin(percents) ? percent : *(here - 1)) / 100.0;
}

void SettingsDialog::refresh()
{
    select(*m_theme, int(m_settings.themeMode()));
    select(*m_contrast, int(m_settings.contrastMode()));
    select(*m_motion, int(m_settings.motionMode()));
    const int percent = qRound(m_settings.textScale() * 100);
    if (m_textSize->findData(percent) < 0)
        m_textSize->addItem(tr("%1 %").arg(percent), percent); // written by hand
    select(*m_textSize, percent);
    const QSignalBlocker blocker(m_timeout);
    m_timeout->setValue(m_settings.hopTimeout() / 1000);
}

} // namespace Detour
