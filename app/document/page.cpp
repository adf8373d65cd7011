// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/page.h"

#include <algorithm>

namespace Detour {

const Example *Page::example(const QString &id) const
{
    const auto found = std::find_if(examples.begin(), examples.end(), [&id](const Example &candidate) {
        return !candidate.id.isEmpty() && candidate.id == id;
    });
    return found == examples.end() ? nullptr : &*found;
}

const Example *Page::firstRunnable() const
{
    const auto found =
        std::find_if(examples.begin(), examples.end(), [](const Example &candidate) { return candidate.runnable; });
    return found == examples.end() ? nullptr : &*found;
}

} // namespace Detour
