// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/appstyle.h"

#include <QPen>
#include <QStyleOption>
#include <QTextCharFormat>

namespace Detour {

AppStyle::AppStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{}

AppStyle::~AppStyle() = default;

int AppStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                        QStyleHintReturn *returned) const
{
    if (m_still && (hint == SH_Widget_Animation_Duration || hint == SH_Widget_Animate))
        return 0;
    auto *variant = qstyleoption_cast<QStyleHintReturnVariant *>(returned);
    if (hint != SH_TextControl_FocusIndicatorTextCharFormat || !variant || !option)
        return QProxyStyle::styleHint(hint, option, widget, returned);
    QTextCharFormat format;
    format.setProperty(QTextFormat::OutlinePen, QPen(option->palette.color(QPalette::Link), 2));
    variant->variant = format;
    return 1;
}

} // namespace Detour
