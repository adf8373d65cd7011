// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QToolButton>

namespace Detour {

/// Looks like a field, and opens the search: what it searches, and its keys; an icon alone where there is no room.
class SearchButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchButton)

public:
    enum class Room {
        Wide,  ///< says what is searched
        Short, ///< "Search" and the keys
        Icon,
    };

    explicit SearchButton(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setRoom(Room room);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme = Theme::light();
    Room m_room = Room::Wide;
};

} // namespace Detour
