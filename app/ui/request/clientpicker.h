// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/clientpolicy.h"
#include "ui/request/editorpopup.h"

class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace Detour {

class PolicyCatalog;

/// Every client with its difference to browsers in a sentence; found by typing.
class ClientPicker final : public EditorPopup
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ClientPicker)

public:
    ClientPicker(const Theme &theme, const PolicyCatalog &policies, const QString &current, QWidget *anchor);

    void open();

signals:
    void chosen(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const PolicyCatalog &policies, const QString &current);
    void filter(const QString &words);
    void choose(const QModelIndex &index);

    QLineEdit *m_search;
    QListView *m_list;
    QSortFilterProxyModel *m_shown;
    QLabel *m_none = nullptr;
};

} // namespace Detour
