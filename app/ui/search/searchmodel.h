// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/searchindex.h"

#include <QAbstractListModel>

namespace Detour {

/// What a search found, best first.
class SearchModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SearchModel)

public:
    explicit SearchModel(QObject *parent = nullptr);

    void setHits(const QList<SearchHit> &hits);
    [[nodiscard]] const SearchHit &hitAt(int row) const { return m_hits.at(row); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    /// Its name for screen readers is the whole line: what it is, where, and which kind of thing.
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

    /// "Page", "Section" …
    [[nodiscard]] static QString kindName(SearchKind kind);

private:
    QList<SearchHit> m_hits;
};

} // namespace Detour
