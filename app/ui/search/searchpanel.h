// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/searchindex.h"
#include "ui/theme.h"
#include "ui/widgets/overlaypanel.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;

namespace Detour {

class SearchDelegate;
class SearchModel;

/// The search: lies over the top of its window while one types, and goes with Esc, Enter or a click elsewhere. The
/// field keeps the focus; Up and Down walk the hits.
class SearchPanel final : public OverlayPanel
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

    [[nodiscard]] QLineEdit &field() const { return *m_edit; }
    [[nodiscard]] QListView &list() const { return *m_list; }
    /// What stands below the field where there are no hits.
    [[nodiscard]] QString note() const;

signals:
    /// SearchEntry::target of the hit that was chosen.
    void chosen(const QString &target);

protected:
    void place() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void search();
    void choose(const QModelIndex &index);
    /// False for a key that is the field's.
    bool steer(int key);
    void move(int by);
    void tellSelection();

    SearchIndex m_index;
    QLineEdit *m_edit = nullptr;
    QListView *m_list = nullptr;
    SearchModel *m_model = nullptr;
    SearchDelegate *m_delegate = nullptr;
    QLabel *m_note = nullptr;
    QPushButton *m_suggestion = nullptr;
};

} // namespace Detour
