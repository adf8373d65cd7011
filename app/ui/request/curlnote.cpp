// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/curlnote.h"

#include "semantics/safetext.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype longestNote = 300;
constexpr qsizetype mostNotes = 6;

} // namespace

CurlNote::CurlNote(QWidget *parent)
    : QFrame(parent)
    , m_lead(new QLabel(this))
    , m_notes(new QLabel(this))
    , m_close(new QToolButton(this))
{
    setObjectName(u"curlNote"_s);
    setProperty("panel", u"sunk"_s);
    for (QLabel *label : {m_lead, m_notes}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    m_notes->setProperty("kind", u"muted"_s);
    m_close->setObjectName(u"closeCurlNote"_s);
    m_close->setProperty("kind", u"icon"_s);
    m_close->setToolTip(tr("Dismiss"));
    m_close->setAccessibleName(tr("Dismiss the note"));
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_lead);
    texts->addWidget(m_notes);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 6, 6, 6);
    row->setSpacing(8);
    row->addLayout(texts, 1);
    row->addWidget(m_close, 0, Qt::AlignTop);
    connect(m_close, &QToolButton::clicked, this, &QWidget::hide);
    hide();
}

void CurlNote::setTheme(const Theme &theme)
{
    m_close->setIcon(makeIcon(Icon::Cross, theme.muted, theme.edge));
}

void CurlNote::tell(const QString &lead, const QStringList &notes)
{
    QStringList shown;
    for (const QString &note : notes.first(qMin(notes.size(), mostNotes)))
        shown.append(withoutTrickery(elided(note, longestNote)));
    if (notes.size() > mostNotes)
        shown.append(tr("And %1 more.").arg(notes.size() - mostNotes));
    m_lead->setText(lead);
    m_notes->setText(shown.join(u'\n'));
    m_notes->setVisible(!shown.isEmpty());
    setAccessibleName(text());
    show();
}

QString CurlNote::text() const
{
    return m_lead->text() + u' ' + m_notes->text();
}

} // namespace Detour
