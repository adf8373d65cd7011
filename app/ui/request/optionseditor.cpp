// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/optionseditor.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QRadioButton>
#include <QScreen>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int longestTimeout = 3600;
constexpr int mostRedirects = 10'000;
constexpr int indent = 24; ///< of an explanation below its switch

struct OptionSwitch
{
    const char *id; ///< object name
    const char *title;
    const char *note;
    bool RequestDraft::*member;
    bool usual;
    const char *changed; ///< in a few words, where it is not as usual
};

constexpr OptionSwitch switches[] = {
    {"locationTrusted", QT_TRANSLATE_NOOP("OptionsEditor", "Send credentials on to other origins"),
     QT_TRANSLATE_NOOP("OptionsEditor", "Every host that a redirect names gets Authorization and Cookie, as with curl "
                                        "--location-trusted."),
     &RequestDraft::locationTrusted, false, QT_TRANSLATE_NOOP("OptionsEditor", "trusted origins")},
    {"verifiesTls", QT_TRANSLATE_NOOP("OptionsEditor", "Verify TLS certificates"),
     QT_TRANSLATE_NOOP("OptionsEditor", "Without it, anyone on the way could answer in the server’s place."),
     &RequestDraft::verifiesTls, true, QT_TRANSLATE_NOOP("OptionsEditor", "TLS not verified")},
    {"keepsCookies", QT_TRANSLATE_NOOP("OptionsEditor", "Keep cookies"),
     QT_TRANSLATE_NOOP("OptionsEditor",
                       "What Set-Cookie says on one hop goes along on the next, until the trace ends."),
     &RequestDraft::keepsCookies, false, QT_TRANSLATE_NOOP("OptionsEditor", "cookies kept")},
    {"remembers", QT_TRANSLATE_NOOP("OptionsEditor", "Remember redirects and answers"),
     QT_TRANSLATE_NOOP("OptionsEditor", "As a browser’s cache does, from trace to trace; strict hosts (HSTS), too."),
     &RequestDraft::remembers, false, QT_TRANSLATE_NOOP("OptionsEditor", "remembers")},
};

/// On a lower screen the notes are tool tips: with them the editor would be higher than the screen.
constexpr int leastScreenForNotes = 700;

QString tr(const char *text)
{
    return QCoreApplication::translate("OptionsEditor", text);
}

int secondsOf(std::chrono::milliseconds time)
{
    return int(std::chrono::ceil<std::chrono::seconds>(time).count());
}

QLabel *makeHeading(const QString &text, QWidget *parent)
{
    auto *heading = new QLabel(text, parent);
    heading->setProperty("kind", u"heading"_s);
    return heading;
}

} // namespace

OptionsEditor::OptionsEditor(const Theme &theme, const RequestDraft &draft, Usual usual, QWidget *anchor)
    : EditorPopup(theme, tr("Options"), anchor)
    , m_draft(draft)
{
    setWantedWidth(440);
    addLimit(usual.clientLimit);
    addSwitches();
    addTimeout(usual.timeout);
}

void OptionsEditor::open()
{
    for (auto *choice : findChildren<QRadioButton *>()) {
        if (choice->isChecked()) {
            EditorPopup::open(choice);
            return;
        }
    }
    EditorPopup::open(m_byClient);
}

void OptionsEditor::setLimit(std::optional<int> limit)
{
    m_draft.redirectLimit = limit;
    m_limit->setEnabled(limit && *limit >= 0);
    emit edited(m_draft);
}

