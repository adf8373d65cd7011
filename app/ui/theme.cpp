// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/theme.h"

#include <QApplication>
#include <QDir>
#include <QFontDatabase>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QColor rgb(QRgb value)
{
    return QColor::fromRgb(value);
}

constexpr QRgb white = 0xFFFFFF;
constexpr QRgb roadLettering = 0x1B1F24;
constexpr QRgb darkLettering = 0x16181C;

KindColors lightKind(StatusKind kind, const Theme &theme)
{
    switch (kind) {
    case StatusKind::Temporary:
        return {rgb(0xE8590C), rgb(0xB53C02), rgb(0xFFF1E6), rgb(roadLettering)};
    case StatusKind::Permanent:
        return {rgb(0x3B5BDB), rgb(0x3B5BDB), rgb(0xEDF2FF), rgb(white)};
    case StatusKind::SeeOther:
        return {rgb(0x0B7285), rgb(0x0B7285), rgb(0xE3F6F9), rgb(white)};
    case StatusKind::NotModified:
        return {rgb(0x5C677D), rgb(0x5C677D), rgb(0xEEF0F4), rgb(white)};
    case StatusKind::Choices:
        return {rgb(0x9C36B5), rgb(0x9C36B5), rgb(0xF8EFFB), rgb(white)};
    case StatusKind::Retired:
        return {rgb(0x828A92), rgb(0x5D6672), rgb(0xEEF0F4), rgb(roadLettering)};
    case StatusKind::Success:
        return {theme.ok, theme.ok, theme.okSoft, rgb(white)};
    case StatusKind::Failure:
        return {theme.error, theme.error, theme.errorSoft, rgb(white)};
    case StatusKind::Other:
        break;
    }
    return {rgb(0x5C677D), rgb(0x5D6672), rgb(0xEEF0F4), rgb(white)};
}

KindColors darkKind(StatusKind kind, const Theme &theme)
{
    switch (kind) {
    case StatusKind::Temporary:
        return {rgb(0xFF8A3D), rgb(0xFF9D5C), rgb(0x33241A), rgb(darkLettering)};
    case StatusKind::Permanent:
        return {rgb(0x91A7FF), rgb(0x91A7FF), rgb(0x202A4A), rgb(darkLettering)};
    case StatusKind::SeeOther:
        return {rgb(0x3BC9DB), rgb(0x3BC9DB), rgb(0x12313A), rgb(darkLettering)};
    case StatusKind::NotModified:
        return {rgb(0xA5B1C2), rgb(0xA5B1C2), rgb(0x262B32), rgb(darkLettering)};
    case StatusKind::Choices:
        return {rgb(0xDA77F2), rgb(0xDA77F2), rgb(0x33203A), rgb(darkLettering)};
    case StatusKind::Retired:
        return {rgb(0x868E96), rgb(0x9AA4B0), rgb(0x262B32), rgb(darkLettering)};
    case StatusKind::Success:
        return {theme.ok, theme.ok, theme.okSoft, rgb(darkLettering)};
    case StatusKind::Failure:
        return {theme.error, theme.error, theme.errorSoft, rgb(darkLettering)};
    case StatusKind::Other:
        break;
    }
    return {rgb(0xA5B1C2), rgb(0x9AA4B0), rgb(0x262B32), rgb(darkLettering)};
}

QFont sized(const QString &family, qreal pixels, QFont::Weight weight)
{
    QFont font(family);
    font.setPixelSize(qMax(1, qRound(pixels)));
    // Pixel sizes are whole numbers in QFont; point sizes are not, so half pixels go through them (96 dpi: 1 px = 0.75
    // pt).
    if (!qFuzzyCompare(pixels, qreal(qRound(pixels))))
        font.setPointSizeF(pixels * 0.75);
    font.setWeight(weight);
    return font;
}

QString installedFamily(const QString &wanted, QFontDatabase::SystemFont fallback)
{
    if (QFontDatabase::hasFamily(wanted))
        return wanted;
    return QFontDatabase::systemFont(fallback).family();
}

} // namespace

Theme Theme::light()
{
    Theme theme;
    theme.paper = rgb(0xF6F6F3);
    theme.surface = rgb(white);
    theme.sunk = rgb(0xFAFAF8);
    theme.code = rgb(0xF3F4F1);
    theme.ink = rgb(0x1B1F24);
    theme.muted = rgb(0x5D6672);
    theme.line = rgb(0xE2E4E6);
    theme.edge = rgb(0x858E98);
    theme.link = rgb(0x1A5FA8);
    theme.focus = theme.link;
    theme.ok = rgb(0x237A36);
    theme.okSoft = rgb(0xEBFBEE);
    theme.error = rgb(0xB42318);
    theme.errorSoft = rgb(0xFFECEC);
    theme.inverse = rgb(white);
    theme.mark = rgb(0xFFEDA3);
    theme.currentMark = rgb(0xFFB84D);
    return theme;
}

