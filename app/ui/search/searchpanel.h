// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/searchindex.h"
#include "ui/theme.h"
#include "ui/widgets/pickpanel.h"

class QPushButton;

namespace Detour {

class SearchDelegate;
class SearchModel;

/// The search: lies over the top of its window while one types, and goes with Esc, Enter or a click elsewhere. The
/// field keeps the focus; Up and Down walk the hits.
class SearchPanel final : public PickPanel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchPanel)

public:
    explicit SearchPanel(QWidget *window);
    ~SearchPanel() override;

    void setTheme(const Theme &theme);
    void setIndex(SearchIndex index);
    [[nodiscard]] bool hasIndex() const { return m_index.size() > 0; }

    void open();

signals:
    /// SearchEntry::target of the hit that was chosen.
    void chosen(const QString &target);

protected:
    void choose(const QModelIndex &index) override;
    void enter() override;
    [[nodiscard]] int heightBelowNote() const override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void search();

    SearchIndex m_index;
    SearchModel *m_model = nullptr;
    SearchDelegate *m_delegate = nullptr;
    QPushButton *m_suggestion = nullptr;
};

} // namespace Detour
