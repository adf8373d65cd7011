// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/windowactions.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace Detour {

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

QAction *WindowActions::add(const QString &id, const QString &text, const QList<QKeySequence> &keys,
                            std::function<void()> run, const QStringList &aliases)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(id);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, [run = std::move(run)] { run(); });
    m_window->addAction(action);
    m_actions.append(action);
    m_aliases.insert(id, aliases);
    return action;
}

QAction *WindowActions::action(const QString &id) const
{
    for (QAction *each : m_actions) {
        if (each->objectName() == id)
            return each;
    }
    return nullptr;
}

QList<SearchEntry> WindowActions::searchEntries() const
{
    QList<SearchEntry> entries;
    for (const QAction *each : m_actions) {
        SearchEntry entry;
        entry.kind = SearchKind::Action;
        entry.title = each->text();
        entry.where = each->shortcut().toString(QKeySequence::NativeText);
        entry.aliases = m_aliases.value(each->objectName());
        entry.target = u"action:"_s + each->objectName();
        entries.append(entry);
    }
    return entries;
}

} // namespace Detour
