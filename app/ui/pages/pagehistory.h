// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QString>

namespace Detour {

/// Where one has been, and how far down. A value; at most 100 places.
class PageHistory final
{
public:
    struct Place
    {
        QString slug;
        int scroll = 0; ///< of the vertical scroll bar

        friend bool operator==(const Place &, const Place &) = default;
    };

    /// Goes to a new place; what lay ahead is forgotten.
    void push(const QString &slug)
    {
        m_places.resize(m_current + 1);
        m_places.append({slug, 0});
        if (m_places.size() > 100)
            m_places.removeFirst();
        m_current = m_places.size() - 1;
    }
    /// Notes how far down the current place is scrolled.
    void keepScroll(int scroll)
    {
        if (m_current >= 0)
            m_places[m_current].scroll = scroll;
    }
    [[nodiscard]] bool canGo(int steps) const
    {
        return m_current + steps >= 0 && m_current + steps < m_places.size() && m_current >= 0;
    }
    /// Needs canGo(steps).
    Place go(int steps)
    {
        m_current += steps;
        return m_places.at(m_current);
    }

private:
    QList<Place> m_places;
    qsizetype m_current = -1;
};

} // namespace Detour
