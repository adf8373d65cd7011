// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/present/presentscale.h"

#include <QKeyEvent>
#include <QWidget>

#include <optional>

namespace Detour {

/// What a key does while one presents.
enum class PresentCommand {
    Play,
    Next,
    Back,
    First,
    Last,
    Vote,
    TakeBack,
    Blank,
    Zoom,
    Notes,
    Keys,
    Clause,
    Leave,
};

/// As the key table says; none for any other key.
[[nodiscard]] std::optional<PresentCommand> presentCommand(const QKeyEvent &event);

/// The keys of the present view, over it and large enough for its wall.
class PresentKeySheet final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PresentKeySheet)

public:
    explicit PresentKeySheet(QWidget *parent = nullptr);

    void setLook(const Theme &theme, const PresentScale &scale);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintKeys(QPainter &painter, qreal right, qreal middle, const QStringList &keys) const;

    Theme m_theme = Theme::light();
    PresentScale m_scale;
};

} // namespace Detour
