// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/searchentry.h"

#include <QAction>
#include <QObject>

#include <functional>

namespace Detour {

/// What can be done in the window: each has keys, stands in menus where the window puts it, and is found by the search.
class WindowActions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WindowActions)

public:
    /// The actions belong to `window`, and their keys hold there.
    explicit WindowActions(QWidget *window);

    /// `id` is unique. `aliases`: other words to find it by.
    QAction *add(const QString &id, const QString &text, const QList<QKeySequence> &keys, std::function<void()> run,
                 const QStringList &aliases = {});
    /// Null if there is none.
    [[nodiscard]] QAction *action(const QString &id) const;
    /// One for each, with its keys as the place where it is found, and the target "action:ID".
    [[nodiscard]] QList<SearchEntry> searchEntries() const;

private:
    QWidget *m_window;
    QList<QAction *> m_actions;
    QHash<QString, QStringList> m_aliases;
};

} // namespace Detour
