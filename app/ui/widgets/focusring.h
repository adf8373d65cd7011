// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QColor>
#include <QPointer>
#include <QWidget>

namespace Detour {

/// A two-pixel ring, two pixels off the button or box that has the keyboard. A style sheet cannot draw outside its
/// widget, so this lies over the window. Text fields, lists and painted views show their focus themselves.
class FocusRing final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FocusRing)

public:
    /// Lies over `window` and follows the focus within it.
    explicit FocusRing(QWidget *window);
    ~FocusRing() override;

    void setColor(const QColor &color);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void follow(QWidget *focused);
    void watch(QWidget *target);
    void place();

    QColor m_color;
    QPointer<QWidget> m_target;
    bool m_hidden = false; ///< focused by the mouse
};

} // namespace Detour
