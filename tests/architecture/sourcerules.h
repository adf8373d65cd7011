// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "architecture/layertable.h"

#include <QByteArray>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

namespace Detour::Test {

/// Source files by their path from the repository's root ("app/semantics/method.h"), with their text.
using SourceTree = QMap<QString, QByteArray>;

/// Which module a Qt header belongs to: "QWidget" → "QtWidgets".
using QtHeaders = QHash<QString, QString>;

/// Every #include in app/ that the table does not allow, one sentence each. Only app/main.cpp may include everything.
[[nodiscard]] QStringList includeViolations(const SourceTree &tree, const QList<Layer> &table,
                                            const QtHeaders &qtHeaders);

/// Every link line of app/<layer>/CMakeLists.txt that differs from the table, and every layer without one.
[[nodiscard]] QStringList linkViolations(const SourceTree &tree, const QList<Layer> &table);

/// Files over 500 lines, without the two SPDX lines, and headers without #pragma once.
[[nodiscard]] QStringList fileViolations(const SourceTree &tree);

} // namespace Detour::Test
