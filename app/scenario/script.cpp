// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "scenario/script.h"

namespace Detour {

namespace {

bool matches(const ScriptStep &step, const Method &method, QByteArrayView host, QByteArrayView target)
{
    return (!step.method || *step.method == method)
           && (step.host.isEmpty() || host.compare(step.host, Qt::CaseInsensitive) == 0) && target == step.target;
}

} // namespace

int Script::stepFor(const Method &method, QByteArrayView host, QByteArrayView target, const QList<int> &used) const
{
    int last = -1;
    for (int i = 0; i < int(steps.size()); ++i) {
        if (!matches(steps.at(i), method, host, target)) {
            continue;
        }
        if (used.value(i, 0) == 0) {
            return i;
        }
        last = i;
    }
    return last;
}

} // namespace Detour
