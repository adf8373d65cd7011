// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lab/labdetail.h"

#include "semantics/displaytext.h"
#include "ui/lab/controlmarks.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *makePane(const QString &name, const QString &objectName)
{
    auto *pane = new QPlainTextEdit;
    pane->setObjectName(objectName);
    pane->setAccessibleName(name);
    pane->setReadOnly(true);
    pane->setTabChangesFocus(true);
    pane->setProperty("kind", u"quiet"_s);
    pane->setFont(Theme::monoFont(12));
    pane->setMinimumHeight(56);
    pane->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return pane;
}

/// Keeps the reader's place if the text comes out the same.
void setText(QPlainTextEdit &pane, const QString &text)
{
    if (pane.toPlainText() != text)
        pane.setPlainText(text);
}

QString messageText(const TranscriptEntry &entry, LabMessage message, ByteForm form, bool showsSecrets)
{
    QString text = bytesAsText(labBytes(entry, message, showsSecrets), form);
    if (const qint64 more = bytesLeftOut(entry, message); more > 0)
        text +=
            (text.endsWith(u'\n') ? QString() : u"\n"_s) + LabDetail::tr("… %1 more, not shown").arg(byteCount(more));
    if (text.isEmpty())
        text = message == LabMessage::Answer ? LabDetail::tr("Nothing was sent.") : LabDetail::tr("Nothing was read.");
    return text;
}

QString milliseconds(double from, double to)
{
    return LabDetail::tr("%1 ms").arg(qMax(0.0, to - from), 0, 'f', 1);
}

QString factsOf(const TranscriptEntry &entry)
{
    QStringList facts{
        LabDetail::tr("Exchange %1 on connection %2").arg(entry.number).arg(entry.connection),
        entry.tls ? LabDetail::tr("from port %1 over TLS").arg(entry.peerPort)
                  : LabDetail::tr("from port %1").arg(entry.peerPort),
        LabDetail::tr("request read in %1").arg(milliseconds(entry.startedAt, entry.readAt)),
    };
    if (entry.status == 0 && entry.rawAnswerHead.isEmpty())
        facts.append(LabDetail::tr("no answer"));
    else if (entry.writtenAt > 0)
        facts.append(
            LabDetail::tr("answer begun after %1, written in %2")
                .arg(milliseconds(entry.readAt, entry.answeredAt), milliseconds(entry.answeredAt, entry.writtenAt)));
    else
        facts.append(LabDetail::tr("the answer is still being written"));
    return facts.join(u" · "_s);
}

} // namespace

LabDetail::LabDetail(QWidget *parent)
    : QWidget(parent)
    , m_facts(new QLabel(this))
    , m_hex(new QCheckBox(tr("Hex"), this))
    , m_copy(new QPushButton(tr("Copy"), this))
    , m_tabs(new QTabWidget(this))
    , m_request(makePane(tr("Bytes of the request"), u"labRequestBytes"_s))
    , m_answer(makePane(tr("Bytes of the answer"), u"labAnswerBytes"_s))
    , m_marks{new ControlMarks(m_request->document()), new ControlMarks(m_answer->document())}
{
    setObjectName(u"labDetail"_s);
    m_facts->setObjectName(u"labFacts"_s);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setProperty("kind", u"muted"_s);
    m_facts->setWordWrap(true);
    m_copy->setObjectName(u"labCopyBytes"_s);
    m_copy->setAccessibleName(tr("Copy the bytes that are shown"));
    m_hex->setObjectName(u"labHex"_s);
    m_tabs->addTab(m_request, tr("Request"));
    m_tabs->addTab(m_answer, tr("Answer"));
    m_tabs->setAccessibleName(tr("Request and answer"));

    auto *tools = new QHBoxLayout;
    tools->setContentsMargins(12, 8, 12, 0);
    tools->setSpacing(10);
    tools->addWidget(m_facts, 1);
    tools->addWidget(m_hex);
    tools->addWidget(m_copy);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(tools);
    column->addWidget(m_tabs, 1);
    connect(m_hex, &QCheckBox::toggled, this, &LabDetail::refresh);
    connect(m_copy, &QPushButton::clicked, this, &LabDetail::copy);
}

void LabDetail::setTheme(const Theme &theme)
{
    for (ControlMarks *marks : std::as_const(m_marks))
        marks->setTheme(theme);
}

void LabDetail::showEntry(const TranscriptEntry &entry, bool showsSecrets)
{
    m_entry = entry;
    m_showsSecrets = showsSecrets;
    refresh();
}

void LabDetail::showNothing(const QString &why)
{
    m_entry.reset();
    m_facts->setText(why);
    m_request->clear();
    m_answer->clear();
    for (QWidget *part :
         {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_hex), static_cast<QWidget *>(m_copy)})
        part->setVisible(false);
}

void LabDetail::refresh()
{
    if (!m_entry)
        return;
    for (QWidget *part :
         {static_cast<QWidget *>(m_tabs), static_cast<QWidget *>(m_hex), static_cast<QWidget *>(m_copy)})
        part->setVisible(true);
    const ByteForm form = m_hex->isChecked() ? ByteForm::Hex : ByteForm::Text;
    m_facts->setText(factsOf(*m_entry));
    setText(*m_request, messageText(*m_entry, LabMessage::Request, form, m_showsSecrets));
    setText(*m_answer, messageText(*m_entry, LabMessage::Answer, form, m_showsSecrets));
}

void LabDetail::copy() const
{
    if (!m_entry)
        return;
    const LabMessage message = m_tabs->currentIndex() == 0 ? LabMessage::Request : LabMessage::Answer;
    const QByteArray bytes = labBytes(*m_entry, message, m_showsSecrets);
    QGuiApplication::clipboard()->setText(m_hex->isChecked() ? bytesAsText(bytes, ByteForm::Hex)
                                                             : QString::fromUtf8(bytes));
}

} // namespace Detour
