// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/textbodypane.h"

#include "semantics/displaytext.h"
#include "ui/request/jsontext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyle>
#include <QTextBlock>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int editorHeight = 170;

void setKind(QWidget *widget, const QString &kind)
{
    widget->setProperty("kind", kind);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

TextBodyPane::TextBodyPane(Checks checks, QWidget *parent)
    : QWidget(parent)
    , m_isJson(checks == Checks::Json)
    , m_editor(new QPlainTextEdit(this))
    , m_state(new QLabel(this))
{
    m_editor->setFont(Theme::monoFont(12));
    m_editor->setMinimumHeight(editorHeight);
    m_editor->setTabChangesFocus(true);
    m_editor->setObjectName(m_isJson ? u"jsonBody"_s : u"textBody"_s);
    m_editor->setAccessibleName(m_isJson ? tr("Body as JSON") : tr("Body as text"));
    m_editor->setPlaceholderText(m_isJson ? u"{ \"name\": \"Ada\" }"_s : tr("What is sent, exactly as it stands here"));
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setObjectName(m_isJson ? u"jsonState"_s : u"textState"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_state, 1);
    if (m_isJson) {
        m_find = new QPushButton(tr("Go there"), this);
        m_find->setObjectName(u"goToTrouble"_s);
        m_format = new QPushButton(tr("Format"), this);
        m_format->setObjectName(u"formatJson"_s);
        row->addWidget(m_find);
        row->addWidget(m_format);
        connect(m_find, &QPushButton::clicked, this, &TextBodyPane::goToTrouble);
        connect(m_format, &QPushButton::clicked, this, &TextBodyPane::format);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_editor, 1);
    column->addLayout(row);
    connect(m_editor, &QPlainTextEdit::textChanged, this, [this] {
        showState();
        emit edited(m_editor->toPlainText().toUtf8());
    });
    showState();
}

void TextBodyPane::setBytes(const QByteArray &bytes)
{
    if (m_editor->toPlainText().toUtf8() == bytes)
        return;
    const QSignalBlocker blocker(m_editor);
    m_editor->setPlainText(QString::fromUtf8(bytes));
    m_editor->moveCursor(QTextCursor::End);
    showState();
}

QWidget *TextBodyPane::firstFocus() const
{
    return m_editor;
}

void TextBodyPane::showState()
{
    const QString text = m_editor->toPlainText();
    const QString size = byteCountInWords(text.toUtf8().size());
    if (!m_isJson) {
        setKind(m_state, u"muted"_s);
        m_state->setText(size);
        return;
    }
    const std::optional<JsonTrouble> trouble = text.isEmpty() ? std::nullopt : jsonTrouble(text);
    setKind(m_state, trouble ? u"error"_s : text.isEmpty() ? u"muted"_s : u"ok"_s);
    m_state->setText(trouble          ? trouble->sentence
                     : text.isEmpty() ? tr("Empty: 0 bytes are sent")
                                      : tr("Valid JSON, %1").arg(size));
    m_format->setEnabled(!trouble && !text.isEmpty());
    m_find->setVisible(trouble.has_value());
}

void TextBodyPane::format()
{
    QTextCursor cursor(m_editor->document());
    const QString indented = indentedJson(m_editor->toPlainText());
    cursor.select(QTextCursor::Document); // as one edit, so that Undo brings it back
    cursor.insertText(indented);
    m_editor->setFocus();
}

void TextBodyPane::goToTrouble()
{
    if (const std::optional<JsonTrouble> trouble = jsonTrouble(m_editor->toPlainText())) {
        QTextCursor cursor(m_editor->document());
        cursor.setPosition(int(trouble->at));
        m_editor->setTextCursor(cursor);
    }
    m_editor->setFocus();
}

} // namespace Detour
