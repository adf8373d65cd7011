// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/fencefiller.h"

#include "document/blockmaker.h"
#include "document/clientstable.h"
#include "document/codestable.h"
#include "document/fencebody.h"
#include "document/pagecatalog.h"
#include "document/serverblocks.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

QList<Block> complaint(const Error &error)
{
    return {paragraphBlock({textInline(error.message)})};
}

QList<Block> clientsFilling(const QString &body, const Page &page, const PageOptions &options)
{
    const auto fence = readClientsFence(body, page.code);
    if (!fence) {
        return complaint(fence.error());
    }
    QList<ClientPolicy> clients;
    for (const QString &id : options.catalog->policies().ids()) {
        const auto policy = options.catalog->policies().policy(id);
        if (!policy) {
            return complaint(policy.error());
        }
        clients.append(*policy);
    }
    return {ClientsTable(clients, *fence).toBlock()};
}

QList<Block> serversFilling(const QString &body, const Page &page, const PageOptions &options)
{
    const auto status = readServersFence(body, page.code);
    if (!status) {
        return complaint(status.error());
    }
    const auto servers = options.catalog->servers().servers();
    return servers ? allServers(*servers, *status) : complaint(servers.error());
}

QList<Block> codesFilling(const QString &body, const PageOptions &options)
{
    const auto columns = readCodesFence(body);
    if (!columns) {
        return complaint(columns.error());
    }
    QList<const Page *> pages;
    for (const StatusCode code : referenceStatusCodes()) {
        const auto page = options.catalog->page(QString::number(code));
        if (!page) {
            return complaint(page.error());
        }
        pages.append(*page);
    }
    constexpr qsizetype narrowColumns = 3;
    const QStringList shown = options.isNarrow ? columns->mid(0, narrowColumns) : *columns;
    return {CodesTable(pages, shown, options.sortColumn, options.sortsDown).toBlock()};
}

QList<Block> filled(const QList<Block> &blocks, const Page &page, const PageOptions &options, KeptFences kept)
{
    QList<Block> result;
    for (const Block &block : blocks) {
        const bool isKept = kept == KeptFences::Servers && block.info == "servers"_L1;
        const auto filling = isKept ? std::nullopt : fenceFilling(block, page, options);
        if (filling) {
            result += *filling;
            continue;
        }
        result.append(block);
        if (block.kind != BlockKind::Table) {
            result.last().blocks = filled(block.blocks, page, options, kept);
        }
    }
    return result;
}

} // namespace

std::optional<QList<Block>> fenceFilling(const Block &fence, const Page &page, const PageOptions &options)
{
    if (fence.kind != BlockKind::Code || !options.catalog) {
        return std::nullopt;
    }
    if (fence.info == "clients"_L1) {
        return clientsFilling(fence.text, page, options);
    }
    if (fence.info == "servers"_L1) {
        return serversFilling(fence.text, page, options);
    }
    if (fence.info == "codes"_L1) {
        return codesFilling(fence.text, options);
    }
    return std::nullopt;
}

Result<Block> filledTree(const Page &page, const PageOptions &options, KeptFences kept)
{
    auto tree = parseMarkdown(page.markdown);
    if (tree && options.catalog) {
        tree->blocks = filled(tree->blocks, page, options, kept);
    }
    return tree;
}

} // namespace Detour
