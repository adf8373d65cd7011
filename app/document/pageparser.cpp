// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codespan.h"
#include "document/exampleblock.h"
#include "document/fencebody.h"
#include "document/frontmatter.h"
#include "document/markdowntree.h"
#include "document/pagecatalog.h"
#include "scenario/httpblocks.h"

#include <QRegularExpression>
#include <QSet>

#include <array>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype maxPageBytes = 256 * 1024;

constexpr std::array alwaysNeeded{"slug", "title", "kind", "summary", "stage"};
constexpr std::array neededByCodes{"reference", "reference-url", "since",  "method",
                                   "body",      "lasts",         "cached", "location"};

constexpr QLatin1StringView guideKind{"guide"};

std::optional<StatusKind> kindNamed(const QString &name)
{
    for (const StatusKind kind : {StatusKind::Choices, StatusKind::Permanent, StatusKind::Temporary,
                                  StatusKind::SeeOther, StatusKind::NotModified, StatusKind::Retired}) {
        if (statusKindName(kind) == name) {
            return kind;
        }
    }
    return std::nullopt;
}

bool isKnownKey(const QString &key)
{
    const auto isKey = [&key](const char *known) { return key == QLatin1StringView(known); };
    return key == "code"_L1 || key == "aliases"_L1 || std::any_of(alwaysNeeded.begin(), alwaysNeeded.end(), isKey)
           || std::any_of(neededByCodes.begin(), neededByCodes.end(), isKey);
}

std::optional<Error> checkKeys(const FrontMatter &front)
{
    for (const QString &key : front.keys) {
        if (!isKnownKey(key)) {
            return badPage(front.values.value(key).line, u"“%1” is no key of the front matter."_s.arg(key));
        }
    }
    for (const char *key : alwaysNeeded) {
        if (!front.has(QString::fromLatin1(key))) {
            return badPage(1, u"“%1” is missing in the front matter."_s.arg(QLatin1StringView(key)));
        }
    }
    for (const char *key : neededByCodes) {
        if (front.has(u"code"_s) && !front.has(QString::fromLatin1(key))) {
            return badPage(1, u"“%1” is missing in the front matter."_s.arg(QLatin1StringView(key)));
        }
    }
    return std::nullopt;
}

std::optional<Error> readAliases(const FrontMatter &front, Page &page)
{
    if (!front.has(u"aliases"_s)) {
        return std::nullopt;
    }
    for (const QString &alias : front.value(u"aliases"_s).split(u',')) {
        page.aliases.append(alias.simplified());
        if (page.aliases.last().isEmpty()) {
            return badPage(front.values.value(u"aliases"_s).line, u"aliases are words parted by single commas."_s);
        }
    }
    return std::nullopt;
}

/// Fills in what the front matter says; returns what is wrong with it, if anything is.
std::optional<Error> readFront(const FrontMatter &front, Page &page)
{
    const auto wrong = [&front](const QString &key, const QString &what) {
        return badPage(front.values.value(key).line, what);
    };
    page.slug = front.value(u"slug"_s);
    if (!isSlug(page.slug)) {
        return wrong(u"slug"_s, u"a slug is lower-case letters, digits and hyphens."_s);
    }
    if (front.has(u"code"_s)) {
        page.code = front.value(u"code"_s).toInt();
        if (!referenceStatusCodes().contains(page.code) || page.slug != front.value(u"code"_s)) {
            return wrong(u"code"_s, u"a code is 300 to 308, and its page's slug is the same."_s);
        }
    }
    page.isGuide = page.code == 0 && front.value(u"kind"_s) == guideKind;
    const auto kind = kindNamed(front.value(u"kind"_s));
    if (!kind && !page.isGuide) {
        return wrong(u"kind"_s, u"“%1” is no kind of status code, and only a page without one is a guide."_s.arg(
                                    front.value(u"kind"_s)));
    }
    page.kind = kind.value_or(StatusKind::Other);
    if (auto error = readAliases(front, page)) {
        return error;
    }
    page.referenceUrl = front.value(u"reference-url"_s);
    if (!page.referenceUrl.isEmpty() && readLink(page.referenceUrl, page.slug).kind != LinkTarget::Kind::Outside) {
        return wrong(u"reference-url"_s, u"the reference's address begins with https://."_s);
    }
    const QString stage = front.value(u"stage"_s);
    page.brief = stage == "brief"_L1;
    if (!page.brief && stage != "full"_L1) {
        return wrong(u"stage"_s, u"the stage is “full” or “brief”."_s);
    }
    page.title = front.value(u"title"_s);
    page.reference = front.value(u"reference"_s);
    page.summary = front.value(u"summary"_s);
    page.facts = {front.value(u"method"_s), front.value(u"body"_s),     front.value(u"lasts"_s),
                  front.value(u"cached"_s), front.value(u"location"_s), front.value(u"since"_s)};
    return std::nullopt;
}

