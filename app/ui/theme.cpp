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
constexpr QRgb black = 0x000000;

qreal currentTextScale = 1;

/// Four columns of one table: light, dark, and both in high contrast.
struct KindRow
{
    StatusKind kind;
    QRgb fill, text, soft;
    QRgb lettering;
};

constexpr KindRow lightKinds[] = {
    {StatusKind::Temporary, 0xE8590C, 0xB53C02, 0xFFF1E6, roadLettering},
    {StatusKind::Permanent, 0x3B5BDB, 0x3B5BDB, 0xEDF2FF, white},
    {StatusKind::SeeOther, 0x0B7285, 0x0B7285, 0xE3F6F9, white},
    {StatusKind::NotModified, 0x5C677D, 0x5C677D, 0xEEF0F4, white},
    {StatusKind::Choices, 0x9C36B5, 0x9C36B5, 0xF8EFFB, white},
    {StatusKind::Retired, 0x828A92, 0x5D6672, 0xEEF0F4, roadLettering},
    {StatusKind::Other, 0x5C677D, 0x5D6672, 0xEEF0F4, white},
};

constexpr KindRow darkKinds[] = {
    {StatusKind::Temporary, 0xFF8A3D, 0xFF9D5C, 0x33241A, darkLettering},
    {StatusKind::Permanent, 0x91A7FF, 0x91A7FF, 0x202A4A, darkLettering},
    {StatusKind::SeeOther, 0x3BC9DB, 0x3BC9DB, 0x12313A, darkLettering},
    {StatusKind::NotModified, 0xA5B1C2, 0xA5B1C2, 0x262B32, darkLettering},
    {StatusKind::Choices, 0xDA77F2, 0xDA77F2, 0x33203A, darkLettering},
    {StatusKind::Retired, 0x868E96, 0x9AA4B0, 0x262B32, darkLettering},
    {StatusKind::Other, 0xA5B1C2, 0x9AA4B0, 0x262B32, darkLettering},
};

constexpr KindRow highContrastLightKinds[] = {
    {StatusKind::Temporary, 0x8A3200, 0x8A3200, 0xFFF1E6, white},
    {StatusKind::Permanent, 0x2A3FA8, 0x2A3FA8, 0xEDF2FF, white},
    {StatusKind::SeeOther, 0x06515F, 0x06515F, 0xE3F6F9, white},
    {StatusKind::NotModified, 0x3D4655, 0x3D4655, 0xEEF0F4, white},
    {StatusKind::Choices, 0x6E2380, 0x6E2380, 0xF8EFFB, white},
    {StatusKind::Retired, 0x454C54, 0x454C54, 0xEEF0F4, white},
    {StatusKind::Other, 0x3D4655, 0x3D4655, 0xEEF0F4, white},
};

constexpr KindRow highContrastDarkKinds[] = {
    {StatusKind::Temporary, 0xFFB27A, 0xFFB27A, 0x1E1208, black},
    {StatusKind::Permanent, 0xB9C7FF, 0xB9C7FF, 0x101A33, black},
    {StatusKind::SeeOther, 0x6FDDEA, 0x6FDDEA, 0x07222A, black},
    {StatusKind::NotModified, 0xC9D2DE, 0xC9D2DE, 0x15191E, black},
    {StatusKind::Choices, 0xECA9FB, 0xECA9FB, 0x24122A, black},
    {StatusKind::Retired, 0xC2C9D1, 0xC2C9D1, 0x15191E, black},
    {StatusKind::Other, 0xC9D2DE, 0xC9D2DE, 0x15191E, black},
};