void OptionsEditor::addLimit(int clientLimit)
{
    column()->addWidget(makeHeading(tr("Redirects that are followed"), this));
    m_byClient = new QRadioButton(clientLimit < 0 ? tr("As the client does: without a limit")
                                                  : tr("As the client does: at most %1").arg(clientLimit),
                                  this);
    auto *atMost = new QRadioButton(tr("At most"), this);
    auto *unlimited = new QRadioButton(tr("Without a limit"), this);
    m_limit = new QSpinBox(this);
    m_limit->setButtonSymbols(QSpinBox::NoButtons);
    m_limit->setRange(0, mostRedirects);
    m_limit->setAccessibleName(tr("Most redirects that are followed"));
    m_limit->setValue(m_draft.redirectLimit.value_or(clientLimit) < 0 ? 20
                                                                      : m_draft.redirectLimit.value_or(clientLimit));
    m_byClient->setObjectName(u"limitByClient"_s);
    atMost->setObjectName(u"limitAtMost"_s);
    unlimited->setObjectName(u"limitNone"_s);
    m_limit->setObjectName(u"limit"_s);
    auto *group = new QButtonGroup(this);
    for (QRadioButton *button : {m_byClient, atMost, unlimited})
        group->addButton(button);
    QRadioButton *checked = !m_draft.redirectLimit ? m_byClient : *m_draft.redirectLimit < 0 ? unlimited : atMost;
    checked->setChecked(true);
    m_limit->setEnabled(checked == atMost);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(atMost);
    row->addWidget(m_limit);
    row->addStretch(1);
    column()->addWidget(m_byClient);
    column()->addLayout(row);
    column()->addWidget(unlimited);
    connect(m_byClient, &QRadioButton::clicked, this, [this] { setLimit(std::nullopt); });
    connect(atMost, &QRadioButton::clicked, this, [this] { setLimit(m_limit->value()); });
    connect(unlimited, &QRadioButton::clicked, this, [this] { setLimit(-1); });
    connect(m_limit, &QSpinBox::valueChanged, this, [this](int value) { setLimit(value); });
}

void OptionsEditor::addSwitches()
{
    column()->addSpacing(4);
    const bool hasRoom = parentWidget()->screen()->availableGeometry().height() >= leastScreenForNotes;
    for (const OptionSwitch &one : switches) {
        auto *box = new QCheckBox(tr(one.title), this);
        box->setObjectName(QString::fromLatin1(one.id));
        box->setChecked(m_draft.*one.member);
        box->setAccessibleDescription(tr(one.note));
        connect(box, &QCheckBox::toggled, this, [this, member = one.member](bool checked) {
            m_draft.*member = checked;
            emit edited(m_draft);
        });
        if (!hasRoom) {
            box->setToolTip(tr(one.note));
            column()->addWidget(box);
            continue;
        }
        auto *note = new QLabel(tr(one.note), this);
        note->setTextFormat(Qt::PlainText);
        note->setWordWrap(true);
        note->setProperty("kind", u"muted"_s);
        note->setContentsMargins(indent, 0, 0, 4);
        auto *pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(box);
        pair->addWidget(note);
        column()->addLayout(pair);
    }
}

void OptionsEditor::addTimeout(std::chrono::milliseconds usual)
{
    auto *seconds = new QSpinBox(this);
    seconds->setObjectName(u"timeout"_s);
    seconds->setButtonSymbols(QSpinBox::NoButtons);
    seconds->setRange(1, longestTimeout);
    seconds->setValue(secondsOf(m_draft.timeout.value_or(usual)));
    seconds->setSuffix(tr(" s"));
    auto *label = new QLabel(tr("Give a hop up after"), this);
    label->setBuddy(seconds);
    seconds->setAccessibleName(tr("Seconds after which a hop is given up"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(label);
    row->addWidget(seconds);
    row->addStretch(1);
    column()->addSpacing(4);
    column()->addLayout(row);
    connect(seconds, &QSpinBox::valueChanged, this, [this, usual](int value) {
        m_draft.timeout.reset();
        if (value != secondsOf(usual))
            m_draft.timeout = std::chrono::seconds(value);
        emit edited(m_draft);
    });
}

QStringList changedOptions(const RequestDraft &draft)
{
    QStringList changed;
    if (draft.redirectLimit)
        changed.append(*draft.redirectLimit < 0 ? tr("no limit") : tr("limit %1").arg(*draft.redirectLimit));
    for (const OptionSwitch &one : switches) {
        if (draft.*one.member != one.usual)
            changed.append(tr(one.changed));
    }
    if (draft.timeout)
        changed.append(tr("%1 s").arg(secondsOf(*draft.timeout)));
    return changed;
}

} // namespace Detour
