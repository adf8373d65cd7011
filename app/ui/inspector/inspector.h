// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/redirectchain.h"
#include "ui/theme.h"

#include <QFrame>

class QStackedWidget;
class QTabBar;
class QTableView;
class QToolButton;

namespace Detour {

class ExchangeModel;
class TextPane;

/// What is known of one hop: why, what changed, the request, the response; and all hops as a table.
class Inspector final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Inspector)

public:
    enum class Tab { Why, Changes, Request, Response, Table };

    explicit Inspector(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `told`: how many hops the playhead has reached; `answered`: whether the last of them has its answer.
    void setChain(const RedirectChain &chain, int told);
    void setHop(int hop); ///< 0-based; -1: none
    /// Of the shown hop, how much was told: nothing about an answer that is still on its way.
    void setAnswerTold(bool told);
    void setTab(Tab tab);
    [[nodiscard]] QTableView *table() const { return m_table; }
    /// Narrow windows show one line and More.
    void setCompact(bool compact);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void hopActivated(int hop);
    void pageRequested(const QString &slug, const QString &anchor);
    void sendAgainRequested();

private:
    void buildTable();
    void connectParts();
    void refresh();
    void writeHop(Tab tab);
    void writeNothing();
    void showSteps();
    void followLink(const QString &link);
    void updateHeight();
    void updateMinimum();

    Theme m_theme = Theme::light();
    RedirectChain m_chain;
    int m_told = 0;
    int m_hop = -1;
    bool m_answerTold = true;
    bool m_compact = false;
    bool m_expanded = false;
    QTabBar *m_tabs = nullptr;
    QToolButton *m_more = nullptr;
    QStackedWidget *m_stack = nullptr;
    TextPane *m_pane = nullptr;
    QWidget *m_steps = nullptr; ///< buttons where the chain ended early
    QTableView *m_table = nullptr;
    ExchangeModel *m_model = nullptr;
};

} // namespace Detour
