// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/session.h"

#include <QFrame>

class QPushButton;
class QVBoxLayout;

namespace Detour {

/// Where the lab listens, each address with what can be done with it; the certificate's file; and what a person ought
/// to know of this run.
class LabAddresses final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LabAddresses)

public:
    explicit LabAddresses(QWidget *parent = nullptr);

    /// Without addresses the lab does not run. `certificateFile` may be empty.
    void showLab(const QList<TargetUri> &bases, const QString &certificateFile, const QStringList &remarks);

signals:
    void copyRequested(const QString &text, const QString &what);

private:
    void addAddress(const QString &address, const QString &about);
    void addCertificate(const QString &file);
    [[nodiscard]] QPushButton *copyButton(const QString &text, const QString &what);
    void clear();

    QVBoxLayout *m_column = nullptr;
    QWidget *m_rows = nullptr; ///< made anew with each change
};

} // namespace Detour
