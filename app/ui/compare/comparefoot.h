// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/statuscode.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace Detour {

/// Below the comparison: why the clients differ, or why the selected one does what it does, and where to go from here.
class CompareFoot final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CompareFoot)

public:
    explicit CompareFoot(QWidget *parent = nullptr);

    /// Plain text, both.
    void setWhy(const QString &lead, const QString &text);
    void setSelection(qsizetype clients);
    /// The first code of the chain that is compared; 0: none, and the same request cannot be asked with another one.
    void setChainCode(StatusCode code);

signals:
    void openRequested();
    void besideRequested();
    void codeRequested(Detour::StatusCode code);

private:
    QLabel *m_why = nullptr;
    QPushButton *m_open = nullptr;
    QPushButton *m_beside = nullptr;
    QList<QPushButton *> m_codes;
};

} // namespace Detour