/// The row of `kind`, or that of Other.
const KindRow &rowOf(StatusKind kind, const Theme &theme)
{
    const KindRow(&rows)[7] = theme.highContrast ? (theme.dark ? highContrastDarkKinds : highContrastLightKinds)
                                                 : (theme.dark ? darkKinds : lightKinds);
    for (const KindRow &row : rows) {
        if (row.kind == kind)
            return row;
    }
    return rows[6];
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

Theme Theme::highContrastLight()
{
    Theme theme = light();
    theme.highContrast = true;
    theme.paper = rgb(white);
    theme.sunk = rgb(white);
    theme.code = rgb(0xF0F0EE);
    theme.ink = rgb(black);
    theme.muted = rgb(0x3A414A);
    theme.line = rgb(0x767F89);
    theme.edge = rgb(0x5A626C);
    theme.link = rgb(0x0B4281);
    theme.focus = theme.link;
    theme.ok = rgb(0x145224);
    theme.error = rgb(0x8C1611);
    return theme;
}

Theme Theme::highContrastDark()
{
    Theme theme = darkTheme();
    theme.highContrast = true;
    theme.paper = rgb(black);
    theme.surface = rgb(black);
    theme.sunk = rgb(0x0B0C0E);
    theme.code = rgb(0x15171A);
    theme.ink = rgb(white);
    theme.muted = rgb(0xC8CFD8);
    theme.line = rgb(0x838D98);
    theme.edge = rgb(0x98A2AD);
    theme.link = rgb(0xA9CCFF);
    theme.focus = theme.link;
    theme.ok = rgb(0x8CEB9C);
    theme.okSoft = rgb(0x0C2412);
    theme.error = rgb(0xFFB0B0);
    theme.errorSoft = rgb(0x2A1010);
    theme.inverse = rgb(black);
    theme.mark = rgb(0x57470F);
    theme.currentMark = rgb(0x6B4500);
    return theme;
}

Theme Theme::of(bool dark, bool highContrast)
{
    if (highContrast)
        return dark ? highContrastDark() : highContrastLight();
    return dark ? darkTheme() : light();
}

KindColors Theme::kind(StatusKind kind) const
{
    const QColor lettering = rgb(!dark ? white : highContrast ? black : darkLettering);
    if (kind == StatusKind::Success)
        return {ok, ok, okSoft, lettering};
    if (kind == StatusKind::Failure)
        return {error, error, errorSoft, lettering};
    const KindRow &row = rowOf(kind, *this);
    return {rgb(row.fill), rgb(row.text), rgb(row.soft), rgb(row.lettering)};
}

QColor Theme::method(const QByteArray &method) const
{
    struct Row
    {
        const char *method;
        QRgb light, dark, highLight, highDark;
    };
    static constexpr Row rows[] = {
        {"GET", 0x1864AB, 0x74C0FC, 0x0D4A80, 0x9CD3FF},   {"HEAD", 0x0B7285, 0x66D9E8, 0x07525F, 0x8AE3F0},
        {"POST", 0x237A36, 0x69DB7C, 0x145224, 0x8CEB9C},  {"PUT", 0x9C4F00, 0xFFB066, 0x703900, 0xFFC58C},
        {"PATCH", 0x6741D9, 0xB197FC, 0x4A2BA8, 0xCDB9FF}, {"DELETE", 0xC02424, 0xFF8787, 0x8F1818, 0xFFB0B0},
    };
    for (const Row &row : rows) {
        if (method == row.method)
            return rgb(highContrast ? (dark ? row.highDark : row.highLight) : (dark ? row.dark : row.light));
    }
    return kind(StatusKind::NotModified).fill;
}

QColor Theme::methodLettering() const
{
    return rgb(!dark ? white : highContrast ? black : darkLettering);
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
    result.setColor(QPalette::HighlightedText, methodLettering());
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

qreal Theme::textScale()
{
    return currentTextScale;
}

void Theme::setTextScale(qreal scale)
{
    currentTextScale = qBound(smallestTextScale, scale, largestTextScale);
}

QFont Theme::textFont(qreal pixels, QFont::Weight weight)
{
    return exactTextFont(scaled(pixels), weight);
}

QFont Theme::monoFont(qreal pixels, QFont::Weight weight)
{
    return exactMonoFont(scaled(pixels), weight);
}

QFont Theme::exactTextFont(qreal pixels, QFont::Weight weight)
{
    static const QString family = installedFamily(u"Inter"_s, QFontDatabase::GeneralFont);
    return sized(family, pixels, weight);
}

QFont Theme::exactMonoFont(qreal pixels, QFont::Weight weight)
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
