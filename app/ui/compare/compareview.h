// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/requestdraft.h"
#include "ui/compare/comparetable.h"

#include <QWidget>

class QStackedLayout;
class QTreeView;

namespace Detour {

class CompareBar;
class CompareController;
class CompareDelegate;
class CompareFoot;
class CompareModel;
class CompareStages;
class ThemeController;

/// One request as every client: the table of what each sends, why they differ, and the way to the playground or to two
/// stages side by side.
class CompareView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareView)

public:
    /// Both must outlive the view.
    CompareView(Session &session, ThemeController &theme, QWidget *parent = nullptr);
    ~CompareView() override;

    /// What stands in the playground, offered as one of the requests.
    void setPlaygroundDraft(const RequestDraft &draft);
    /// Takes a request and, unless it would leave this computer, sends it as every client.
    void compare(const RequestDraft &draft);
    /// The first comparison, when the view is first seen.
    void begin();
    void runAll();
    void cancel();
    void focusFilter();
    /// Plays two clients in step, by their indexes in the comparison.
    void showSideBySide(int left, int right);

    [[nodiscard]] const CompareController &controller() const { return *m_controller; }
    [[nodiscard]] QTreeView *table() const { return m_table; }
    [[nodiscard]] CompareStages *stages() const { return m_stages; }

signals:
    /// This request is to be shown in the playground; it names the client to follow as.
    void openRequested(const Detour::RequestDraft &draft);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QWidget *makePage();
    void dressTable();
    void connectParts();
    void applyTheme();
    void sortBy(int column);
    void refreshTable();
    void refreshFoot();
    void fitColumns();
    void openSelected();
    [[nodiscard]] QList<int> selectedClients() const;

    ThemeController &m_theme;
    CompareController *m_controller = nullptr;
    CompareModel *m_model = nullptr;
    CompareDelegate *m_delegate = nullptr;
    RequestDraft m_draft;
    CompareOrder m_order;
    CompareBar *m_bar = nullptr;
    QTreeView *m_table = nullptr;
    CompareFoot *m_foot = nullptr;
    QWidget *m_page = nullptr; ///< all but the stages
    CompareStages *m_stages = nullptr;
    QStackedLayout *m_stack = nullptr;
    bool m_hasBegun = false;
};

} // namespace Detour
