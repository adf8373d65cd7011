// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "architecture/sourcerules.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace Detour::Test {

using namespace Qt::StringLiterals;

namespace {

constexpr int maximumLines = 500;

struct Include
{
    QString header;
    bool quoted = false;
};

QList<Include> includesOf(const QByteArray &text)
{
    static const QRegularExpression directive(uR"(^[ \t]*#[ \t]*include[ \t]*([<"])([^>"\n]+)[>"])"_s,
                                              QRegularExpression::MultilineOption);
    QList<Include> result;
    for (auto matches = directive.globalMatch(QString::fromUtf8(text)); matches.hasNext();) {
        const QRegularExpressionMatch match = matches.next();
        result.append({match.captured(2), match.captured(1) == u'"'});
    }
    return result;
}

/// "app/ui/stage/stage.h" → "ui"; empty for files that belong to no layer, such as app/main.cpp.
QString layerOf(const QString &path)
{
    return path.startsWith("app/"_L1) && path.count(u'/') >= 2 ? path.section(u'/', 1, 1) : QString();
}

bool isSource(const QString &path)
{
    return path.endsWith(".h"_L1) || path.endsWith(".cpp"_L1);
}

/// The Qt module of a header in angle brackets, or nothing where it is not Qt's.
QString moduleOf(const QString &header, const QtHeaders &qtHeaders)
{
    static const QRegularExpression withModule(u"^(Qt[A-Z][A-Za-z]*)/"_s);
    const QRegularExpressionMatch match = withModule.match(header);
    return match.hasMatch() ? match.captured(1) : qtHeaders.value(header);
}

/// What is wrong with this #include for this layer; empty where it is allowed.
QString complaint(const Layer &layer, const Include &include, const SourceTree &tree, const QtHeaders &qtHeaders)
{
    const QString &header = include.header;
    if (!include.quoted) {
        const QString module = moduleOf(header, qtHeaders);
        if (module.isEmpty()) {
            return layer.mayIncludeForeign(header) ? QString()
                                                   : u"includes <%1>, a library it does not link"_s.arg(header);
        }
        return layer.qtModules().contains(module) ? QString() : u"includes <%1> of %2"_s.arg(header, module);
    }
    if (header.endsWith(".moc"_L1)) {
        return {};
    }
    if (!tree.contains("app/"_L1 + header)) {
        return u"includes \"%1\", which is not a path from app/"_s.arg(header);
    }
    const QString other = header.section(u'/', 0, 0);
    const bool allowed = other == layer.name || layer.layers().contains(other);
    return allowed ? QString() : u"includes \"%1\" of the layer %2"_s.arg(header, other);
}

/// The words after LINKS in a call of detour_add_layer().
QStringList linksOf(const QByteArray &text)
{
    static const QRegularExpression comment(u"#[^\n]*"_s);
    static const QRegularExpression list(uR"(\bLINKS\s+([^)]*)\))"_s);
    static const QRegularExpression space(uR"(\s+)"_s);
    const QString code = QString::fromUtf8(text).remove(comment);
    return list.match(code).captured(1).split(space, Qt::SkipEmptyParts);
}

bool startsWithSpdx(const QString &path, const QByteArray &text)
{
    const QByteArray mark = isSource(path) ? "// "_ba : "# "_ba;
    const QByteArray header =
        mark + "SPDX-FileCopyrightText: 2026 The Detour authors\n"_ba + mark + "SPDX-License-Identifier: MIT\n"_ba;
    return text.startsWith(header);
}

} // namespace

QStringList includeViolations(const SourceTree &tree, const QList<Layer> &table, const QtHeaders &qtHeaders)
{
    QStringList result;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        const QString name = layerOf(file.key());
        if (name.isEmpty() || !isSource(file.key())) {
            continue;
        }
        const auto layer =
            std::find_if(table.cbegin(), table.cend(), [&](const Layer &row) { return row.name == name; });
        if (layer == table.cend()) {
            result.append(u"%1: the folder app/%2 is not in the layer table"_s.arg(file.key(), name));
            continue;
        }
        for (const Include &include : includesOf(file.value())) {
            const QString what = complaint(*layer, include, tree, qtHeaders);
            if (!what.isEmpty()) {
                result.append(file.key() + u": "_s + what);
            }
        }
    }
    return result;
}

QStringList linkViolations(const SourceTree &tree, const QList<Layer> &table)
{
    QStringList result;
    for (const Layer &layer : table) {
        const QString path = u"app/%1/CMakeLists.txt"_s.arg(layer.name);
        if (!tree.contains(path)) {
            result.append(path + u": there is no such file"_s);
            continue;
        }
        QStringList found = linksOf(tree.value(path));
        QStringList expected = layer.links;
        found.sort();
        expected.sort();
        if (found != expected) {
            result.append(u"%1: links %2 instead of %3"_s.arg(path, found.join(u' '), expected.join(u' ')));
        }
        if (tree.value(path).contains("target_link_libraries"_ba)) {
            result.append(path + u": links beside the LINKS of detour_add_layer()"_s);
        }
    }
    return result;
}

QStringList fileViolations(const SourceTree &tree)
{
    QStringList result;
    for (auto file = tree.cbegin(); file != tree.cend(); ++file) {
        const qsizetype lines = file.value().count('\n');
        if (isSource(file.key()) && lines > maximumLines) {
            result.append(u"%1: has %2 lines, more than %3"_s.arg(file.key()).arg(lines).arg(maximumLines));
        }
        if (!startsWithSpdx(file.key(), file.value())) {
            result.append(file.key() + u": does not start with the two SPDX lines"_s);
        }
        if (file.key().endsWith(".h"_L1) && !file.value().contains("\n#pragma once\n"_ba)) {
            result.append(file.key() + u": has no #pragma once"_s);
        }
    }
    return result;
}

} // namespace Detour::Test
