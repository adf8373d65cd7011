// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/request/urlsuggestions.h"
#include "ui/theme.h"

#include <QLineEdit>

#include <functional>

class QFrame;
class QListView;
class QStandardItemModel;

namespace Detour {

/// The address line: suggests while one types, and takes a whole curl command that is pasted, dropped or typed.
/// Enter belongs to Send unless a suggestion was chosen with the arrow keys.
class UrlField final : public QLineEdit
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(UrlField)

public:
    explicit UrlField(QWidget *parent);
    ~UrlField() override;

    void setTheme(const Theme &theme);
    /// Asked each time the list opens.
    void setSuggestions(std::function<QList<UrlSuggestion>()> source) { m_source = std::move(source); }
    [[nodiscard]] QListView *list() const { return m_list; }
    [[nodiscard]] bool listIsOpen() const;
    void closeList();

signals:
    void suggestionChosen(const Detour::UrlSuggestion &suggestion);
    void curlPasted(const QString &command);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool event(QEvent *event) override;

private:
    void openList();
    void placeList();
    void step(int rows);
    void choose(int row);
    [[nodiscard]] bool takeCurl(const QString &text);

    std::function<QList<UrlSuggestion>()> m_source;
    QList<UrlSuggestion> m_shown;
    Theme m_theme = Theme::light();
    QFrame *m_popup = nullptr; ///< a child of the window, so that the keyboard stays here; made when first needed
    QListView *m_list = nullptr;
    QStandardItemModel *m_model = nullptr;
};

} // namespace Detour
