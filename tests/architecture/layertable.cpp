// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "architecture/layertable.h"

namespace Detour::Test {

using namespace Qt::StringLiterals;

QSet<QString> Layer::layers() const
{
    QSet<QString> result;
    for (const QString &link : links) {
        if (link.startsWith("Detour::"_L1)) {
            result.insert(link.mid(8));
        }
    }
    return result;
}

QSet<QString> Layer::qtModules() const
{
    QSet<QString> result{u"QtCore"_s};
    for (const QString &link : links) {
        if (!link.startsWith("Qt6::"_L1)) {
            continue;
        }
        const QString module = "Qt"_L1 + link.mid(5);
        result.insert(module);
        if (module == "QtWidgets"_L1) {
            result.insert(u"QtGui"_s);
        }
    }
    return result;
}

bool Layer::mayIncludeForeign(const QString &header) const
{
    if (header.startsWith("md4c"_L1)) {
        return links.contains("md4c::md4c"_L1);
    }
    if (header.startsWith("openssl/"_L1)) {
        return links.contains("OpenSSL::Crypto"_L1);
    }
    return true;
}

QList<Layer> layerTable()
{
    const QString core = u"Qt6::Core"_s;
    const QString network = u"Qt6::Network"_s;
    const QString semantics = u"Detour::semantics"_s;
    const QString scenario = u"Detour::scenario"_s;
    const QString story = u"Detour::story"_s;
    const QString document = u"Detour::document"_s;
    const QString fetch = u"Detour::fetch"_s;
    const QString lab = u"Detour::lab"_s;
    const QString session = u"Detour::session"_s;
    const QString formats = u"Detour::exchangeformats"_s;
    return {
        {u"semantics"_s, {core}},
        {u"scenario"_s, {core, semantics}},
        {u"story"_s, {core, semantics}},
        {u"document"_s, {core, u"md4c::md4c"_s, semantics, scenario}},
        {u"fetch"_s, {network, semantics}},
        {u"lab"_s, {network, u"OpenSSL::Crypto"_s, semantics, scenario}},
        {u"session"_s, {network, semantics, scenario, document, fetch, lab}},
        {u"exchangeformats"_s, {core, semantics, scenario, story}},
        {u"cli"_s, {core, semantics, scenario, document, session, formats}},
        {u"ui"_s,
         {u"Qt6::Widgets"_s, u"Qt6::Svg"_s, u"Qt6::DBus"_s, u"Qt6::PrintSupport"_s, semantics, scenario, story,
          document, session, formats}},
    };
}

} // namespace Detour::Test
