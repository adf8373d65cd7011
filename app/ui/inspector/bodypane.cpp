// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/bodypane.h"

#include "semantics/bodytext.h"
#include "semantics/displaytext.h"
#include "semantics/formpairs.h"
#include "ui/inspector/textpane.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QTextDocumentFragment>
#include <QTextOption>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype mostPairs = 200;
constexpr qsizetype longestPair = 2000;
constexpr int nameWidth = 160;

} // namespace

BodyPane::BodyPane(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_table(new TextPane(this))
    , m_note(new QLabel(this))
{
    m_text->setReadOnly(true);
    m_text->setProperty("kind", u"quiet"_s);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("The body"));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->document()->setDocumentMargin(12);
    m_text->installEventFilter(this);
    m_table->setAccessibleName(tr("The form’s pairs"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setProperty("kind", u"muted"_s);
    m_note->setContentsMargins(14, 0, 14, 6);
    m_note->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_stack = new QStackedLayout;
    m_stack->addWidget(m_text);
    m_stack->addWidget(m_table);
    column->addLayout(m_stack, 1);
    column->addWidget(m_note);
}

void BodyPane::setTheme(const Theme &theme)
{
    m_text->setFont(Theme::monoFont(12));
    m_note->setFont(Theme::textFont(12));
    m_table->setTheme(theme);
    m_form.reset(); // the form's table holds colours
}

void BodyPane::show(const ContentInfo &content, const QByteArray &contentType, BodyForm form)
{
    if (m_form == form && m_type == contentType && m_content == content)
        return; // the reader keeps the place
    m_content = content;
    m_type = contentType;
    m_form = form;
    const QByteArray bytes = content.preview.left(ContentInfo::previewLimit);
    const BodySyntax kind = bodySyntax(bytes, contentType, bytes.size() == content.bytes);
    showNote(content, bytes.size());
    if (form == BodyForm::Bytes || kind == BodySyntax::Binary)
        showText(hexListing(bytes), false);
    else if (form == BodyForm::Formatted && kind == BodySyntax::Json)
        showText(indentedJson(bytes), true);
    else if (form == BodyForm::Formatted && kind == BodySyntax::Form)
        showForm(bytes);
    else
        showText(linesAsText(bytes), true);
}

void BodyPane::showText(const QString &text, bool wraps)
{
    m_stack->setCurrentWidget(m_text);
    m_text->setLineWrapMode(wraps ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setPlainText(text);
}

void BodyPane::showForm(QByteArrayView form)
{
    m_stack->setCurrentWidget(m_table);
    const QList<FormPair> pairs = formPairs(form, mostPairs);
    m_table->begin();
    m_table->beginTable(int(pairs.size()), {nameWidth, 0});
    for (const FormPair &pair : pairs) {
        m_table->nextCell();
        m_table->write(wireText(pair.name, longestPair), TextPane::Style::WireName);
        m_table->nextCell();
        m_table->write(pair.value.isEmpty() ? tr("(empty)") : wireText(pair.value, longestPair),
                       pair.value.isEmpty() ? TextPane::Style::Muted : TextPane::Style::Wire);
    }
    m_table->endTable();
    if (pairs.size() == mostPairs) {
        m_table->paragraph();
        m_table->write(tr("These are the first %1; the raw form has all.").arg(mostPairs), TextPane::Style::Muted);
    }
    m_table->end();
}

void BodyPane::showNote(const ContentInfo &content, qsizetype shown)
{
    QString words;
    if (content.bytes > shown && shown == 0)
        words = tr("%1 were counted; none were kept.").arg(byteCountInWords(content.bytes));
    else if (content.bytes > shown)
        words = tr("The first %1 of %2 are shown.").arg(byteCount(shown), byteCount(content.bytes));
    m_note->setText(words);
    m_note->setVisible(!words.isEmpty());
}

QString BodyPane::shownText() const
{
    return m_stack->currentWidget() == m_table ? m_table->toPlainText() : m_text->toPlainText();
}

QString BodyPane::selectedText() const
{
    const QTextCursor cursor = m_stack->currentWidget() == m_table ? m_table->textCursor() : m_text->textCursor();
    return cursor.selection().toPlainText();
}

QString BodyPane::summary(const ContentInfo &content, const QByteArray &contentType)
{
    const QString size = content.bytes < 0 ? tr("of unknown length") : byteCount(content.bytes);
    return contentType.isEmpty() ? size : size + u", "_s + wireText(contentType, 80);
}

bool BodyPane::eventFilter(QObject *watched, QEvent *event)
{
    // Space plays, here too.
    if (event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (key->key() == Qt::Key_Space && key->modifiers() == Qt::NoModifier) {
            event->ignore();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace Detour
