// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/request/editorpopup.h"

class QLineEdit;

namespace Detour {

/// Takes any method that is a token.
class MethodEditor final : public EditorPopup
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MethodEditor)

public:
    MethodEditor(const Theme &theme, const QString &method, QWidget *anchor);

    void open();

signals:
    void chosen(const QString &method);

private:
    void check();
    void accept();

    QLineEdit *m_word;
    QLabel *m_state = nullptr;
};

} // namespace Detour
