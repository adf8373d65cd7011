// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/requestdraft.h"
#include "ui/compare/comparetable.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;

namespace Detour {

class ValueButton;

/// The head of the comparison: what is compared, how it is grouped and filtered, and Run all.
class CompareBar final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareBar)

public:
    explicit CompareBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setRequest(const RequestDraft &draft, qsizetype clients);
    /// Offered as one of the requests; one without a URL is not.
    void setPlaygroundDraft(const RequestDraft &draft) { m_playgroundDraft = draft; }
    void setGrouping(CompareGrouping grouping);
    void setRunning(bool running);
    /// Something that kept the request from being sent; empty: nothing.
    void setError(const QString &sentence);
    void focusFilter();

signals:
    void requestChosen(const Detour::RequestDraft &draft);
    void groupingChosen(Detour::CompareGrouping grouping);
    void filterChanged(const QString &words);
    void runClicked();

private:
    void dress();
    void arrange();
    void fillRequestMenu();
    void fillGroupingMenu();
    void addRequest(QMenu &menu, const QString &name, const RequestDraft &draft);

    RequestDraft m_draft;
    RequestDraft m_playgroundDraft;
    CompareGrouping m_current = CompareGrouping::WhatIsSent;
    QLabel *m_title = nullptr;
    QLabel *m_subtitle = nullptr;
    QLabel *m_network = nullptr;
    ValueButton *m_request = nullptr;
    ValueButton *m_grouping = nullptr;
    QLineEdit *m_filter = nullptr;
    QPushButton *m_run = nullptr;
    QLabel *m_error = nullptr;
};

} // namespace Detour
