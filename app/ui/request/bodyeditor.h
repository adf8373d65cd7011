// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/requestdraft.h"
#include "ui/request/editorpopup.h"

class QCheckBox;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace Detour {

class FileBodyPane;
class FormPane;
class TextBodyPane;

/// The request's body: none, text, JSON, a form or a file.
class BodyEditor final : public EditorPopup
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BodyEditor)

public:
    BodyEditor(const Theme &theme, const RequestDraft &draft, QWidget *anchor);

    void open();

signals:
    /// Method, body and its kind are the new ones, and a Content-Type that a client made for another kind is gone; all
    /// else is the draft that it was opened with.
    void edited(const Detour::RequestDraft &draft);

private:
    void buildPanes();
    void chooseKind(int tab);
    void chooseFile();
    void forgetMadeType();
    void report();
    void showState();
    [[nodiscard]] QWidget *firstFocus() const;

    RequestDraft m_draft;
    QByteArray m_plain;    ///< what Text and JSON show; the form has its own, so that changing the kind loses nothing
    QByteArray m_formText; ///< urlencoded
    QTabBar *m_tabs;
    QStackedWidget *m_panes;
    TextBodyPane *m_text;
    TextBodyPane *m_json;
    FormPane *m_form;
    FileBodyPane *m_file;
    QCheckBox *m_type;
    QLabel *m_typed = nullptr; ///< in place of m_type, where the user named one
    QLabel *m_method;
    QPushButton *m_makePost;
};

} // namespace Detour
