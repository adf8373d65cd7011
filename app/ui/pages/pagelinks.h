// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/pageoptions.h"

#include <QUrl>

class QTextEdit;

namespace Detour {

/// Links "server:ID" and "sort:COLUMN" change what a page shows, not which page: notes the choice in `options`. False
/// for every other link. A second click on a column turns the order round.
[[nodiscard]] bool takeChoice(const QUrl &link, PageOptions &options);

/// Where the example of a link "run:EXAMPLE" or "run:SLUG/EXAMPLE" is.
struct ExamplePlace
{
    QString slug;
    QString id;
};
[[nodiscard]] ExamplePlace examplePlace(const QUrl &link, const QString &ownSlug);

/// Puts the text cursor on the link with this address, so that Tab goes on from there.
void putCursorOnLink(QTextEdit &view, const QString &address);

} // namespace Detour
