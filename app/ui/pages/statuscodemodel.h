// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/statuscode.h"

#include <QAbstractListModel>

namespace Detour {

/// The nine codes of the reference, in order. Needs no content: the names are the registry's.
class StatusCodeModel final : public QAbstractListModel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StatusCodeModel)

public:
    enum Role {
        CodeRole = Qt::UserRole, ///< StatusCode
        NameRole,                ///< "Temporary Redirect"
        RetiredRole,             ///< bool: drawn struck through
    };

    explicit StatusCodeModel(QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Invalid if `code` has no page.
    [[nodiscard]] QModelIndex indexOf(StatusCode code) const;

private:
    QList<StatusCode> m_codes;
};

} // namespace Detour
