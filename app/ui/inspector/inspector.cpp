// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/inspector.h"

#include "document/pagecatalog.h"
#include "ui/inspector/bodyfile.h"
#include "ui/inspector/changestext.h"
#include "ui/inspector/cookiestext.h"
#include "ui/inspector/exchangemodel.h"
#include "ui/inspector/inspectortools.h"
#include "ui/inspector/locationtext.h"
#include "ui/inspector/tabrow.h"
#include "ui/inspector/textpane.h"
#include "ui/inspector/timingtext.h"
#include "ui/inspector/whytext.h"
#include "ui/inspector/wirewriting.h"
#include "ui/widgets/externallink.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

void Inspector::setPages(PageCatalog *pages)
{
    m_pages = pages;
    refresh();
}

void Inspector::setChain(const RedirectChain &chain, int told)
{
    if (m_pages && (chain.clientId != m_chain.clientId || !m_policy)) {
        const Result<ClientPolicy> policy = m_pages->policies().policy(chain.clientId);
        m_policy = policy ? std::optional(*policy) : std::nullopt;
    }
    m_chain = chain;
    m_told = qBound(0, told, int(chain.hops.size()));
    m_model->setChain(chain, m_told);
    m_isStale = true;
    const auto first = m_chain.hops.cbegin();
    m_tabs->setOffered(int(Tab::Cookies),
                       std::any_of(first, first + m_told, [](const Hop &hop) { return hasCookies(hop.exchange); }));
    // setMoment() comes next as a rule, and one refresh is enough.
    QMetaObject::invokeMethod(
        this, [this] { m_isStale ? refresh() : void(); }, Qt::QueuedConnection);
}

void Inspector::setMoment(int hop, bool answerTold)
{
    if (m_hop == hop && m_answerTold == answerTold && !m_isStale)
        return;
    m_hop = hop;
    m_answerTold = answerTold;
    refresh();
}

void Inspector::setTab(Tab tab)
{
    m_tabs->setCurrent(int(tab));
}

Inspector::Tab Inspector::tab() const
{
    return Tab(m_tabs->current());
}

bool Inspector::isKnownHop() const
{
    return m_hop >= 0 && m_hop < m_chain.hops.size();
}

HopView Inspector::view() const
{
    return {m_chain,
            m_hop,
            m_answerTold,
            isBrief(),
            m_policy ? &*m_policy : nullptr,
            m_pages ? &m_pages->rules() : nullptr,
            wireExchange()};
}

const Exchange *Inspector::wireExchange() const
{
    const RedirectChain *wire = m_wire ? m_wire() : nullptr;
    if (wire && m_hop >= 0 && m_hop < wire->hops.size())
        return &wire->hops.at(m_hop).exchange;
    return isKnownHop() ? &m_chain.hops.at(m_hop).exchange : nullptr;
}

void Inspector::refresh()
{
    m_notice->hide();
    m_isStale = false;
    const std::optional<HopView> known = isKnownHop() ? std::optional<HopView>(view()) : std::nullopt;
    const HopView *hop = known ? &*known : nullptr;
    const bool showsBody = tab() == Tab::Body && hop && !isBrief();
    m_stack->setCurrentWidget(tab() == Tab::Table ? static_cast<QWidget *>(m_table)
                              : showsBody         ? static_cast<QWidget *>(m_body)
                                                  : m_pane);
    showSteps(hop);
    refreshTools(hop);
    m_curl->setVisible(hop && !isBrief());
    const int changes = hop && m_answerTold ? changeCount(hop->shown()) : 0;
    m_tabs->setText(int(Tab::Changes), changes > 0 ? tr("Changes  %1").arg(changes) : tr("Changes"));
    if (tab() == Tab::Table) {
        refreshTable();
        return;
    }
    if (showsBody) {
        writeBody(*hop);
        if (m_stack->currentWidget() == m_body)
            return;
    }
    m_pane->begin();
    if (hop)
        writeHop(*hop);
    else
        writeNothing();
    m_pane->end();
}

void Inspector::writeHop(const HopView &view)
{
    switch (tab()) {
    case Tab::Why:
        writeWhy(*m_pane, view);
        break;
    case Tab::Changes:
        writeChanges(*m_pane, view);
        break;
    case Tab::Request:
        writeRequest(*m_pane, view, m_headForm);
        break;
    case Tab::Response:
        writeResponse(*m_pane, view, m_headForm);
        break;
    case Tab::Body:
        writeBody(view);
        break;
    case Tab::Timing:
        writeTiming(*m_pane, view);
        break;
    case Tab::Cookies:
        writeCookies(*m_pane, view);
        break;
    case Tab::Location:
        writeLocation(*m_pane, view);
        break;
    case Tab::Table: // a view of its own
        break;
    }
}

const ContentInfo *Inspector::bodyOf(const Exchange &exchange, bool ofAnswer)
{
    const std::optional<ContentInfo> *content = &exchange.request.content;
    if (ofAnswer)
        content = exchange.response ? &exchange.response->content : nullptr;
    return content && *content && (*content)->bytes != 0 ? &**content : nullptr;
}

