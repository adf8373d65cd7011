// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/theme.h"

#include <QFrame>

class QLabel;
class QToolButton;

namespace Detour {

/// Says what became of a pasted command, until it is dismissed.
class CurlNote final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CurlNote)

public:
    explicit CurlNote(QWidget *parent);

    void setTheme(const Theme &theme);
    /// `lead` in ink, `notes` below it, one a line. Shows the note.
    void tell(const QString &lead, const QStringList &notes);
    [[nodiscard]] QString text() const;

private:
    QLabel *m_lead;
    QLabel *m_notes;
    QToolButton *m_close;
};

} // namespace Detour
