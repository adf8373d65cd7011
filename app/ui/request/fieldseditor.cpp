// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/fieldseditor.h"

#include "ui/request/fieldnames.h"
#include "ui/request/namevaluetable.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString fieldTrouble(const NameValueModel::Row &row)
{
    if (row.name.trimmed().isEmpty())
        return FieldsEditor::tr("A value needs the name of a field before it.");
    const Result<Field> field = Field::checked(row.name.trimmed().toUtf8(), row.value.toUtf8());
    return field ? QString() : field.error().message;
}

QList<NameValueModel::Row> rowsOf(const RequestDraft &draft)
{
    QList<NameValueModel::Row> rows = rowsFromLines(draft.fieldLines);
    for (NameValueModel::Row &row : rows)
        row.generated = draft.generated.contains(row.name, Qt::CaseInsensitive);
    return rows;
}

} // namespace

FieldsEditor::FieldsEditor(const Theme &theme, const RequestDraft &draft, QWidget *anchor)
    : EditorPopup(theme, tr("Fields"), anchor)
    , m_table(new NameValueTable(theme, fieldTrouble, usualFieldNames(), rowsFromLines, this))
    , m_trouble(new QLabel(this))
    , m_impliedType(draft.impliedContentType())
{
    setWantedWidth(540);
    m_table->setObjectName(u"fieldsTable"_s);
    m_table->setAccessibleName(tr("Fields of the request"));
    m_table->rows()->setRows(rowsOf(draft));
    column()->addWidget(m_table, 1);
    m_trouble->setObjectName(u"fieldsTrouble"_s);
    m_trouble->setTextFormat(Qt::PlainText);
    m_trouble->setWordWrap(true);
    m_trouble->setProperty("kind", u"error"_s);
    column()->addWidget(m_trouble);
    m_note = addNote();

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    column()->addLayout(buttons);
    auto *add = new QPushButton(tr("Add a field"), this);
    add->setObjectName(u"addField"_s);
    auto *removeAll = new QPushButton(tr("Remove all"), this);
    removeAll->setObjectName(u"removeFields"_s);
    buttons->addWidget(add);
    buttons->addWidget(removeAll);
    buttons->addStretch(1);
    connect(add, &QPushButton::clicked, m_table, &NameValueTable::startNewRow);
    connect(removeAll, &QPushButton::clicked, this, [this] {
        m_table->rows()->setRows({});
        report();
    });
    connect(m_table, &NameValueTable::full, this, [this] {
        m_isFull = true;
        showState();
    });
    connect(m_table->rows(), &NameValueModel::edited, this, &FieldsEditor::report);
    showState();
}

void FieldsEditor::open()
{
    EditorPopup::open(m_table);
    m_table->setCurrentIndex(m_table->model()->index(m_table->model()->rowCount() - 1, NameValueModel::Name));
}

void FieldsEditor::report()
{
    m_isFull = false;
    QStringList generated;
    const QList<NameValueModel::Row> rows = m_table->rows()->rows();
    for (const NameValueModel::Row &row : rows) {
        if (row.generated)
            generated.append(row.name);
    }
    emit edited(linesFromRows(rows), generated);
    showState();
    settle();
}

void FieldsEditor::showState()
{
    const int row = m_table->rows()->firstTrouble();
    QString trouble = row < 0 ? QString() : tr("Row %1: %2").arg(row + 1).arg(m_table->rows()->trouble(row));
    if (m_isFull)
        trouble = tr("There is room for %1 fields; the others were left out.").arg(NameValueModel::mostRows);
    m_trouble->setText(trouble);
    m_trouble->setVisible(!trouble.isEmpty());
    QString note = tr("Lines such as “Name: value” can be pasted. Host, User-Agent, Content-Length and a few more are "
                      "added by the transport.");
    if (!m_impliedType.isEmpty())
        note += u' ' + tr("The body adds Content-Type: %1.").arg(QString::fromLatin1(m_impliedType));
    m_note->setText(note);
}

} // namespace Detour
