// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QLabel>
#include <QTimer>

namespace Detour {

/// One sentence at the window's lower edge: what was done, or why it was not. Goes by itself, or with a click.
class Notice final : public QLabel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Notice)

public:
    explicit Notice(QWidget *window);
    ~Notice() override;

    /// Plain text, whatever it holds. A screen reader reads it out.
    void tell(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    void place();

    QTimer m_goes;
};

} // namespace Detour
