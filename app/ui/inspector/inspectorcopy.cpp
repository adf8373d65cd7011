// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/inspector.h"

#include "document/pagecatalog.h"
#include "semantics/bodytext.h"
#include "semantics/safetext.h"
#include "ui/inspector/bodyfile.h"
#include "ui/inspector/inspectortools.h"
#include "ui/inspector/textpane.h"
#include "ui/request/curldraft.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QTextDocumentFragment>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

// What can be taken away from the inspector: text, a body, a curl command.

namespace Detour {

namespace {

constexpr qsizetype longestNote = 300;

} // namespace

void Inspector::copy(const QString &text)
{
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void Inspector::copySelection()
{
    copy(m_stack->currentWidget() == m_body ? m_body->selectedText() : m_pane->textCursor().selection().toPlainText());
}

void Inspector::copyWhole()
{
    if (!isKnownHop())
        return;
    const Exchange &exchange = m_chain.hops.at(m_hop).exchange;
    if (tab() == Tab::Body)
        copy(m_body->shownText());
    else
        copy(linesAsText(tab() == Tab::Request ? requestHead(exchange) : responseHead(exchange)));
}

void Inspector::saveBody()
{
    const Exchange *wire = wireExchange();
    const bool ofAnswer = m_tools->sides()->choices().value(m_tools->sides()->chosen()) == tr("Answer");
    if (const ContentInfo *content = wire ? bodyOf(*wire, ofAnswer) : nullptr)
        offerToSaveBody(this, *content, bodyFileName(m_hop, ofAnswer, bodyTypeOf(*wire, ofAnswer)));
}

/// The hops that the playhead has reached, the last only with its answer told.
void Inspector::offerCurl()
{
    m_curlMenu->clear();
    if (!isKnownHop())
        return;
    m_curlMenu->addAction(tr("This request"), this, &Inspector::copyHopAsCurl);
    const bool isTold = m_told == m_chain.hops.size() && m_chain.outcome != Outcome::Running && m_answerTold;
    if (m_pages && isTold)
        m_curlMenu->addAction(tr("The whole chain"), this, &Inspector::copyChainAsCurl);
}

void Inspector::copyHopAsCurl()
{
    if (isKnownHop())
        takeCurl(exportCurl(m_chain.hops.at(m_hop), m_curlOptions ? m_curlOptions() : CurlExportOptions()));
}

void Inspector::copyChainAsCurl()
{
    const Result<CurlRules> rules = curlRules(m_pages->policies());
    if (rules && !m_chain.hops.isEmpty())
        takeCurl(exportCurl(m_chain, *rules, m_curlOptions ? m_curlOptions() : CurlExportOptions()));
}

void Inspector::takeCurl(const CurlExport &command)
{
    copy(command.command);
    QString words = tr("Copied as a curl command.");
    for (const QString &note : command.notes)
        words += u' ' + elided(withoutTrickery(note), longestNote);
    m_notice->setText(words);
    m_notice->setAccessibleName(words);
    m_notice->show();
}

} // namespace Detour
