// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/contentmeter.h"
#include "support/testregistry.h"
#include "ui/inspector/bodyfile.h"
#include "ui/inspector/bodypane.h"

#include <QLabel>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

namespace {

ContentInfo contentOf(const QByteArray &bytes, qint64 kept = ContentInfo::previewLimit)
{
    ContentMeter meter(kept);
    meter.add(bytes);
    return meter.take();
}

} // namespace

class BodyPaneTest final : public QObject
{
    Q_OBJECT

private slots:
    void eachKindHasItsForm();
    void hostileBytesStayText();
    void whatIsCutOffIsCounted();
    void aBodyIsSavedAsItCame();
    void theFileIsNamedAfterTheType();
};

void BodyPaneTest::eachKindHasItsForm()
{
    BodyPane pane;
    pane.setTheme(Theme::light());
    pane.show(contentOf(R"({"b":1,"a":[2]})"), "application/json", BodyForm::Formatted);
    QCOMPARE(pane.shownText(), u"{\n  \"b\": 1,\n  \"a\": [\n    2\n  ]\n}"_s);
    pane.show(contentOf(R"({"b":1,"a":[2]})"), "application/json", BodyForm::Raw);
    QCOMPARE(pane.shownText(), u"{\"b\":1,\"a\":[2]}"_s);
    pane.show(contentOf("name=Ada+L.&x="), "application/x-www-form-urlencoded", BodyForm::Formatted);
    QVERIFY(pane.shownText().contains(u"Ada L."_s));
    QVERIFY(!pane.shownText().contains(u'+'));
    pane.show(contentOf("plain"), "text/plain", BodyForm::Bytes);
    QVERIFY(pane.shownText().startsWith(u"000000  70 6c 61 69 6e"_s));
    pane.show(contentOf(QByteArray("\0\1\2", 3)), "image/png", BodyForm::Formatted);
    QVERIFY(pane.shownText().startsWith(u"000000  00 01 02"_s));
}

void BodyPaneTest::hostileBytesStayText()
{
    BodyPane pane;
    pane.setTheme(Theme::light());
    pane.show(contentOf("<b>x</b><img src=file:///etc/passwd>\xe2\x80\xae"
                        "abc"),
              "text/html", BodyForm::Formatted);
    QCOMPARE(pane.shownText(), u"<b>x</b><img src=file:///etc/passwd>\uFFFDabc"_s);
    pane.show(contentOf("<i>=%3Cscript%3E"), "application/x-www-form-urlencoded", BodyForm::Formatted);
    QVERIFY(pane.shownText().contains(u"<script>"_s));
}

void BodyPaneTest::whatIsCutOffIsCounted()
{
    BodyPane pane;
    pane.setTheme(Theme::light());
    const auto *note = pane.findChild<QLabel *>();
    pane.show(contentOf(QByteArray(100, 'x')), {}, BodyForm::Raw);
    QVERIFY(note->isHidden());
    pane.show(contentOf(QByteArray(200 * 1024, 'x'), 300 * 1024), {}, BodyForm::Raw);
    QCOMPARE(pane.shownText().size(), 64 * 1024);
    QVERIFY(!note->isHidden());
    QCOMPARE(note->text(), u"The first 64.0 KiB of 200.0 KiB are shown."_s);
}

void BodyPaneTest::aBodyIsSavedAsItCame()
{
    QTemporaryDir folder;
    QByteArray bytes;
    for (int i = 0; i < 100000; ++i)
        bytes += char(i);
    const QString path = folder.filePath(u"body.bin"_s);
    QVERIFY(!writeBodyFile(path, contentOf(bytes, 200000)));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    const auto error = writeBodyFile(folder.filePath(u"no/such/folder"_s), contentOf("x"));
    QVERIFY(error);
    QCOMPARE(error->code, u"not-written"_s);
}

void BodyPaneTest::theFileIsNamedAfterTheType()
{
    QCOMPARE(bodyFileName(1, true, "application/problem+json; charset=utf-8"), u"hop-2-answer.json"_s);
    QCOMPARE(bodyFileName(0, false, "text/html"), u"hop-1-request.html"_s);
    QCOMPARE(bodyFileName(0, false, {}), u"hop-1-request.bin"_s);
}

DETOUR_TEST(BodyPaneTest)
#include "tst_bodypane.moc"
