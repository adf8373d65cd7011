// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/sidebarmodel.h"

#include "document/pagecatalog.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QLatin1StringView welcome{"welcome"};

Icon iconOfGuide(const QString &slug)
{
    static const QHash<QString, Icon> icons{
        {u"at-a-glance"_s, Icon::Table}, {u"which-redirect"_s, Icon::Fork}, {u"method-rewriting"_s, Icon::Pen},
        {u"caching"_s, Icon::Store},     {u"credentials"_s, Icon::Lock},    {u"browsers"_s, Icon::Network},
        {u"loops"_s, Icon::Repeat},      {u"debugging"_s, Icon::Bug},       {u"har"_s, Icon::Sheet},
        {u"glossary"_s, Icon::List},
    };
    return icons.value(slug, Icon::Book);
}

} // namespace

QList<SidebarEntry> guideEntries(PageCatalog &pages)
{
    QList<SidebarEntry> entries;
    for (const QString &slug : pages.slugs()) {
        const auto page = pages.page(slug);
        if (page && (*page)->code == 0 && slug != welcome)
            entries.append({slug, (*page)->title, iconOfGuide(slug)});
    }
    return entries;
}

SidebarModel::SidebarModel(QObject *parent)
    : QAbstractListModel(parent)
{
    rebuild();
}

void SidebarModel::setGuides(const QList<SidebarEntry> &guides)
{
    m_guides = guides;
    rebuild();
}

void SidebarModel::addView(const SidebarEntry &view)
{
    m_views.append(view);
    rebuild();
}

void SidebarModel::addLearnView(const SidebarEntry &view)
{
    m_learnViews.append(view);
    rebuild();
}

void SidebarModel::rebuild()
{
    beginResetModel();
    m_rows = {{Kind::Heading, {{}, tr("Status codes"), {}}, 0}};
    for (const StatusCode code : referenceStatusCodes())
        m_rows.append({Kind::Code, {QString::number(code), registeredReasonPhrase(code), {}}, code});
    const auto add = [this](const QString &heading, const QList<SidebarEntry> &views,
                            const QList<SidebarEntry> &guides) {
        if (views.isEmpty() && guides.isEmpty())
            return;
        m_rows.append({Kind::Heading, {{}, heading, {}}, 0});
        for (const SidebarEntry &entry : views)
            m_rows.append({Kind::View, entry, 0});
        for (const SidebarEntry &entry : guides)
            m_rows.append({Kind::Guide, entry, 0});
    };
    add(tr("Learn"), m_learnViews, m_guides);
    add(tr("Lab"), m_views, {});
    endResetModel();
}

int SidebarModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QString SidebarModel::textOf(const Row &row)
{
    return row.kind == Kind::Code ? QString(row.entry.id + u' ' + row.entry.name) : row.entry.name;
}

QVariant SidebarModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows.at(index.row());
    const bool retired = row.kind == Kind::Code && statusKind(row.code) == StatusKind::Retired;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return textOf(row);
    case Qt::AccessibleTextRole:
        return QString(textOf(row) + (retired ? u", retired"_s : QString()));
    case KindRole:
        return int(row.kind);
    case IdRole:
        return row.entry.id;
    case CodeRole:
        return row.code;
    case NameRole:
        return row.entry.name;
    case IconRole:
        return int(row.entry.icon);
    case RetiredRole:
        return retired;
    default: // a number, not an enum
        return {};
    }
}

Qt::ItemFlags SidebarModel::flags(const QModelIndex &index) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || kindAt(index) == Kind::Heading)
        return Qt::NoItemFlags;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

QModelIndex SidebarModel::indexOfPage(const QString &slug) const
{
    return find(slug, false);
}

QModelIndex SidebarModel::indexOfView(const QString &id) const
{
    return find(id, true);
}

QModelIndex SidebarModel::find(const QString &id, bool isView) const
{
    for (int at = 0; at < m_rows.size(); ++at) {
        const Row &row = m_rows.at(at);
        if (row.kind != Kind::Heading && (row.kind == Kind::View) == isView && row.entry.id == id)
            return index(at);
    }
    return {};
}

} // namespace Detour
