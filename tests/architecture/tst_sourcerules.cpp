// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "architecture/sourcerules.h"
#include "support/testregistry.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour::Test;

namespace {

const auto spdx = "// SPDX-FileCopyrightText: 2026 The Detour authors\n// SPDX-License-Identifier: MIT\n"_ba;

QtHeaders someQtHeaders()
{
    return {{u"QString"_s, u"QtCore"_s}, {u"QTcpSocket"_s, u"QtNetwork"_s}, {u"QWidget"_s, u"QtWidgets"_s}};
}

} // namespace

/// The rules that guard the real tree, tried on made-up ones: each must be able to fail.
class SourceRulesTest final : public QObject
{
    Q_OBJECT

private slots:
    void includesAreHeldAgainstTheTable_data();
    void includesAreHeldAgainstTheTable();
    void mainMayIncludeEverything();
    void unknownFolderIsNamed();
    void linkLinesAreHeldAgainstTheTable();
    void commentsInLinkLinesDoNotCount();
    void linkingBesideTheTableIsNamed();
    void longFilesAreNamed();
    void missingSpdxLinesAreNamed();
    void missingPragmaOnceIsNamed();
};

void SourceRulesTest::includesAreHeldAgainstTheTable_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("include");
    QTest::addColumn<bool>("allowed");

    QTest::newRow("std") << u"app/semantics/a.cpp"_s << "<vector>"_ba << true;
    QTest::newRow("Qt Core") << u"app/semantics/a.cpp"_s << "<QString>"_ba << true;
    QTest::newRow("Qt Core with its module") << u"app/semantics/a.cpp"_s << "<QtCore/QString>"_ba << true;
    QTest::newRow("own layer") << u"app/semantics/a.cpp"_s << "\"semantics/method.h\""_ba << true;
    QTest::newRow("own moc file") << u"app/semantics/a.cpp"_s << "\"a.moc\""_ba << true;
    QTest::newRow("layer below") << u"app/cli/a.cpp"_s << "\"semantics/method.h\""_ba << true;
    QTest::newRow("subfolder of ui") << u"app/ui/stage/a.cpp"_s << "\"session/session.h\""_ba << true;
    QTest::newRow("md4c in document") << u"app/document/a.cpp"_s << "<md4c.h>"_ba << true;
    QTest::newRow("widget in ui") << u"app/ui/a.cpp"_s << "<QWidget>"_ba << true;

    QTest::newRow("layer above") << u"app/semantics/a.cpp"_s << "\"session/session.h\""_ba << false;
    QTest::newRow("widget in semantics") << u"app/semantics/a.cpp"_s << "<QWidget>"_ba << false;
    QTest::newRow("widget by its module") << u"app/story/a.cpp"_s << "<QtWidgets/QWidget>"_ba << false;
    QTest::newRow("gui in document") << u"app/document/a.cpp"_s << "<QtGui/QColor>"_ba << false;
    QTest::newRow("network in document") << u"app/document/a.cpp"_s << "<QTcpSocket>"_ba << false;
    QTest::newRow("fetch in cli") << u"app/cli/a.cpp"_s << "\"fetch/fetcher.h\""_ba << false;
    QTest::newRow("ui in cli") << u"app/cli/a.cpp"_s << "\"ui/window.h\""_ba << false;
    QTest::newRow("lab in ui") << u"app/ui/a.cpp"_s << "\"lab/labserver.h\""_ba << false;
    QTest::newRow("cli in ui") << u"app/ui/stage/a.cpp"_s << "\"cli/commandline.h\""_ba << false;
    QTest::newRow("md4c in ui") << u"app/ui/a.cpp"_s << "<md4c.h>"_ba << false;
    QTest::newRow("not from the root") << u"app/semantics/a.cpp"_s << "\"method.h\""_ba << false;
    QTest::newRow("indented directive") << u"app/semantics/a.cpp"_s << "  \"ui/window.h\""_ba << false;
}

