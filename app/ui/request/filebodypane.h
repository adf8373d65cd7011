// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace Detour {

/// A body that is a file, by its path or from a dialog.
class FileBodyPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FileBodyPane)

public:
    explicit FileBodyPane(QWidget *parent);

    void setPath(const QString &path);
    [[nodiscard]] QWidget *firstFocus() const;

signals:
    void edited(const QString &path);
    /// Choose… was pressed: the popup has to step aside for the dialog.
    void chooseRequested();

private:
    void showState();

    QLineEdit *m_path;
    QPushButton *m_choose;
    QLabel *m_state;
};

} // namespace Detour
