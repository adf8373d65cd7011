// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/methodeditor.h"

#include "semantics/method.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

MethodEditor::MethodEditor(const Theme &theme, const QString &method, QWidget *anchor)
    : EditorPopup(theme, tr("Request method"), anchor)
    , m_word(new QLineEdit(method, this))
{
    setWantedWidth(340);
    m_word->setObjectName(u"methodWord"_s);
    m_word->setAccessibleName(tr("Request method"));
    m_word->setFont(Theme::monoFont(13));
    m_word->setMaxLength(200);
    auto *use = new QPushButton(tr("Use it"), this);
    use->setObjectName(u"useMethod"_s);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_word, 1);
    row->addWidget(use);
    column()->addLayout(row);
    m_state = addNote();
    m_state->setObjectName(u"methodState"_s);
    connect(m_word, &QLineEdit::textChanged, this, &MethodEditor::check);
    connect(m_word, &QLineEdit::returnPressed, this, &MethodEditor::accept);
    connect(use, &QPushButton::clicked, this, &MethodEditor::accept);
    check();
}

void MethodEditor::open()
{
    EditorPopup::open(m_word);
    m_word->selectAll();
}

void MethodEditor::check()
{
    const Result<Method> method = Method::fromToken(m_word->text().trimmed().toUtf8());
    const bool isWrong = !method && !m_word->text().isEmpty();
    m_state->setText(method ? tr("Sent exactly as written: “get” is not GET.") : method.error().message);
    m_state->setProperty("kind", isWrong ? u"error"_s : u"muted"_s);
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
    if (isVisible())
        settle();
}

void MethodEditor::accept()
{
    const QString word = m_word->text().trimmed();
    if (!Method::fromToken(word.toUtf8()))
        return;
    emit chosen(word);
    close();
}

} // namespace Detour