void SourceRulesTest::includesAreHeldAgainstTheTable()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, include);
    QFETCH(bool, allowed);

    const SourceTree tree{
        {file, spdx + "\n#include "_ba + include + "\n"_ba},
        {u"app/semantics/method.h"_s, {}},
        {u"app/session/session.h"_s, {}},
        {u"app/fetch/fetcher.h"_s, {}},
        {u"app/lab/labserver.h"_s, {}},
        {u"app/cli/commandline.h"_s, {}},
        {u"app/ui/window.h"_s, {}},
    };
    const QStringList found = includeViolations(tree, layerTable(), someQtHeaders());

    QCOMPARE(found.size(), allowed ? 0 : 1);
    QVERIFY(allowed || found.first().startsWith(file));
}

void SourceRulesTest::mainMayIncludeEverything()
{
    const SourceTree tree{{u"app/main.cpp"_s, "#include \"ui/window.h\"\n#include <QWidget>\n"_ba}};
    QCOMPARE(includeViolations(tree, layerTable(), someQtHeaders()), QStringList());
}

void SourceRulesTest::unknownFolderIsNamed()
{
    const SourceTree tree{{u"app/utilities/misc.h"_s, {}}};
    QCOMPARE(includeViolations(tree, layerTable(), {}),
             QStringList(u"app/utilities/misc.h: the folder app/utilities is not in the layer table"_s));
}

void SourceRulesTest::linkLinesAreHeldAgainstTheTable()
{
    const QList<Layer> table{{u"story"_s, {u"Qt6::Core"_s, u"Detour::semantics"_s}}};
    const auto right = "detour_add_layer(NAME story SOURCES a.cpp LINKS\n Detour::semantics Qt6::Core\n)"_ba;
    const auto wrong = "detour_add_layer(NAME story LINKS Qt6::Core Detour::semantics Detour::ui)"_ba;

    QCOMPARE(linkViolations({{u"app/story/CMakeLists.txt"_s, right}}, table), QStringList());
    QCOMPARE(linkViolations({{u"app/story/CMakeLists.txt"_s, wrong}}, table).size(), 1);
    QCOMPARE(linkViolations({}, table).size(), 1);
}

void SourceRulesTest::commentsInLinkLinesDoNotCount()
{
    const QList<Layer> table{{u"story"_s, {u"Qt6::Core"_s}}};
    const auto text = "detour_add_layer(NAME story LINKS Qt6::Core # (Qt6::Widgets)\n)"_ba;
    QCOMPARE(linkViolations({{u"app/story/CMakeLists.txt"_s, text}}, table), QStringList());
}

void SourceRulesTest::linkingBesideTheTableIsNamed()
{
    const QList<Layer> table{{u"story"_s, {u"Qt6::Core"_s}}};
    const auto text =
        "detour_add_layer(NAME story LINKS Qt6::Core)\ntarget_link_libraries(detour_story PUBLIC Qt6::Gui)"_ba;
    QCOMPARE(linkViolations({{u"app/story/CMakeLists.txt"_s, text}}, table).size(), 1);
}

void SourceRulesTest::longFilesAreNamed()
{
    const QByteArray fits = spdx + QByteArray(498, '\n');
    QCOMPARE(fileViolations({{u"app/a.cpp"_s, fits}}), QStringList());
    QCOMPARE(fileViolations({{u"app/a.cpp"_s, fits + '\n'}}),
             QStringList(u"app/a.cpp: has 501 lines, more than 500"_s));
}

void SourceRulesTest::missingSpdxLinesAreNamed()
{
    QCOMPARE(fileViolations({{u"app/a.cpp"_s, "int a;\n"_ba}}).size(), 1);
    // A script's comment mark does not serve in C++.
    QByteArray hashed = spdx;
    hashed.replace("//", "#");
    QCOMPARE(fileViolations({{u"app/a.cpp"_s, hashed}}).size(), 1);
    QCOMPARE(fileViolations({{u"app/CMakeLists.txt"_s, hashed}}), QStringList());
}

void SourceRulesTest::missingPragmaOnceIsNamed()
{
    QCOMPARE(fileViolations({{u"app/a.h"_s, spdx + "\n#pragma once\n"_ba}}), QStringList());
    QCOMPARE(fileViolations({{u"app/a.h"_s, spdx + "\nint a;\n"_ba}}).size(), 1);
}

DETOUR_TEST(SourceRulesTest)
#include "tst_sourcerules.moc"
