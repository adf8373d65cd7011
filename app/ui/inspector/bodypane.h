// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "semantics/message.h"
#include "ui/theme.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QStackedLayout;

namespace Detour {

class TextPane;

enum class BodyForm {
    Formatted, ///< JSON indented, a form as a table
    Raw,       ///< as it came
    Bytes,     ///< hexadecimal and ASCII
};

/// The content of one message, in the form that is wanted. At most ContentInfo::previewLimit bytes are shown; what is
/// beyond is counted.
class BodyPane final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(BodyPane)

public:
    explicit BodyPane(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// `contentType`: the field's value, or empty. A content of which nothing was kept is only counted.
    void show(const ContentInfo &content, const QByteArray &contentType, BodyForm form);
    /// What can be selected now, as one text.
    [[nodiscard]] QString shownText() const;
    [[nodiscard]] QString selectedText() const;
    /// "22 B, application/json"
    [[nodiscard]] static QString summary(const ContentInfo &content, const QByteArray &contentType);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showText(const QString &text, bool wraps);
    void showForm(QByteArrayView form);
    void showNote(const ContentInfo &content, qsizetype shown);

    ContentInfo m_content;
    QByteArray m_type;
    std::optional<BodyForm> m_form; ///< absent: nothing was shown yet
    QPlainTextEdit *m_text = nullptr;
    TextPane *m_table = nullptr;
    QLabel *m_note = nullptr;
    QStackedLayout *m_stack = nullptr;
};

} // namespace Detour
