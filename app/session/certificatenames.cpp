// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/certificatenames.h"

#include "document/pagecatalog.h"
#include "document/scenariocatalog.h"

#include <algorithm>

namespace Detour {

namespace {

void addHosts(const Example &example, QList<QByteArray> &names)
{
    for (const Origin &origin : example.script.origins) {
        names.append(origin.host);
    }
}

} // namespace

QList<QByteArray> certificateNames(const ContentStore &content)
{
    QList<QByteArray> names{"pay.localhost"}; // the one that people try ~host= with: the lab's own example
    PageCatalog pages(content);               // one of its own: a catalogue belongs to its thread
    for (const QString &slug : pages.slugs()) {
        const auto page = pages.page(slug);
        if (!page) {
            continue; // whoever opens it is told why
        }
        for (const Example &example : (*page)->examples) {
            addHosts(example, names);
        }
    }
    const ScenarioCatalog scenarios(content);
    for (const QString &id : scenarios.ids()) {
        if (const auto scenario = scenarios.scenario(id)) {
            addHosts((*scenario)->broken.example, names);
            addHosts((*scenario)->fixed.example, names);
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

} // namespace Detour