Theme Theme::darkTheme()
{
    Theme theme;
    theme.dark = true;
    theme.paper = rgb(0x16181C);
    theme.surface = rgb(0x1D2025);
    theme.sunk = rgb(0x191C20);
    theme.code = rgb(0x24282E);
    theme.ink = rgb(0xE9EBEE);
    theme.muted = rgb(0x9AA4B0);
    theme.line = rgb(0x2E333A);
    theme.edge = rgb(0x6C7682);
    theme.link = rgb(0x8AB8FF);
    theme.focus = theme.link;
    theme.ok = rgb(0x69DB7C);
    theme.okSoft = rgb(0x1B3022);
    theme.error = rgb(0xFF8787);
    theme.errorSoft = rgb(0x3A1F20);
    theme.inverse = rgb(darkLettering);
    theme.mark = rgb(0x57470F);
    theme.currentMark = rgb(0x8A5A00);
    return theme;
}

KindColors Theme::kind(StatusKind kind) const
{
    return dark ? darkKind(kind, *this) : lightKind(kind, *this);
}

QColor Theme::method(const QByteArray &method) const
{
    struct Row
    {
        const char *method;
        QRgb light;
        QRgb dark;
    };
    static constexpr Row rows[] = {
        {"GET", 0x1864AB, 0x74C0FC}, {"HEAD", 0x0B7285, 0x66D9E8},  {"POST", 0x237A36, 0x69DB7C},
        {"PUT", 0x9C4F00, 0xFFB066}, {"PATCH", 0x6741D9, 0xB197FC}, {"DELETE", 0xC02424, 0xFF8787},
    };
    for (const Row &row : rows) {
        if (method == row.method)
            return rgb(dark ? row.dark : row.light);
    }
    return kind(StatusKind::NotModified).fill;
}

QColor Theme::methodLettering() const
{
    return rgb(dark ? darkLettering : white);
}

QPalette Theme::palette() const
{
    QPalette result;
    result.setColor(QPalette::Window, paper);
    result.setColor(QPalette::WindowText, ink);
    result.setColor(QPalette::Base, surface);
    result.setColor(QPalette::AlternateBase, sunk);
    result.setColor(QPalette::Text, ink);
    result.setColor(QPalette::PlaceholderText, muted);
    result.setColor(QPalette::Button, surface);
    result.setColor(QPalette::ButtonText, ink);
    result.setColor(QPalette::BrightText, error);
    result.setColor(QPalette::Link, link);
    result.setColor(QPalette::LinkVisited, link);
    result.setColor(QPalette::Highlight, link);
    result.setColor(QPalette::HighlightedText, dark ? rgb(darkLettering) : rgb(white));
    result.setColor(QPalette::ToolTipBase, surface);
    result.setColor(QPalette::ToolTipText, ink);
    result.setColor(QPalette::Light, surface);
    result.setColor(QPalette::Midlight, sunk);
    result.setColor(QPalette::Mid, line);
    result.setColor(QPalette::Dark, edge);
    result.setColor(QPalette::Shadow, edge);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        result.setColor(QPalette::Disabled, role, edge);
    return result;
}

QFont Theme::textFont(qreal pixels, QFont::Weight weight)
{
    static const QString family = installedFamily(u"Inter"_s, QFontDatabase::GeneralFont);
    return sized(family, pixels, weight);
}

QFont Theme::monoFont(qreal pixels, QFont::Weight weight)
{
    static const QString family = installedFamily(u"JetBrains Mono"_s, QFontDatabase::FixedFont);
    QFont font = sized(family, pixels, weight);
    font.setStyleHint(QFont::Monospace);
    // No ligatures on the wire: "->" and "!=" are bytes, not arrows (QFont::setFeature comes with 6.7).
    font.setStyleStrategy(QFont::PreferNoShaping);
    return font;
}

void installFonts()
{
    const QDir fonts(u":/fonts"_s);
    for (const QString &name : fonts.entryList(QDir::Files))
        QFontDatabase::addApplicationFont(fonts.filePath(name));
    QApplication::setFont(Theme::textFont(13.5));
}

} // namespace Detour
