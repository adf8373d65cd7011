// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "document/pagestyle.h"
#include "ui/theme.h"

#include <QTextDocument>

namespace Detour {

class PageImages;

/// How a page of this kind is written in this theme.
[[nodiscard]] PageStyle pageStyleFor(const Theme &theme, StatusKind kind, qreal zoom);

/// A page written for one theme and zoom. Its images are drawn; nothing else is ever loaded.
class PageDocument final : public QTextDocument
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageDocument)

public:
    /// `images` must outlive the document.
    PageDocument(PageImages &images, QObject *parent);
    ~PageDocument() override;

protected:
    QVariant loadResource(int type, const QUrl &name) override;

private:
    PageImages &m_images;
};

} // namespace Detour
