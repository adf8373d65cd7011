// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/pageimages.h"
#include "ui/present/presentscale.h"

#include <QWidget>

namespace Detour {

class PageDocument;

/// Markdown on a wall: as large as its room allows, and where even the smallest size is too long, it is scrolled by the
/// keys that go on and back.
class SlideView final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SlideView)

public:
    explicit SlideView(QWidget *parent = nullptr);
    ~SlideView() override;

    void setLook(const Theme &theme, const PresentScale &scale);
    /// From its beginning.
    void setMarkdown(const QString &markdown);
    /// One page on (1) or back (-1); false where there is no more that way.
    bool turn(int way);
    [[nodiscard]] bool hasMore() const;
    void toEnd();
    /// Room that it needs to the left of its text, for the bullets of lists.
    [[nodiscard]] int overhang() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void write(qreal zoom);
    void fit();
    void scrollTo(qreal top);
    /// Of the document, in its coordinates: top and bottom of each line.
    [[nodiscard]] QList<std::pair<qreal, qreal>> lines() const;
    /// Where the last line ends that is seen whole; the document's end where all of it is seen.
    [[nodiscard]] qreal seenTo() const;
    [[nodiscard]] qreal documentHeight() const;

    Theme m_theme = Theme::light();
    PresentScale m_scale;
    PageImages m_images;
    PageDocument *m_document = nullptr;
    QString m_markdown;
    qreal m_top = 0; ///< what was scrolled away, in logical pixels
};

} // namespace Detour
