// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/requestdraft.h"
#include "ui/request/editorpopup.h"

namespace Detour {

class NameValueTable;

/// The request's fields as a table.
class FieldsEditor final : public EditorPopup
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FieldsEditor)

public:
    FieldsEditor(const Theme &theme, const RequestDraft &draft, QWidget *anchor);

    [[nodiscard]] NameValueTable *table() const { return m_table; }
    void open();

signals:
    /// The lines, and the names among them that a client's options made.
    void edited(const QString &fieldLines, const QStringList &generated);

private:
    void report();
    void showState();

    NameValueTable *m_table;
    QLabel *m_trouble;
    QLabel *m_note;
    QByteArray m_impliedType;
    bool m_isFull = false;
};

} // namespace Detour
