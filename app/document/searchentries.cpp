// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/searchentries.h"

#include "document/codespan.h"
#include "document/exampleblock.h"
#include "document/fencefiller.h"
#include "document/lessoncatalog.h"
#include "document/markdowntree.h"
#include "document/pagecatalog.h"
#include "document/policycatalog.h"
#include "document/scenariocatalog.h"

#include <QMap>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

/// A stretch of a page under one heading; the first has none.
struct Section
{
    QString title;
    QString anchor;
    QString text;
};

/// Where a field is spoken of.
struct FieldPlace
{
    QString target;
    QString text;
    QStringList pages;
    int mentions = 0; ///< in the section that speaks of it most
};

class Collector final
{
public:
    /// With what fills its fences: whoever asks for "nginx" wants to know how it sends a code.
    void addPage(const Page &page, PageCatalog &pages)
    {
        PageOptions options;
        options.catalog = &pages;
        const auto tree = filledTree(page, options);
        if (!tree) {
            return;
        }
        m_page = &page;
        m_section = {};
        m_fields.clear();
        m_isIntroduction = true;
        for (const Block &block : tree->blocks) {
            if (block.kind == BlockKind::Heading) {
                finishSection();
                m_section = {plainText(block.inlines), block.info, {}};
            } else {
                read(block);
            }
        }
        finishSection();
    }

    void addClient(const ClientPolicy &policy)
    {
        SearchEntry entry;
        entry.kind = SearchKind::Client;
        entry.title = policy.name;
        entry.where = policy.version;
        entry.text = policy.summary;
        entry.aliases = QStringList{policy.id};
        entry.target = "client:"_L1 + policy.id;
        m_entries.append(entry);
    }

    [[nodiscard]] QList<SearchEntry> take()
    {
        for (auto each = m_places.cbegin(); each != m_places.cend(); ++each) {
            SearchEntry entry;
            entry.kind = SearchKind::Field;
            entry.title = each.key();
            entry.where = each->pages.size() == 1 ? each->pages.first() : u"%1 pages"_s.arg(each->pages.size());
            entry.text = each->text;
            entry.target = each->target;
            m_entries.append(entry);
        }
        return std::move(m_entries);
    }

private:
    [[nodiscard]] QString target() const
    {
        return "page:"_L1 + m_page->slug + (m_section.anchor.isEmpty() ? QString() : u'#' + m_section.anchor);
    }

    void finishSection()
    {
        m_section.text = m_section.text.simplified();
        SearchEntry entry;
        entry.kind = m_isIntroduction ? SearchKind::Page : SearchKind::Heading;
        entry.title = m_isIntroduction ? nameOf(*m_page) : m_section.title;
        entry.where = m_isIntroduction ? m_page->reference : nameOf(*m_page);
        entry.text = m_isIntroduction ? QString(m_page->summary + u' ' + m_section.text) : m_section.text;
        entry.aliases = m_isIntroduction ? searchAliasesOf(*m_page) : QStringList();
        entry.target = target();
        m_entries.append(entry);
        for (auto field = m_fields.cbegin(); field != m_fields.cend(); ++field) {
            addFieldPlace(field.key(), field.value(), entry.text);
        }
        m_fields.clear();
        m_isIntroduction = false;
    }

    void addFieldPlace(const QString &name, int mentions, const QString &text)
    {
        FieldPlace &place = m_places[name];
        const QString page = nameOf(*m_page);
        if (!place.pages.contains(page)) {
            place.pages.append(page);
        }
        if (mentions > place.mentions) {
            place.mentions = mentions;
            place.target = target();
            place.text = text;
        }
    }

    void read(const Block &block)
    {
        if (block.kind == BlockKind::Code) {
            readCode(block);
            return;
        }
        if (!block.inlines.isEmpty()) {
            m_section.text += words(block.inlines) + u' ';
        }
        for (const Block &child : block.blocks) {
            read(child);
        }
    }

    void readCode(const Block &block)
    {
        const auto fence = readFenceInfo(block.info);
        if (fence && fence->isHttp() && !fence->run.isEmpty()) {
            addExample(*fence, block.text);
        } else if (fence && fence->isNext()) {
            for (const QString &line : block.text.split(u'\n', Qt::SkipEmptyParts)) {
                m_section.text += line.section(u'|', 1).trimmed() + u' ';
            }
        } else {
            m_section.text += block.text + u' ';
        }
    }

    void addExample(const FenceInfo &fence, const QString &text)
    {
        SearchEntry entry;
        entry.kind = SearchKind::Example;
        entry.title = fence.title.isEmpty() ? m_section.title : fence.title;
        entry.where = nameOf(*m_page) + (m_section.title.isEmpty() ? QString() : u" · "_s + m_section.title);
        entry.text = text.simplified();
        entry.target = "example:"_L1 + m_page->slug + u'/' + fence.run
                       + (m_section.anchor.isEmpty() ? QString() : u'#' + m_section.anchor);
        m_entries.append(entry);
    }

    QString words(const QList<Inline> &inlines)
    {
        QString result;
        for (const Inline &item : inlines) {
            switch (item.kind) {
            case InlineKind::Text:
                result += item.text;
                break;
            case InlineKind::Code:
                result += codeWords(item.text);
                break;
            case InlineKind::HardBreak:
                result += u' ';
                break;
            case InlineKind::Emphasis:
            case InlineKind::Strong:
            case InlineKind::Strike:
            case InlineKind::Link:
                result += words(item.children);
                break;
            }
        }
        return result;
    }

    QString codeWords(const QString &text)
    {
        const CodeSpan span = readCodeSpan(text);
        if (span.isPill) {
            return span.pillWords();
        }
        if (span.sign != 0) {
            return {}; // its number is written beside it
        }
        const QString field = fieldNameIn(text);
        if (!field.isEmpty()) {
            ++m_fields[field];
        }
        return text;
    }

    const Page *m_page = nullptr;
    Section m_section;
    bool m_isIntroduction = true;
    QMap<QString, int> m_fields; ///< of this section, with how often
    QMap<QString, FieldPlace> m_places;
    QList<SearchEntry> m_entries;
};

} // namespace

QString nameOf(const Page &page)
{
    return page.code == 0 ? page.title : QString(QString::number(page.code) + u' ' + page.title);
}

QList<SearchEntry> searchEntriesOf(PageCatalog &pages, const PolicyCatalog &policies)
{
    Collector collector;
    for (const QString &slug : pages.slugs()) {
        if (const auto page = pages.page(slug)) {
            collector.addPage(**page, pages);
        }
    }
    for (const QString &id : policies.ids()) {
        if (const auto policy = policies.policy(id)) {
            collector.addClient(*policy);
        }
    }
    return collector.take();
}

QList<SearchEntry> searchEntriesOf(const LessonCatalog &lessons, const ScenarioCatalog &scenarios)
{
    QList<SearchEntry> entries;
    for (const QString &id : lessons.ids()) {
        const auto lesson = lessons.lesson(id);
        if (lesson) {
            entries.append({SearchKind::Lesson,
                            (*lesson)->title,
                            u"Lesson"_s,
                            plainWords((*lesson)->aim),
                            {id},
                            "lesson:"_L1 + id});
        }
    }
    for (const QString &id : scenarios.ids()) {
        const auto scenario = scenarios.scenario(id);
        if (scenario) {
            entries.append({SearchKind::Scenario,
                            (*scenario)->title,
                            u"Scenario"_s,
                            plainWords((*scenario)->story),
                            {id},
                            "scenario:"_L1 + id});
        }
    }
    return entries;
}

} // namespace Detour
