// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/formpane.h"

#include "semantics/displaytext.h"
#include "ui/request/formtext.h"
#include "ui/request/namevaluetable.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int leastHeight = 170;

} // namespace

FormPane::FormPane(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_table(new NameValueTable(theme, {}, {}, formRowsFromText, this))
    , m_state(new QLabel(this))
{
    m_table->setObjectName(u"formTable"_s);
    m_table->setAccessibleName(tr("Names and values of the form"));
    m_table->setMinimumHeight(leastHeight);
    m_state->setTextFormat(Qt::PlainText);
    m_state->setWordWrap(true);
    m_state->setFont(Theme::monoFont(12));
    m_state->setProperty("kind", u"muted"_s);
    m_state->setObjectName(u"formState"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(m_table, 1);
    column->addWidget(m_state);
    connect(m_table->rows(), &NameValueModel::edited, this, [this] {
        const QByteArray bytes = formBytes(m_table->rows()->rows());
        showState(bytes);
        emit edited(bytes);
    });
    showState({});
}

void FormPane::setBytes(const QByteArray &bytes)
{
    if (formBytes(m_table->rows()->rows()) != bytes)
        m_table->rows()->setRows(formRows(bytes));
    showState(bytes);
}

QWidget *FormPane::firstFocus() const
{
    return m_table;
}

void FormPane::showState(const QByteArray &bytes)
{
    constexpr qsizetype longest = 90;
    m_state->setText(byteCount(bytes.size()) + (bytes.isEmpty() ? QString() : u": "_s + wireText(bytes, longest)));
}

} // namespace Detour
