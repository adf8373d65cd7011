// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/statuscodemodel.h"

using namespace Qt::StringLiterals;

namespace Detour {

StatusCodeModel::StatusCodeModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_codes(referenceStatusCodes())
{}

int StatusCodeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_codes.size());
}

QVariant StatusCodeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StatusCode code = m_codes.at(index.row());
    const QString name = registeredReasonPhrase(code);
    const bool retired = statusKind(code) == StatusKind::Retired;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return QString(QString::number(code) + u' ' + name);
    case Qt::AccessibleTextRole:
        return QString(QString::number(code) + u' ' + name + (retired ? u", retired"_s : QString()));
    case CodeRole:
        return code;
    case NameRole:
        return name;
    case RetiredRole:
        return retired;
    default: // a number, not an enum
        return {};
    }
}

QModelIndex StatusCodeModel::indexOf(StatusCode code) const
{
    const auto row = m_codes.indexOf(code);
    return row < 0 ? QModelIndex() : index(int(row));
}

} // namespace Detour
