// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commands.h"
#include "cli/textreporter.h"
#include "document/policycatalog.h"
#include "exchangeformats/tracefile.h"

namespace Detour {

int runSavedTrace(const QByteArray &file, const CommandContext &context)
{
    Result<RedirectChain> chain = readTraceFile(QString::fromLocal8Bit(file));
    if (!chain) {
        return context.complain(chain.error().message, exitFile);
    }
    const PolicyCatalog policies(context.content);
    if (const Result<ClientPolicy> policy = policies.policy(chain->clientId)) {
        chain->clientName = policy->name;
    }
    // What the file holds was masked when it was written, or is shown because its writer asked for it.
    TextReporter reporter(context.out, {context.isColoured, true});
    reporter.tell(*chain);
    return context.finish();
}

} // namespace Detour
