// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace Detour::Test {

/// One row of the layer table in app/README.md. Everything else about a layer follows from its link line.
struct Layer
{
    QString name;      ///< "semantics": the folder app/semantics and the library Detour::semantics
    QStringList links; ///< as in app/<name>/CMakeLists.txt: "Qt6::Core", "Detour::semantics", "md4c::md4c"

    /// The other layers whose headers it may include.
    [[nodiscard]] QSet<QString> layers() const;
    /// The Qt modules whose headers it may include: "QtCore", "QtNetwork", …
    [[nodiscard]] QSet<QString> qtModules() const;
    /// Whether it may include this header of a third party; true for headers that nobody owns, such as those of std.
    [[nodiscard]] bool mayIncludeForeign(const QString &header) const;
};

/// The table, lowest layer first.
[[nodiscard]] QList<Layer> layerTable();

} // namespace Detour::Test
