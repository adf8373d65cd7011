// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QAccessibleWidget>
#include <QHash>

namespace Detour {

class StageWidget;

/// The stage for screen readers: named "Stage", described by its caption, with one child a hop that was told so far.
/// Children are made only when one asks for them.
class StageAccessible final : public QAccessibleWidget
{
public:
    explicit StageAccessible(StageWidget *stage);
    ~StageAccessible() override;
    Q_DISABLE_COPY_MOVE(StageAccessible)

    /// Teaches QAccessible about the stage; harmless when called again.
    static void install();

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface *child(int index) const override;
    [[nodiscard]] QAccessibleInterface *childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface *focusChild() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *child) const override;
    [[nodiscard]] QString text(QAccessible::Text text) const override;

private:
    [[nodiscard]] StageWidget *stage() const;

    mutable QHash<int, QAccessible::Id> m_children; ///< by hop
};

} // namespace Detour
