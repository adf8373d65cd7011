// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QSortFilterProxyModel;
class QStandardItemModel;
class QTreeView;

namespace Detour {

/// One line of a library.
struct LibraryEntry
{
    enum class State {
        New,
        Begun,
        Done,
    };

    QString id;
    QString title;
    QString topic;
    int level = 1;
    QList<StatusCode> codes;
    QString length;   ///< "10 min"; may be empty
    QString keywords; ///< further words to find it by
    State state = State::New;
};

/// The lessons, or the scenarios: a table with a filter, the topic, the level and what was done. A click, or Enter,
/// opens.
class LibraryView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LibraryView)

public:
    /// `note` says below the title what is listed.
    LibraryView(const QString &objectName, const QString &title, const QString &note, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setEntries(const QList<LibraryEntry> &entries);
    [[nodiscard]] QTreeView *table() const { return m_table; }
    [[nodiscard]] QLineEdit *filter() const { return m_filter; }

signals:
    void opened(const QString &id);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build(const QString &title, const QString &note);
    void dressTable();
    void applyFilter(const QString &typed);
    void openAt(const QModelIndex &index);
    void showCount();

    Theme m_theme = Theme::light();
    QStandardItemModel *m_model = nullptr;
    QSortFilterProxyModel *m_filtered = nullptr;
    QLineEdit *m_filter = nullptr;
    QLabel *m_count = nullptr;
    QLabel *m_empty = nullptr;
    QTreeView *m_table = nullptr;
};

/// "first steps", "at work", "deep".
[[nodiscard]] QString levelInWords(int level);
/// "Forms", as a learner reads it.
[[nodiscard]] QString topicInWords(const QString &topic);

} // namespace Detour
