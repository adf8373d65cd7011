// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presenternotes.h"

#include "document/htmlwriter.h"
#include "document/markdowntree.h"
#include "ui/help/keytable.h"
#include "ui/pages/pagedocument.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QTextBrowser>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int second = 1000; // ms
constexpr qreal notesZoom = 1.3;

} // namespace

PresenterNotes::PresenterNotes(QWidget *parent, Now now)
    : QWidget(parent, Qt::Window)
    , m_now(now ? std::move(now) : Now(&QDateTime::currentDateTime))
    , m_document(new PageDocument(m_images, this))
{
    setObjectName(u"presenterNotes"_s);
    setWindowTitle(tr("Detour — Your notes"));
    setAccessibleName(tr("Your notes"));
    setFocusPolicy(Qt::StrongFocus);
    resize(760, 560);
    build();
    m_timer.setInterval(second);
    connect(&m_timer, &QTimer::timeout, this, &PresenterNotes::tick);
    startClock();
}

PresenterNotes::~PresenterNotes() = default;

QLabel *PresenterNotes::label(const QString &name, qreal pixels, QFont::Weight weight)
{
    auto *made = new QLabel(this);
    made->setObjectName(name);
    made->setTextFormat(Qt::PlainText);
    made->setWordWrap(true);
    made->setFont(Theme::textFont(pixels, weight));
    return made;
}

void PresenterNotes::build()
{
    m_clock = label(u"notesClock"_s, 26, QFont::Bold);
    m_clock->setWordWrap(false);
    m_passed = label(u"notesPassed"_s, 16);
    m_title = label(u"notesTitle"_s, 20, QFont::Bold);
    m_optionsHead = label(u"notesOptionsHead"_s, 13.5, QFont::DemiBold);
    m_options = label(u"notesOptions"_s, 16);
    m_nextHead = label(u"notesNextHead"_s, 13.5, QFont::DemiBold);
    m_nextHead->setText(tr("Then"));
    m_next = label(u"notesNext"_s, 16);
    m_keys = label(u"notesKeys"_s, 12);
    m_keys->setProperty("kind", u"muted"_s);
    m_passed->setProperty("kind", u"muted"_s);
    m_text = new QTextBrowser(this);
    m_text->setObjectName(u"notesText"_s);
    m_text->setAccessibleName(tr("Notes"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setFocusPolicy(Qt::TabFocus); // other keys than Tab are the presentation's
    m_document->setDocumentMargin(0);     // in line with the labels
    m_text->setDocument(m_document);

    auto *top = new QHBoxLayout;
    top->setSpacing(14);
    top->addWidget(m_clock);
    top->addWidget(m_passed, 1, Qt::AlignBottom);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 18, 24, 18);
    column->setSpacing(10);
    column->addLayout(top);
    column->addWidget(m_title);
    column->addWidget(m_text, 1);
    for (QLabel *each : {m_optionsHead, m_options, m_nextHead, m_next, m_keys})
        column->addWidget(each);
    const QString keys = tr("%1 on · %2 back · %3 reveals · %4 blank · %5 nearer · %6 leaves");
    m_keys->setText(keys.arg(keyText(u"present-next"_s), keyText(u"present-back"_s), keyText(u"present-play"_s),
                             keyText(u"present-blank"_s), keyText(u"present-zoom"_s), keyText(u"present-leave"_s)));
}

void PresenterNotes::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_images.setTheme(theme);
    QPalette colors = palette();
    colors.setColor(QPalette::Window, theme.surface);
    setPalette(colors);
    writeNotes();
}

void PresenterNotes::setNote(const PresenterNote &note)
{
    if (m_note == note)
        return;
    m_note = note;
    m_title->setText(note.now);
    m_next->setText(note.next);
    m_nextHead->setVisible(!note.next.isEmpty());
    m_next->setVisible(!note.next.isEmpty());
    writeOptions();
    writeNotes();
}

void PresenterNotes::writeNotes()
{
    const qreal zoom = notesZoom * Theme::textScale();
    m_images.setScale(devicePixelRatioF(), zoom);
    PageStyle style = pageStyleFor(m_theme, StatusKind::Other, zoom);
    style.hasControls = false;
    m_document->setDefaultFont(Theme::textFont(style.textSize * notesZoom));
    const Page page;
    HtmlWriter writer(page, style);
    QString html;
    if (const Result<Block> tree = parseMarkdown(m_note.markdown))
        html = writer.blocks(tree->blocks);
    for (const QString &sentence : m_note.told) // may hold bytes from the network
        html += writer.paragraph(escaped(sentence), {}, 10);
    m_document->setHtml(u"<div style=\"color:%1\">"_s.arg(m_theme.ink.name()) + html + "</div>"_L1);
}

void PresenterNotes::writeOptions()
{
    QStringList lines;
    int number = 0;
    for (const PresenterNote::Option &option : m_note.options) {
        const QString votes = option.votes == 1 ? tr("1 vote") : tr("%1 votes").arg(option.votes);
        const QString line = tr("%1  %2  %3").arg(++number).arg(option.words, votes);
        lines.append(option.isRight ? tr("%1 (this was sent)").arg(line) : line);
    }
    m_optionsHead->setText(tr("The options"));
    m_optionsHead->setVisible(!lines.isEmpty());
    m_options->setText(lines.join(u'\n'));
    m_options->setVisible(!lines.isEmpty());
}

void PresenterNotes::startClock()
{
    m_since = m_now();
    m_timer.start();
    tick();
}

void PresenterNotes::tick()
{
    const QDateTime now = m_now();
    m_clock->setText(locale().toString(now.time(), QLocale::ShortFormat));
    const qint64 minutes = m_since.secsTo(now) / 60;
    m_passed->setText(minutes == 1 ? tr("1 minute") : tr("%1 minutes").arg(minutes));
}

void PresenterNotes::keyPressEvent(QKeyEvent *event)
{
    emit commanded(*event);
}

} // namespace Detour
