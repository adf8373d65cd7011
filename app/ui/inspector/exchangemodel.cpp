// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/exchangemodel.h"

#include "semantics/displaytext.h"
#include "semantics/safetext.h"

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString nextText(const Hop &hop)
{
    if (hop.exchange.failure)
        return hop.exchange.failure->message;
    if (!hop.decision)
        return {};
    switch (hop.decision->action) {
    case Action::Follow:
        return u"%1, body: %2"_s.arg(hop.decision->next->method.toString(), contentFateName(hop.decision->content));
    case Action::Deliver:
        return ExchangeModel::tr("done");
    case Action::Stop:
        return ExchangeModel::tr("stopped: %1").arg(hop.decision->stopCode);
    }
    return {};
}

} // namespace

ExchangeModel::ExchangeModel(QObject *parent)
    : QAbstractTableModel(parent)
{}

void ExchangeModel::setChain(const RedirectChain &chain, int told)
{
    beginResetModel();
    m_chain = chain;
    m_told = qBound(0, told, int(chain.hops.size()));
    endResetModel();
}

int ExchangeModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_told;
}

int ExchangeModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(columnEnd);
}

QString ExchangeModel::text(const Hop &hop, int row, int column) const
{
    const Request &request = hop.exchange.request;
    switch (Column(column)) {
    case Number:
        return QString::number(row + 1);
    case MethodColumn:
        return request.method.toString();
    case Target:
        return elided(request.target.masked().toDisplayString(), 160);
    case Body:
        return request.content ? byteCount(request.content->bytes) : tr("none");
    case Digest:
        return request.content ? QString::fromLatin1(request.content->sha256) : QString();
    case Status:
        return hop.exchange.response ? statusText(*hop.exchange.response) : tr("no answer");
    case Next:
        return nextText(hop);
    case columnEnd:
        break;
    }
    return {};
}

QVariant ExchangeModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_told)
        return {};
    const Hop &hop = m_chain.hops.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(hop, index.row(), index.column());
    case Qt::TextAlignmentRole:
        return index.column() == Number ? QVariant(Qt::AlignRight | Qt::AlignVCenter)
                                        : QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ExchangeModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Number:
        return tr("Hop");
    case MethodColumn:
        return tr("Method");
    case Target:
        return tr("Target URI");
    case Body:
        return tr("Body");
    case Digest:
        return tr("SHA-256");
    case Status:
        return tr("Answer");
    case Next:
        return tr("Next");
    case columnEnd:
        break;
    }
    return {};
}

} // namespace Detour
