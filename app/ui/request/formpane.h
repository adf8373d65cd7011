// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QWidget>

class QLabel;

namespace Detour {

class NameValueTable;

/// A body as the names and values of a form.
class FormPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FormPane)

public:
    FormPane(const Theme &theme, QWidget *parent);

    void setBytes(const QByteArray &bytes);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    void edited(const QByteArray &bytes);

private:
    void showState(const QByteArray &bytes);

    NameValueTable *m_table;
    QLabel *m_state;
};

} // namespace Detour
