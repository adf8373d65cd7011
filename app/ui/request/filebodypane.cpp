// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/filebodypane.h"

#include "semantics/displaytext.h"
#include "ui/theme.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

FileBodyPane::FileBodyPane(QWidget *parent)
    : QWidget(parent)
    , m_path(new QLineEdit(this))
    , m_choose(new QPushButton(tr("Choose…"), this))
    , m_state(new QLabel(this))
{
    m_path->setObjectName(u"bodyPath"_s);
    m_path->setAccessibleName(tr("Path of the file"));
    m_path->setPlaceholderText(tr("Path of the file"));
    m_path->setFont(Theme::monoFont(12));
    m_choose->setObjectName(u"chooseFile"_s);
    m_state->setObjectName(u"fileState"_s);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    row->addWidget(m_choose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_state);
    column->addStretch(1);
    connect(m_path, &QLineEdit::textChanged, this, &FileBodyPane::showState);
    connect(m_path, &QLineEdit::textEdited, this, &FileBodyPane::edited);
    connect(m_choose, &QPushButton::clicked, this, &FileBodyPane::chooseRequested);
    showState();
}

void FileBodyPane::setPath(const QString &path)
{
    if (m_path->text() != path)
        m_path->setText(path);
}

QWidget *FileBodyPane::firstFocus() const
{
    return m_path;
}

void FileBodyPane::showState()
{
    const QFileInfo info(m_path->text());
    QString words = tr("No file is chosen.");
    bool isWrong = false;
    if (m_path->text().isEmpty()) {
        // nothing is wrong yet
    } else if (!info.exists()) {
        words = tr("There is no such file.");
        isWrong = true;
    } else if (info.isDir()) {
        words = tr("This is a folder.");
        isWrong = true;
    } else if (!info.isReadable()) {
        words = tr("This file may not be read.");
        isWrong = true;
    } else if (!info.isFile()) {
        words = tr("A pipe: its bytes come once. Where a redirect asks for them again, the client has to stop, or does "
                   "what it does with one-shot content.");
    } else {
        words = tr("%1. It is read again for each hop.").arg(byteCountInWords(info.size()));
    }
    m_state->setText(words);
    m_state->setProperty("kind", isWrong ? u"error"_s : u"muted"_s);
    m_state->style()->unpolish(m_state);
    m_state->style()->polish(m_state);
}

} // namespace Detour
