// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QToolButton>

namespace Detour {

/// The request method as a capsule with a menu of the usual ones; "Other…" takes any token.
class MethodButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MethodButton)

public:
    explicit MethodButton(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setMethod(const QString &method);
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void methodChosen(const QString &method);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void askForOther();

    Theme m_theme = Theme::light();
    QString m_method = QStringLiteral("GET");
};

} // namespace Detour
