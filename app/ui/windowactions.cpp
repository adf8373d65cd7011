// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/windowactions.h"

#include "ui/help/keytable.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// Keys of the playground, the stage and the views are theirs: they hold where the focus is, not in the whole window.
bool isWindowWide(const QString &id)
{
    for (const KeyLine &line : keyLines()) {
        if (line.id == id)
            return line.area == KeyArea::Window || line.area == KeyArea::Reading;
    }
    return false;
}

} // namespace

WindowActions::WindowActions(QWidget *window)
    : QObject(window)
    , m_window(window)
{}

QAction *WindowActions::add(const QString &id, const QString &text, std::function<void()> run,
                            const QStringList &aliases)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(id);
    if (isWindowWide(id))
        action->setShortcuts(keysOf(id));
    connect(action, &QAction::triggered, this, [this, id, run = std::move(run)] {
        if (const QString why = whyNot(id); why.isEmpty())
            run();
        else
            emit refused(id, why);
    });
    m_window->addAction(action);
    m_actions.append(action);
    m_aliases.insert(id, aliases);
    return action;
}

void WindowActions::setUnavailable(const QString &id, std::function<QString()> why)
{
    m_reasons.insert(id, std::move(why));
}

QString WindowActions::whyNot(const QString &id) const
{
    const auto reason = m_reasons.find(id);
    return reason == m_reasons.end() ? QString() : (*reason)();
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
        entry.where = keyText(each->objectName());
        entry.aliases = m_aliases.value(each->objectName());
        entry.target = u"action:"_s + each->objectName();
        entries.append(entry);
    }
    return entries;
}

} // namespace Detour
