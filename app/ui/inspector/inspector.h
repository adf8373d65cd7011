// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "exchangeformats/curlexport.h"
#include "semantics/redirectchain.h"
#include "ui/inspector/bodypane.h"
#include "ui/inspector/hopview.h"
#include "ui/inspector/messagetexts.h"
#include "ui/theme.h"

#include <QFrame>

#include <functional>

class QLabel;
class QMenu;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace Detour {

class ExchangeModel;
class InspectorTools;
class PageCatalog;
class TabRow;
class TextPane;

/// What is known of one hop, a tab a question: why, what changed, what was sent and answered, how long it took, what
/// the cookies and the Location did; and all hops as a table.
class Inspector final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inspector)

public:
    enum class Tab { Why, Changes, Request, Response, Body, Timing, Cookies, Location, Table };

    explicit Inspector(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Where rules are explained and clients described; has to outlive the inspector. Without it, clauses lead straight
    /// to the standards, and a Location is worked out by RFC 3986.
    void setPages(PageCatalog *pages);
    /// The trace as it really was, secrets and all: for what is copied or saved by hand, and for telling cookies apart.
    /// It is asked when needed and may return null.
    void setWire(std::function<const RedirectChain *()> wire) { m_wire = std::move(wire); }
    /// What the exchanges do not say of how they were made, for the curl commands; asked when needed.
    void setCurlOptions(std::function<CurlExportOptions()> options) { m_curlOptions = std::move(options); }
    /// `told`: how many hops the playhead has reached. `chain` has its secrets masked.
    void setChain(const RedirectChain &chain, int told);
    /// Which hop is shown, and of it, how much: nothing about an answer that is still on its way.
    void setMoment(int hop, bool answerTold);
    void setHop(int hop) { setMoment(hop, m_answerTold); } ///< 0-based; -1: none
    void setAnswerTold(bool told) { setMoment(m_hop, told); }
    void setTab(Tab tab);
    [[nodiscard]] Tab tab() const;
    [[nodiscard]] TabRow *tabs() const { return m_tabs; }
    [[nodiscard]] InspectorTools *tools() const { return m_tools; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QToolButton *curlButton() const { return m_curl; }
    /// What was said of the last command that was copied.
    [[nodiscard]] QLabel *notice() const { return m_notice; }
    /// Narrow windows show one line and More.
    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void hopActivated(int hop);
    void pageRequested(const QString &slug, const QString &anchor);
    void sendAgainRequested();
    /// The request of this hop is to be sent as every client.
    void compareRequested(int hop);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildColumn();
    void buildTable();
    void connectParts();
    void refresh();
    void refreshTools(const HopView *view);
    void refreshTable();
    void fitColumns();
    void writeHop(const HopView &view);
    void writeBody(const HopView &view);
    void writeNothing();
    void showSteps(const HopView *view);
    void followLink(const QString &link);
    void copy(const QString &text);
    void copySelection();
    void copyWhole();
    void saveBody();
    void offerCurl();
    void takeCurl(const CurlExport &command);
    void copyHopAsCurl();
    void copyChainAsCurl();
    void updateHeight();
    void updateMinimum();
    [[nodiscard]] bool isBrief() const { return m_compact && !m_expanded; }
    [[nodiscard]] bool isKnownHop() const;
    [[nodiscard]] HopView view() const;
    [[nodiscard]] const Exchange *wireExchange() const;
    /// The side of the Body tab that is shown: its content and type; null if it has none to show.
    [[nodiscard]] static const ContentInfo *bodyOf(const Exchange &exchange, bool ofAnswer);

    Theme m_theme = Theme::light();
    RedirectChain m_chain;
    std::function<const RedirectChain *()> m_wire;
    std::function<CurlExportOptions()> m_curlOptions;
    PageCatalog *m_pages = nullptr;
    std::optional<ClientPolicy> m_policy; ///< of m_chain's client
    int m_told = 0;
    int m_hop = -1;
    bool m_answerTold = true;
    bool m_isStale = false; ///< the chain is another one than what is shown
    bool m_compact = false;
    bool m_expanded = false;
    bool m_showsAnswerBody = true;
    HeadForm m_headForm = HeadForm::Table;
    BodyForm m_bodyForm = BodyForm::Formatted;
    TabRow *m_tabs = nullptr;
    InspectorTools *m_tools = nullptr;
    QToolButton *m_curl = nullptr;
    QMenu *m_curlMenu = nullptr;
    QLabel *m_notice = nullptr; ///< where curl would do otherwise; until one goes on
    QToolButton *m_more = nullptr;
    QStackedWidget *m_stack = nullptr;
    TextPane *m_pane = nullptr;
    BodyPane *m_body = nullptr;
    QWidget *m_steps = nullptr; ///< buttons where the chain ended early
    QTableView *m_table = nullptr;
    ExchangeModel *m_model = nullptr;
};

} // namespace Detour
