// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/statuscode.h"
#include "ui/widgets/icons.h"

#include <QAbstractListModel>

namespace Detour {

class PageCatalog;

/// A line of the sidebar that is not a code: a guide, or a view of the window.
struct SidebarEntry
{
    QString id; ///< a page's slug, or the name that the window gave its view
    QString name;
    Icon icon = Icon::Book;
};

/// The pages without a code, but for the welcome, in the catalogue's order. A page that cannot be read is left out.
[[nodiscard]] QList<SidebarEntry> guideEntries(PageCatalog &pages);

/// The lines of the sidebar in three sections: the nine codes; the guides, below the views to learn with; the views.
/// The codes need no content: their names are the registry's. A section without entries has no heading either.
class SidebarModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SidebarModel)

public:
    enum class Kind {
        Heading, ///< cannot be selected
        Code,
        Guide,
        View,
    };

    enum Role {
        KindRole = Qt::UserRole, ///< Kind as int
        IdRole,                  ///< slug of a code or guide, id of a view
        CodeRole,                ///< StatusCode; 0 for all others
        NameRole,                ///< "Temporary Redirect"
        IconRole,                ///< Icon as int
        RetiredRole,             ///< bool: drawn struck through
    };

    explicit SidebarModel(QObject *parent = nullptr);

    void setGuides(const QList<SidebarEntry> &guides);
    /// At the end of the last section.
    void addView(const SidebarEntry &view);
    /// In the section of the guides, above them.
    void addLearnView(const SidebarEntry &view);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Kind kindAt(const QModelIndex &index) const { return m_rows.at(index.row()).kind; }
    /// Invalid if there is no such line.
    [[nodiscard]] QModelIndex indexOfPage(const QString &slug) const;
    [[nodiscard]] QModelIndex indexOfView(const QString &id) const;

private:
    struct Row
    {
        Kind kind = Kind::Heading;
        SidebarEntry entry;
        StatusCode code = 0;
    };

    void rebuild();
    [[nodiscard]] QModelIndex find(const QString &id, bool isView) const;
    [[nodiscard]] static QString textOf(const Row &row);

    QList<SidebarEntry> m_guides;
    QList<SidebarEntry> m_views;
    QList<SidebarEntry> m_learnViews;
    QList<Row> m_rows;
};

} // namespace Detour
