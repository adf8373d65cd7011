// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/widgets/overlaypanel.h"

class QAbstractItemDelegate;
class QAbstractItemModel;
class QLabel;
class QLineEdit;
class QListView;
class QModelIndex;
class QVBoxLayout;

namespace Detour {

/// A field and below it what it finds: arrows walk the list while the field keeps the focus, Enter picks. Where nothing
/// is found, a note says so.
class PickPanel : public OverlayPanel
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PickPanel)

public:
    ~PickPanel() override;

    [[nodiscard]] QLineEdit &field() const { return *m_edit; }
    [[nodiscard]] QListView &list() const { return *m_list; }
    /// What stands below the field where nothing is found; empty while the list is shown.
    [[nodiscard]] QString note() const;

protected:
    /// Lengths at text scale 1, in px.
    struct Bounds
    {
        int widest = 0;
        int highest = 0;
        int linesInAStep = 0; ///< of Page Up and Page Down
    };

    PickPanel(QWidget *window, Bounds bounds);

    /// Both are the panel's children.
    void setItems(QAbstractItemModel &model, QAbstractItemDelegate &delegate);
    /// For the sentence where nothing is found.
    [[nodiscard]] QLabel &noteLabel() const { return *m_note; }
    /// Field, note, list; for what else stands between them.
    [[nodiscard]] QVBoxLayout &column() const { return *m_column; }
    /// The model holds what the field asks for: shows it, or the note.
    void showFound();

    /// `index` may be invalid.
    virtual void choose(const QModelIndex &index) = 0;
    /// Enter in the field: chooses the current line.
    virtual void enter();
    /// The height of what is shown below the note where nothing is found.
    [[nodiscard]] virtual int heightBelowNote() const { return 0; }
    void place() override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// False for a key that is the field's.
    bool steer(int key);
    void move(int by);
    void tellSelection();

    Bounds m_bounds;
    QLineEdit *m_edit = nullptr;
    QListView *m_list = nullptr;
    QLabel *m_note = nullptr;
    QVBoxLayout *m_column = nullptr;
};

} // namespace Detour
