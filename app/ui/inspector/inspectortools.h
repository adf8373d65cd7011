// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/field.h"
#include "ui/theme.h"

#include <QWidget>

class QHBoxLayout;
class QMenu;
class QToolButton;

namespace Detour {

class ElidedLabel;

/// Some choices of which one holds: buttons side by side.
class ChoiceButtons final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(ChoiceButtons)

public:
    explicit ChoiceButtons(const QString &accessibleName, QWidget *parent = nullptr);

    void setChoices(const QStringList &names);
    [[nodiscard]] QStringList choices() const;
    void setChosen(int choice);
    [[nodiscard]] int chosen() const { return m_chosen; }

signals:
    void chosenByHand(int choice);

private:
    QHBoxLayout *m_row = nullptr;
    QList<QToolButton *> m_buttons;
    int m_chosen = 0;
};

/// What can be done with a message: which of the two bodies, in which form, copy, save.
class InspectorTools final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(InspectorTools)

public:
    explicit InspectorTools(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    [[nodiscard]] ChoiceButtons *sides() const { return m_sides; }
    [[nodiscard]] ChoiceButtons *forms() const { return m_forms; }
    void setSummary(const QString &text);
    /// Empty: there is nothing to save.
    void setSaveText(const QString &text);
    /// Names of what the copy menu offers whole, and the fields whose values it offers one by one.
    void setCopyable(const QString &whole, const FieldList &fields);

signals:
    void copySelectionRequested();
    void copyWholeRequested();
    void copyTextRequested(const QString &text);
    void saveRequested();

private:
    void fillCopyMenu();

    ChoiceButtons *m_sides = nullptr;
    ChoiceButtons *m_forms = nullptr;
    ElidedLabel *m_summary = nullptr;
    QToolButton *m_copy = nullptr;
    QToolButton *m_save = nullptr;
    QMenu *m_menu = nullptr;
    QString m_whole;
    FieldList m_fields;
};

} // namespace Detour