/// Walks a page's blocks and gathers headings and examples.
class Gatherer final
{
public:
    explicit Gatherer(Page &page)
        : m_page(page)
    {}

    [[nodiscard]] std::optional<Error> gather(const QList<Block> &blocks)
    {
        const Block *previous = nullptr;
        for (const Block &block : blocks) {
            std::optional<Error> error;
            if (block.kind == BlockKind::Heading) {
                error = addHeading(block);
            } else if (block.kind == BlockKind::Code) {
                error = addCode(block, previous);
            } else {
                error = gather(block.blocks);
            }
            if (error) {
                return error;
            }
            previous = &block;
        }
        return std::nullopt;
    }

private:
    std::optional<Error> addHeading(const Block &block)
    {
        if (m_anchors.contains(block.info)) {
            return badPage(block.line, u"the anchor “%1” stands twice."_s.arg(block.info));
        }
        m_anchors.insert(block.info);
        m_page.headings.append({block.number, plainText(block.inlines), block.info});
        return std::nullopt;
    }

    std::optional<Error> addCode(const Block &block, const Block *previous)
    {
        const auto fence = readFenceInfo(block.info);
        if (!fence) {
            return badPage(block.line, fence.error().message);
        }
        if (fence->isHttp()) {
            return addExample(block, *fence);
        }
        if (fence->isNext()) {
            return addClaims(block, previous);
        }
        return checkTableFence(*fence, block);
    }

    /// The fences that Detour fills by itself.
    [[nodiscard]] std::optional<Error> checkTableFence(const FenceInfo &fence, const Block &block) const
    {
        const bool isFilled =
            fence.language == "clients"_L1 || fence.language == "servers"_L1 || fence.language == "codes"_L1;
        if (isFilled && block.info != fence.language) {
            return badPage(block.line, u"nothing stands after “%1” on its line."_s.arg(fence.language));
        }
        if (fence.language == "clients"_L1) {
            const auto body = readClientsFence(block.text, m_page.code, block.line);
            return body ? std::nullopt : std::optional(body.error());
        }
        if (fence.language == "servers"_L1) {
            const auto status = readServersFence(block.text, m_page.code, block.line);
            return status ? std::nullopt : std::optional(status.error());
        }
        if (fence.language == "codes"_L1) {
            const auto columns = readCodesFence(block.text, block.line);
            return columns ? std::nullopt : std::optional(columns.error());
        }
        return std::nullopt;
    }

    std::optional<Error> addExample(const Block &block, const FenceInfo &fence)
    {
        if (!fence.run.isEmpty() && m_page.example(fence.run)) {
            return badPage(block.line, u"the example “%1” stands twice."_s.arg(fence.run));
        }
        Example example;
        example.id = fence.run;
        example.title = fence.title;
        if (!fence.client.isEmpty()) {
            example.client = fence.client;
        }
        example.text = block.text;
        example.runnable = !fence.isIllustration;
        if (example.runnable) {
            auto script = scriptFromHttpBlocks(example.id, example.text);
            if (!script) {
                return inPage(script.error(), block.line);
            }
            example.script = *std::move(script);
        }
        m_page.examples.append(std::move(example));
        return std::nullopt;
    }

    std::optional<Error> addClaims(const Block &block, const Block *previous)
    {
        const bool followsExample = previous && previous->kind == BlockKind::Code && !m_page.examples.isEmpty()
                                    && m_page.examples.last().runnable && previous->text == m_page.examples.last().text;
        if (!followsExample) {
            return badPage(block.line, u"a next fence stands straight after an example that runs."_s);
        }
        auto claims = readNextClaims(block.text, block.line + 1);
        if (!claims) {
            return claims.error();
        }
        m_page.examples.last().next = *std::move(claims);
        return std::nullopt;
    }

    /// An error that counts lines from the example's first, told in lines of the page.
    static Error inPage(const Error &error, int fenceLine)
    {
        static const QRegularExpression numbered(u"^Line (\\d+): "_s);
        const auto match = numbered.match(error.message);
        return badPage(fenceLine + match.captured(1).toInt(), error.message.mid(match.capturedLength()));
    }

    Page &m_page;
    QSet<QString> m_anchors;
};

} // namespace

Result<Page> parsePage(const QByteArray &utf8)
{
    if (utf8.size() > maxPageBytes) {
        return Error{u"bad-page"_s, u"The page is larger than 256 KiB."_s};
    }
    const auto front = readFrontMatter(utf8);
    if (!front) {
        return front.error();
    }
    if (const auto error = checkKeys(*front)) {
        return *error;
    }
    Page page;
    if (const auto error = readFront(*front, page)) {
        return *error;
    }
    const auto tree = parseMarkdown(front->rest, front->restLine);
    if (!tree) {
        return tree.error();
    }
    if (const auto error = Gatherer(page).gather(tree->blocks)) {
        return *error;
    }
    page.markdown = front->rest;
    return page;
}

} // namespace Detour
