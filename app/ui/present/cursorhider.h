// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPoint>
#include <QTimer>
#include <QWidget>

#include <chrono>

namespace Detour {

/// Takes the mouse pointer away from a window over which it does not move, and gives it back when it does.
class CursorHider final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CursorHider)

public:
    /// `window` must outlive this object. The pointer goes after `still` without movement.
    CursorHider(QWidget &window, std::chrono::milliseconds still);
    ~CursorHider() override;

    [[nodiscard]] bool isHidden() const { return m_isHidden; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void hidePointer();
    void showPointer();

    QWidget &m_window;
    QTimer m_timer;
    QPoint m_last; ///< of the screen
    bool m_isHidden = false;
};

} // namespace Detour
