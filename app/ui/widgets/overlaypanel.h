// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>
#include <QPointer>

namespace Detour {

/// Lies over the top of its window while one types into it, and goes with a click elsewhere or when the focus goes.
class OverlayPanel : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(OverlayPanel)

public:
    explicit OverlayPanel(QWidget *window);
    ~OverlayPanel() override;

    /// Gives the focus back to what had it.
    void close();

protected:
    void openWith(QWidget &field);
    /// Sets the geometry, for the window as it is now.
    virtual void place() = 0;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QPointer<QWidget> m_before; ///< had the focus
};

} // namespace Detour
