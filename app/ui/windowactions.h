// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/searchentry.h"

#include <QAction>
#include <QObject>

#include <functional>

namespace Detour {

/// What can be done in the window: each has the keys of the key table, stands in menus where the window puts it, and is
/// found by the search and the palette.
class WindowActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowActions)

public:
    /// The actions belong to `window`, and their keys hold there.
    explicit WindowActions(QWidget *window);

    /// `id` is unique; its keys come from the key table (help/keytable.h). `aliases`: other words to find it by.
    QAction *add(const QString &id, const QString &text, std::function<void()> run, const QStringList &aliases = {});
    /// `why` says in one sentence why it cannot be done now; empty: it can. Asked each time.
    void setUnavailable(const QString &id, std::function<QString()> why);
    [[nodiscard]] QString whyNot(const QString &id) const;

    /// Null if there is none.
    [[nodiscard]] QAction *action(const QString &id) const;
    [[nodiscard]] const QList<QAction *> &all() const { return m_actions; }
    [[nodiscard]] QStringList aliases(const QString &id) const { return m_aliases.value(id); }
    /// One for each, with its keys as the place where it is found, and the target "action:ID".
    [[nodiscard]] QList<SearchEntry> searchEntries() const;

signals:
    /// It was wanted and cannot be done now.
    void refused(const QString &id, const QString &why);

private:
    QWidget *m_window;
    QList<QAction *> m_actions;
    QHash<QString, QStringList> m_aliases;
    QHash<QString, std::function<QString()>> m_reasons;
};

} // namespace Detour