/// Into the body's own pane; where there is nothing to see, into the text why.
void Inspector::writeBody(const HopView &view)
{
    const Exchange &exchange = view.exchange();
    const ContentInfo *request = bodyOf(exchange, false);
    const ContentInfo *answer = view.hasAnswer() ? bodyOf(exchange, true) : nullptr;
    if (view.brief || (!request && !answer)) {
        m_stack->setCurrentWidget(m_pane);
        const auto words = [](const ContentInfo *content, const QByteArray &type) {
            return content ? BodyPane::summary(*content, type) : tr("none");
        };
        QString text = tr("Body of the request: %1.").arg(words(request, bodyTypeOf(exchange, false)));
        text += u' '
                + (view.hasAnswer()  ? tr("Of the answer: %1.").arg(words(answer, bodyTypeOf(exchange, true)))
                   : view.answerTold ? tr("There is no answer.")
                                     : tr("The answer is not here yet."));
        if (m_stack->currentWidget() == m_pane && view.brief) {
            m_pane->paragraph();
            m_pane->write(text);
            return;
        }
        m_pane->begin();
        writeNote(*m_pane, text);
        m_pane->end();
        return;
    }
    const bool ofAnswer = m_tools->sides()->choices().value(m_tools->sides()->chosen()) == tr("Answer");
    const ContentInfo *shown = ofAnswer ? answer : request;
    if (shown)
        m_body->show(*shown, bodyTypeOf(exchange, ofAnswer), m_bodyForm);
}

void Inspector::writeNothing()
{
    QString words = tr("At each redirect, the reasons for the next request stand here, each with its clause.");
    if (m_hop >= 0)
        words = tr("The answer is not here yet.");
    else if (isBrief())
        words = tr("The reasons for the next request stand here.");
    writeNote(*m_pane, words);
}

void Inspector::refreshTools(const HopView *view)
{
    const bool isMessage = tab() == Tab::Request || (tab() == Tab::Response && view && view->hasAnswer());
    const ContentInfo *request = view ? bodyOf(view->exchange(), false) : nullptr;
    const ContentInfo *answer = view && view->hasAnswer() ? bodyOf(view->exchange(), true) : nullptr;
    const bool isBody = tab() == Tab::Body && (request || answer);
    m_tools->setVisible(view && !isBrief() && (isMessage || isBody));
    if (m_tools->isHidden())
        return;
    if (isMessage) {
        const Exchange &exchange = view->exchange();
        const bool ofAnswer = tab() == Tab::Response;
        m_tools->sides()->setChoices({});
        m_tools->forms()->setChoices({tr("Table"), tr("Raw")});
        m_tools->forms()->setChosen(int(m_headForm));
        m_tools->setSummary({});
        m_tools->setSaveText({});
        const FieldList &read = exchange.received ? exchange.received->fields : exchange.request.fields;
        m_tools->setCopyable(tr("Copy the whole head"), ofAnswer ? exchange.response->fields : read);
        return;
    }
    QStringList sides;
    if (request)
        sides.append(tr("Request"));
    if (answer)
        sides.append(tr("Answer"));
    m_tools->sides()->setChoices(sides);
    m_tools->sides()->setChosen(request && answer && m_showsAnswerBody ? 1 : 0);
    const bool ofAnswer = sides.value(m_tools->sides()->chosen()) == tr("Answer");
    const ContentInfo &shown = ofAnswer ? *answer : *request;
    m_tools->forms()->setChoices({tr("Formatted"), tr("Raw"), tr("Bytes")});
    m_tools->forms()->setChosen(int(m_bodyForm));
    m_tools->setSummary(BodyPane::summary(shown, bodyTypeOf(view->exchange(), ofAnswer)));
    m_tools->setCopyable(tr("Copy all that is shown"), {});
    const ContentInfo *kept = view->wire ? bodyOf(*view->wire, ofAnswer) : nullptr;
    if (!kept || kept->preview.isEmpty())
        m_tools->setSaveText({});
    else if (kept->preview.size() == kept->bytes)
        m_tools->setSaveText(tr("Save body…"));
    else
        m_tools->setSaveText(tr("Save its first part…"));
}

void Inspector::refreshTable()
{
    if (isKnownHop() && m_hop < m_told)
        m_table->selectRow(m_hop);
}

void Inspector::showSteps(const HopView *view)
{
    const bool wanted = view && tab() == Tab::Why && !isBrief();
    const QList<NextStep> steps = wanted ? nextSteps(*view) : QList<NextStep>();
    qDeleteAll(m_steps->findChildren<QPushButton *>());
    auto *row = static_cast<QHBoxLayout *>(m_steps->layout());
    while (row->count() > 0)
        delete row->takeAt(0);
    for (const NextStep &step : steps) {
        auto *button = new QPushButton(step.words, m_steps);
        if (row->isEmpty())
            button->setProperty("kind", u"primary"_s);
        connect(
            button, &QPushButton::clicked, this, [this, link = step.link] { followLink(link); }, Qt::QueuedConnection);
        row->addWidget(button);
    }
    row->addStretch(1);
    if (m_steps->isHidden() != steps.isEmpty()) {
        m_steps->setVisible(!steps.isEmpty());
        updateMinimum();
    }
}

void Inspector::followLink(const QString &link)
{
    if (link == "again:"_L1) {
        emit sendAgainRequested();
    } else if (link == "response:"_L1) {
        setTab(Tab::Response);
    } else if (link == "compare:"_L1) {
        emit compareRequested(m_hop);
    } else if (link.startsWith("page:"_L1)) {
        const QString page = link.mid(5);
        emit pageRequested(page.section(u'#', 0, 0), page.section(u'#', 1));
    } else {
        offerExternalLink(this, QUrl(link));
    }
}

} // namespace Detour
