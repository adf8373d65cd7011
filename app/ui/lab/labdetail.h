// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/lab/labbytes.h"
#include "ui/theme.h"

#include <QWidget>

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QPushButton;
class QTabWidget;

namespace Detour {

class ControlMarks;

/// One exchange of the lab's log: its bytes as they stood on the wire, and when they passed.
class LabDetail final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabDetail)

public:
    explicit LabDetail(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void showEntry(const TranscriptEntry &entry, bool showsSecrets);
    /// In its place: a sentence that says why there is none.
    void showNothing(const QString &why);

private:
    void refresh();
    void copy() const;

    std::optional<TranscriptEntry> m_entry;
    bool m_showsSecrets = false;
    QLabel *m_facts = nullptr;
    QCheckBox *m_hex = nullptr;
    QPushButton *m_copy = nullptr;
    QTabWidget *m_tabs = nullptr;
    QPlainTextEdit *m_request = nullptr;
    QPlainTextEdit *m_answer = nullptr;
    QList<ControlMarks *> m_marks; ///< of the two
};

} // namespace Detour
