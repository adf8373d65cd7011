// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "session/examplerun.h"

namespace Detour {

TraceSpec specForScript(const Script &script, const ClientPolicy &policy)
{
    TraceSpec spec;
    spec.request = script.first;
    if (script.first.content) {
        spec.body = bodyFromMemory(script.first.content->preview);
        spec.request.content = spec.body->info();
    }
    spec.policy = policy;
    spec.script = script;
    return spec;
}

Result<TraceSpec> specForExample(const Example &example, const PolicyCatalog &policies)
{
    const Result<ClientPolicy> policy = policies.policy(example.client);
    if (!policy) {
        return policy.error();
    }
    return specForScript(example.script, *policy);
}

} // namespace Detour
