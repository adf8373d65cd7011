// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/inspectortools.h"

#include "semantics/safetext.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype mostMenuFields = 200;
constexpr int oneLine = 24;

QToolButton *quietButton(QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setProperty("kind", u"quiet"_s);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

ChoiceButtons::ChoiceButtons(const QString &accessibleName, QWidget *parent)
    : QWidget(parent)
    , m_row(new QHBoxLayout(this))
{
    setAccessibleName(accessibleName);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(2);
}

void ChoiceButtons::setChoices(const QStringList &names)
{
    if (names == choices())
        return;
    qDeleteAll(m_buttons);
    m_buttons.clear();
    for (const QString &name : names) {
        QToolButton *button = quietButton(this);
        button->setProperty("kind", u"choice"_s);
        button->setText(name);
        button->setAccessibleName(accessibleName() + u": "_s + name);
        button->setCheckable(true);
        const int choice = int(m_buttons.size());
        connect(button, &QToolButton::clicked, this, [this, choice] {
            setChosen(choice);
            emit chosenByHand(choice);
        });
        m_row->addWidget(button);
        m_buttons.append(button);
    }
    setVisible(names.size() > 1);
    setChosen(qMin(m_chosen, int(names.size()) - 1));
}

QStringList ChoiceButtons::choices() const
{
    QStringList names;
    for (const QToolButton *button : m_buttons)
        names.append(button->text());
    return names;
}

void ChoiceButtons::setChosen(int choice)
{
    m_chosen = qMax(0, choice);
    for (int i = 0; i < m_buttons.size(); ++i)
        m_buttons.at(i)->setChecked(i == m_chosen);
}

InspectorTools::InspectorTools(QWidget *parent)
    : QWidget(parent)
    , m_sides(new ChoiceButtons(tr("Whose body"), this))
    , m_forms(new ChoiceButtons(tr("Shown as"), this))
    , m_summary(new ElidedLabel(this))
    , m_copy(quietButton(this))
    , m_save(quietButton(this))
    , m_menu(new QMenu(this))
{
    m_copy->setText(tr("Copy"));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setMenu(m_menu);
    m_copy->setPopupMode(QToolButton::InstantPopup);
    m_summary->setProperty("kind", u"muted"_s);
    m_summary->setMaximumHeight(Theme::scaled(oneLine));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 8, 0);
    row->setSpacing(8);
    row->addWidget(m_sides);
    row->addWidget(m_forms);
    row->addWidget(m_summary, 1);
    row->addWidget(m_save);
    row->addWidget(m_copy);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(m_menu, &QMenu::aboutToShow, this, &InspectorTools::fillCopyMenu);
    connect(m_save, &QToolButton::clicked, this, &InspectorTools::saveRequested);
}

void InspectorTools::setTheme(const Theme &theme)
{
    m_copy->setIcon(makeIcon(Icon::Copy, theme.muted, theme.edge));
    m_summary->setFont(Theme::textFont(12));
    m_summary->setMaximumHeight(Theme::scaled(oneLine));
}

void InspectorTools::setSummary(const QString &text)
{
    m_summary->setText(text);
}

void InspectorTools::setSaveText(const QString &text)
{
    m_save->setText(text);
    m_save->setVisible(!text.isEmpty());
}

void InspectorTools::setCopyable(const QString &whole, const FieldList &fields)
{
    m_whole = whole;
    m_fields = fields;
    m_copy->setVisible(!whole.isEmpty());
}

void InspectorTools::fillCopyMenu()
{
    m_menu->clear();
    m_menu->addAction(tr("Copy the selection"), this, &InspectorTools::copySelectionRequested);
    m_menu->addAction(m_whole, this, &InspectorTools::copyWholeRequested);
    if (m_fields.isEmpty())
        return;
    QMenu *values = m_menu->addMenu(tr("Copy the value of"));
    qsizetype shown = 0;
    for (const Field &field : m_fields) {
        if (++shown > mostMenuFields)
            break;
        QString name = wireText(field.name, 60);
        values->addAction(name.replace(u'&', u"&&"_s), this,
                          [this, value = safeText(field.value)] { emit copyTextRequested(value); });
    }
}

} // namespace Detour
