// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentscale.h"

#include <cmath>

namespace Detour {

namespace {

constexpr qreal nearly = 0.01;

/// Letters stand where they are computed: no hinting to the pixels of one size.
QFont scalable(QFont font)
{
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

} // namespace

QFont PresentScale::text(qreal pixels, QFont::Weight weight) const
{
    return scalable(Theme::exactTextFont(std::ceil(pixels * m_unit - nearly), weight));
}

QFont PresentScale::mono(qreal pixels, QFont::Weight weight) const
{
    return scalable(Theme::exactMonoFont(std::ceil(pixels * m_unit - nearly), weight));
}

} // namespace Detour
