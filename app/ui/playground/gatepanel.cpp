// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/gatepanel.h"

#include "ui/help/keytable.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QLabel *plainLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::NoTextInteraction);
    return label;
}

} // namespace

GatePanel::GatePanel(QWidget *parent)
    : QFrame(parent)
    , m_next(plainLabel(this))
    , m_why(plainLabel(this))
    , m_changes(plainLabel(this))
    , m_send(new QPushButton(tr("Send it"), this))
    , m_change(new QPushButton(this))
    , m_stop(new QPushButton(tr("Stop here"), this))
    , m_goOn(new QPushButton(tr("Go on without asking"), this))
{
    setObjectName(u"gatePanel"_s);
    setProperty("panel", u"card"_s);
    m_next->setFont(Theme::textFont(13.5, QFont::DemiBold));
    m_next->setObjectName(u"gateNext"_s);
    m_why->setProperty("kind", u"muted"_s);
    m_why->setObjectName(u"gateWhy"_s);
    m_changes->setObjectName(u"gateChanges"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 10, 14, 10);
    column->setSpacing(4);
    column->addWidget(m_next);
    column->addWidget(m_why);
    column->addWidget(m_changes);
    column->addSpacing(4);
    buildButtons();
    setChanges({});
}

void GatePanel::buildButtons()
{
    m_send->setProperty("kind", u"primary"_s);
    m_send->setObjectName(u"gateSend"_s);
    m_send->setToolTip(withKey(tr("Send it"), u"step"_s));
    m_change->setObjectName(u"gateChange"_s);
    m_stop->setObjectName(u"gateStop"_s);
    m_stop->setToolTip(withKey(tr("End the trace here"), u"cancel"_s));
    m_goOn->setObjectName(u"gateGoOn"_s);
    m_goOn->setProperty("kind", u"quiet"_s);
    m_goOn->setToolTip(tr("Send this and all that follows without another question"));
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_send);
    row->addWidget(m_change);
    row->addWidget(m_stop);
    row->addStretch(1);
    row->addWidget(m_goOn);
    static_cast<QVBoxLayout *>(layout())->addLayout(row);
    connect(m_send, &QPushButton::clicked, this, &GatePanel::sendChosen);
    connect(m_change, &QPushButton::clicked, this, [this] {
        if (m_isChanged)
            emit undoChosen();
        else
            emit changeChosen();
    });
    connect(m_stop, &QPushButton::clicked, this, &GatePanel::stopChosen);
    connect(m_goOn, &QPushButton::clicked, this, &GatePanel::goOnChosen);
}

void GatePanel::setTheme(const Theme &theme)
{
    // An edge in ink at its side: the trace stands still here.
    setStyleSheet(
        u"#gatePanel { border: 1px solid %1; border-left: 4px solid %2; }"_s.arg(theme.edge.name(), theme.ink.name()));
}

void GatePanel::ask(const Words &words)
{
    m_next->setText(words.next);
    m_why->setText(words.reference.isEmpty() ? words.why : tr("%1 (%2)").arg(words.why, words.reference));
    m_why->setVisible(!words.why.isEmpty());
    setChanges({});
    show();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void GatePanel::setChanges(const QStringList &sentences)
{
    m_isChanged = !sentences.isEmpty();
    m_changes->setText(tr("Changed by you: %1").arg(sentences.join(u' ')));
    m_changes->setVisible(m_isChanged);
    m_send->setText(m_isChanged ? tr("Send it changed") : tr("Send it"));
    m_change->setText(m_isChanged ? tr("Undo the change") : tr("Change it…"));
    m_change->setToolTip(m_isChanged ? tr("Back to what the client decided")
                                     : tr("Edit the next request in the bar above"));
    describe();
}

void GatePanel::focusSend()
{
    m_send->setFocus(Qt::OtherFocusReason);
}

QString GatePanel::spokenText() const
{
    QStringList parts{m_next->text(), m_why->text()};
    if (m_isChanged)
        parts << m_changes->text();
    parts.removeAll(QString());
    return parts.join(u' ');
}

/// The button that has the focus says the question, too: not every screen reader hears an alert.
void GatePanel::describe()
{
    setAccessibleName(tr("Before the next request"));
    setAccessibleDescription(spokenText());
    m_send->setAccessibleDescription(spokenText());
}

} // namespace Detour
