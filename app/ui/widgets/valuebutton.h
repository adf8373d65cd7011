// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QToolButton>

namespace Detour {

/// A quiet button that opens something: a word, its present value in bold, a chevron.
class ValueButton final : public QToolButton
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ValueButton)

public:
    explicit ValueButton(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Its name for screen readers is "`word` `value`".
    void setValue(const QString &word, const QString &value);

    [[nodiscard]] QSize sizeHint() const override;
    /// The value is cut where there is no room for all of it.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme m_theme = Theme::light();
    QString m_word;
    QString m_value;
};

} // namespace Detour
