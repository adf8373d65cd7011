// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QUrl>

class QWidget;

namespace Detour {

/// Shows where an outside link leads and opens it in the desktop's browser if the user agrees. Only https and http;
/// anything else is ignored. Returns at once.
void offerExternalLink(QWidget *parent, const QUrl &url);

} // namespace Detour
