// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QAbstractButton>

namespace Detour {

/// One line: a ring before the lab runs, a dot once it does, and where it listens. Pressed, it leads to the lab's view.
class LabStatus final : public QAbstractButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabStatus)

public:
    explicit LabStatus(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// "127.0.0.1:8307"; empty: it does not run yet.
    void setAddress(const QString &address);
    /// The dot alone; the words stand in the tip.
    void setRail(bool rail);
    [[nodiscard]] QString statusText() const;

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    Theme m_theme = Theme::light();
    QString m_address;
    bool m_rail = false;
};

} // namespace Detour
