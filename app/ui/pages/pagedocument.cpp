// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pagedocument.h"

#include "ui/pages/pageimages.h"

namespace Detour {

PageStyle pageStyleFor(const Theme &theme, StatusKind kind, qreal zoom)
{
    const KindColors colors = theme.kind(kind);
    PageStyle style;
    style.text = theme.ink.name();
    style.muted = theme.muted.name();
    style.link = theme.link.name();
    style.line = theme.line.name();
    style.surface = theme.surface.name();
    style.code = theme.code.name();
    style.soft = colors.soft.name();
    style.accentText = colors.text.name();
    style.syntaxKeyword = theme.method("PATCH").name();
    style.syntaxName = theme.link.name();
    style.syntaxString = theme.ok.name();
    style.syntaxComment = theme.muted.name();
    style.statusText = colors.text.name();
    for (const StatusKind each :
         {StatusKind::Choices, StatusKind::Permanent, StatusKind::Temporary, StatusKind::SeeOther,
          StatusKind::NotModified, StatusKind::Retired, StatusKind::Success, StatusKind::Failure})
        style.kindText.insert(each, theme.kind(each).text.name());
    style.textFamily = Theme::textFont(style.textSize).family();
    style.monoFamily = Theme::monoFont(style.textSize).family();
    style.zoom = zoom;
    return style;
}

PageDocument::PageDocument(PageImages &images, QObject *parent)
    : QTextDocument(parent)
    , m_images(images)
{
    setUndoRedoEnabled(false);
}

PageDocument::~PageDocument() = default;

QVariant PageDocument::loadResource(int type, const QUrl &name)
{
    return type == ImageResource ? QVariant(m_images.image(name)) : QVariant();
}

} // namespace Detour
