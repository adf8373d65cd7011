// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/pageimages.h"

#include <QTextBrowser>

namespace Detour {

/// A few paragraphs of Markdown as pages have them, with their capsules, signs and links. Only what Detour draws itself
/// is loaded; an outside link asks before it opens.
class StoryText final : public QTextBrowser
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(StoryText)

public:
    explicit StoryText(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Shown from its beginning; the same text anew stays where it is.
    void setMarkdown(const QString &markdown);

signals:
    void pageRequested(const QString &slug, const QString &anchor);

protected:
    QVariant loadResource(int type, const QUrl &name) override;
    void doSetSource(const QUrl &, QTextDocument::ResourceType) override {}

private:
    void write();
    void followLink(const QUrl &link);

    PageImages m_images;
    Theme m_theme = Theme::light();
    QString m_markdown;
};

} // namespace Detour
