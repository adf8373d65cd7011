// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace Detour {

/// A body as text; as JSON it is checked while it is written.
class TextBodyPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TextBodyPane)

public:
    enum class Checks { Nothing, Json };

    TextBodyPane(Checks checks, QWidget *parent);

    void setBytes(const QByteArray &bytes);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    void edited(const QByteArray &bytes);

private:
    void showState();
    void format();
    void goToTrouble();

    bool m_isJson;
    QPlainTextEdit *m_editor;
    QLabel *m_state;
    QPushButton *m_format = nullptr;
    QPushButton *m_find = nullptr;
};

} // namespace Detour
