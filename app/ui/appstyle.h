// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QProxyStyle>

namespace Detour {

/// Fusion, with a visible focus on links: Qt's own is one dotted pixel. The style sheet lies on top of it.
/// Where motion is reduced, nothing in a widget moves by itself.
class AppStyle final : public QProxyStyle
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AppStyle)

public:
    AppStyle();
    ~AppStyle() override;

    void setStill(bool still) { m_still = still; }

    [[nodiscard]] int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                                QStyleHintReturn *returned) const override;

private:
    bool m_still = false;
};

} // namespace Detour
