// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"

#include "semantics/location.h"

#include <QTest>

using namespace Detour;

namespace {

struct Row
{
    const char *location;
    const char *target; ///< null: refused
};

} // namespace

/// The URL standard's rules, each with rows of its own. The base is http://base.test/dir/file?old#frag unless a row
/// says so.
class TestWhatwgUrl final : public QObject
{
    Q_OBJECT

private slots:
    void relativeReferences_data()
    {
        addRows({
            {"", "http://base.test/dir/file?old"},
            {"#", "http://base.test/dir/file?old#"},
            {"#new", "http://base.test/dir/file?old#new"},
            {"?new", "http://base.test/dir/file?new"},
            {"?", "http://base.test/dir/file?"},
            {"x", "http://base.test/dir/x"},
            {"./x", "http://base.test/dir/x"},
            {"../x", "http://base.test/x"},
            {"../../../x", "http://base.test/x"},
            {".", "http://base.test/dir/"},
            {"..", "http://base.test/"},
            {"/", "http://base.test/"},
            {"/x/./y/../z", "http://base.test/x/z"},
            {"/x/..", "http://base.test/"},
            {"/x/.", "http://base.test/x/"},
            {"/a//../b", "http://base.test/a/b"},
            {"/a/%2e%2E/b", "http://base.test/b"},
            {"/a/.%2e/b", "http://base.test/b"},
            {"/a/%2e/b", "http://base.test/a/b"},
            {"/a/.../b", "http://base.test/a/.../b"},
            {"x;y=1", "http://base.test/dir/x;y=1"},
            {"x,y", "http://base.test/dir/x,y"},
            {"//other.test/p", "http://other.test/p"},
            {"//other.test", "http://other.test/"},
            {"///other.test/p", "http://other.test/p"},
            {"1a:b", "http://base.test/dir/1a:b"},
            {"./a:b", "http://base.test/dir/a:b"},
        });
    }
    void relativeReferences() { check(); }

    void slashesAndBackslashes_data()
    {
        addRows({
            {"a\\b", "http://base.test/dir/a/b"},
            {"\\x", "http://base.test/x"},
            {"\\\\other.test\\p", "http://other.test/p"},
            {"/\\other.test", "http://other.test/"},
            {"http:\\\\other.test\\p", "http://other.test/p"},
            {"http:///other.test/p", "http://other.test/p"},
            {"http:////other.test/p", "http://other.test/p"},
            {"http:/x", "http://base.test/x"},
            {"http:g", "http://base.test/dir/g"},
            {"http:?q", "http://base.test/dir/file?q"},
            {"http:", "http://base.test/dir/file?old"},
            {"https:g", "https://g/"},
            {"https:/g/x", "https://g/x"},
            {"https:///g", "https://g/"},
            {"/a?b\\c", "http://base.test/a?b\\c"},
            {"/a#b\\c", "http://base.test/a#b\\c"},
        });
    }
    void slashesAndBackslashes() { check(); }

    void whitespaceAndControls_data()
    {
        addRows({
            {"  /x \x01", "http://base.test/x"},
            {"\t/x\t", "http://base.test/x"},
            {"/a\tb", "http://base.test/ab"},
            {"ht\ttp://other.test/", "http://other.test/"},
            {"/a b", "http://base.test/a%20b"},
            {"/a\x01"
             "b",
             "http://base.test/a%01b"},
            {"/a\x7f", "http://base.test/a%7F"},
            {"java\tscript:alert(1)", "javascript:alert(1)"},
        });
    }
    void whitespaceAndControls() { check(); }

    void percentEncodeSets_data()
    {
        addRows({
            {"/\"<>`#\"<>`", "http://base.test/%22%3C%3E%60#%22%3C%3E%60"},
            {"/{}^|~'[]", "http://base.test/%7B%7D%5E|~'[]"},
            {"?\"<>'`{}|^", "http://base.test/dir/file?%22%3C%3E%27`{}|^"},
            {"x:?'", "x:?'"},
            {"/caf\xc3\xa9", "http://base.test/caf%C3%A9"},
            {"?q=\xc3\xa9", "http://base.test/dir/file?q=%C3%A9"},
            {"/\xff", "http://base.test/%FF"},
            {"#\xc3\xa9", "http://base.test/dir/file?old#%C3%A9"},
            {"/caf%c3%a9", "http://base.test/caf%c3%a9"},
            {"/100%", "http://base.test/100%"},
            {"/%zz", "http://base.test/%zz"},
            {"/%7E", "http://base.test/%7E"},
        });
    }
    void percentEncodeSets() { check(); }

    void authorities_data()
    {
        addRows({
            {"http://u:p@h.test/", "http://u:p@h.test/"},
            {"http://u@h.test/", "http://u@h.test/"},
            {"http://u:@h.test/", "http://u@h.test/"},
            {"http://:p@h.test/", "http://:p@h.test/"},
            {"http://@h.test/", "http://h.test/"},
            {"http://:@h.test/", "http://h.test/"},
            {"http://a@b@h.test/", "http://a%40b@h.test/"},
            {"http://u:p:q@h.test/", "http://u:p%3Aq@h.test/"},
            {"http://u;|[]@h.test/", "http://u%3B%7C%5B%5D@h.test/"},
            {"http://h.test:80/", "http://h.test/"},
            {"http://h.test:0080/", "http://h.test/"},
            {"https://h.test:443/", "https://h.test/"},
            {"https://h.test:80/", "https://h.test:80/"},
            {"http://h.test:/", "http://h.test/"},
            {"http://h.test:0/", "http://h.test:0/"},
            {"http://h.test:65535/", "http://h.test:65535/"},
            {"http://h.test:65536/", nullptr},
            {"http://h.test:99999999999999999999/", nullptr},
            {"http://h.test:8a/", nullptr},
            {"http://h.test:-1/", nullptr},
            {"http://h.test?q", "http://h.test/?q"},
            {"http://h.test#f", "http://h.test/#f"},
            {"http://u@/", nullptr},
            {"http://:80/", nullptr},
            {"http://?q", nullptr},
            {"http://", nullptr},
            {"https:", nullptr},
        });
    }
    void authorities() { check(); }

    void domains_data()
    {
        addRows({
            {"http://H.TEST/", "http://h.test/"},
            {"http://h.test./", "http://h.test./"},
            {"http://a_b.test/", "http://a_b.test/"},
            {"http://%68.test/", "http://h.test/"},
            {"http://b\xc3\xbc"
             "cher.test/",
             "http://xn--bcher-kva.test/"},
            {"http://b%C3%BCcher.test/", "http://xn--bcher-kva.test/"},
            {"http://B\xc3\x9c"
             "CHER.test/",
             "http://xn--bcher-kva.test/"},
            {"http://xn--bcher-kva.test/", "http://xn--bcher-kva.test/"},
            {"http://fa\xc3\x9f.test/", "http://xn--fa-hia.test/"},
            {"http://\xe3\x80\x82.test/", "http://..test/"},
            {"http://a\xff.test/", nullptr},
            {"http://a b.test/", nullptr},
            {"http://a%20b.test/", nullptr},
            {"http://a%00.test/", nullptr},
            {"http://a%2fb.test/", nullptr},
            {"http://a%25.test/", nullptr},
            {"http://a<b.test/", nullptr},
            {"http://a^b.test/", nullptr},
            {"http://a|b.test/", nullptr},
            {"http://a[b.test/", nullptr},
            {"http://a\x7f.test/", nullptr},
            {"http://xn--/", nullptr},
            {"http://xn--a.test/", nullptr},
            {"http://xn--\xc3\xa9.test/", nullptr},
            {"http://b\xe2\x80\x8dtest/", nullptr}, // a joiner that joins nothing
            {"http://\xe0\xa4\x95\xe0\xa5\x8d\xe2\x80\x8d\xe0\xa4\xb7.test/", "http://xn--11b2ezcw70k.test/"},
            {"http://\xc3\xa9..test/", "http://xn--9ca..test/"},
            {"http://\xc3\xa9\xe3\x80\x82test/", "http://xn--9ca.test/"},
            {"http://\xc2\xad.test/", "http://.test/"},
        });
    }
    void domains() { check(); }

    void ipv4Forms_data()
    {
        addRows({
            {"http://127.0.0.1/", "http://127.0.0.1/"},
            {"http://127.1/", "http://127.0.0.1/"},
            {"http://127.0.1/", "http://127.0.0.1/"},
            {"http://2130706433/", "http://127.0.0.1/"},
            {"http://0x7f000001/", "http://127.0.0.1/"},
            {"http://0x7F.1/", "http://127.0.0.1/"},
            {"http://0177.0.0.01/", "http://127.0.0.1/"},
            {"http://0x/", "http://0.0.0.0/"},
            {"http://0/", "http://0.0.0.0/"},
            {"http://1.2.3.4./", "http://1.2.3.4/"},
            {"http://4294967295/", "http://255.255.255.255/"},
            {"http://4294967296/", nullptr},
            {"http://256.0.0.1/", nullptr},
            {"http://1.2.3.256/", nullptr},
            {"http://1.2.65536/", nullptr},
            {"http://1.2.3.4.5/", nullptr},
            {"http://1..2/", nullptr},
            {"http://08.0.0.1/", nullptr},
            {"http://a.test.0x1/", nullptr},
            {"http://99999999999999999999999999/", nullptr},
            {"http://1.2.3.a4/", "http://1.2.3.a4/"},
        });
    }
    void ipv4Forms() { check(); }

    void ipv6Forms_data()
    {
        addRows({
            {"http://[::1]/", "http://[::1]/"},
            {"http://[::1]:8307/", "http://[::1]:8307/"},
            {"http://[0:0:0:0:0:0:0:1]/", "http://[::1]/"},
            {"http://[2001:DB8:0:0:1:0:0:1]/", "http://[2001:db8::1:0:0:1]/"},
            {"http://[1:0:0:2:0:0:0:3]/", "http://[1:0:0:2::3]/"},
            {"http://[1:0:2:3:4:5:6:7]/", "http://[1:0:2:3:4:5:6:7]/"},
            {"http://[1:2:3:4:5:6:7::]/", "http://[1:2:3:4:5:6:7:0]/"},
            {"http://[::]/", "http://[::]/"},
            {"http://[1::]/", "http://[1::]/"},
            {"http://[::ffff:127.0.0.1]/", "http://[::ffff:7f00:1]/"},
            {"http://[::127.0.0.1]/", "http://[::7f00:1]/"},
            {"http://[00ab::]/", "http://[ab::]/"},
            {"http://[1:2:3:4:5:6:7]/", nullptr},
            {"http://[1:2:3:4:5:6:7:8:9]/", nullptr},
            {"http://[1:2:3:4:5:6:7:8::]/", nullptr},
            {"http://[1::2::3]/", nullptr},
            {"http://[:1]/", nullptr},
            {"http://[1:]/", nullptr},
            {"http://[:::]/", nullptr},
            {"http://[12345::]/", nullptr},
            {"http://[::127.0.0]/", nullptr},
            {"http://[::127.0.0.1.2]/", nullptr},
            {"http://[::127.0.0.01]/", nullptr},
            {"http://[::127.0.0.256]/", nullptr},
            {"http://[::.0.0.1]/", nullptr},
            {"http://[1:2:3:4:5:6:7:127.0.0.1]/", nullptr},
            {"http://[::1%25eth0]/", nullptr},
            {"http://[]/", nullptr},
            {"http://[::1/", nullptr},
            {"http://[::1]x/", nullptr},
            {"http://[google.com]/", nullptr},
        });
    }
    void ipv6Forms() { check(); }

    void otherSchemes_data()
    {
        addRows({
            {"javascript:alert(1)", "javascript:alert(1)"},
            {"JavaScript:alert(\"\xc3\xa9\")", "javascript:alert(\"%C3%A9\")"},
            {"data:,HI", "data:,HI"},
            {"data:text/html,<b>?x#y", "data:text/html,<b>?x#y"},
            {"mailto:a@b.test", "mailto:a@b.test"},
            {"about:blank", "about:blank"},
            {"a:b", "a:b"},
            {"ftp://H.test:21/x", "ftp://h.test/x"},
            {"ws://h.test:80/", "ws://h.test/"},
            {"gopher://H.test:70/x", "gopher://H.test:70/x"},
            {"x:/a/../b", "x:/b"},
            {"x:///p", "x:///p"},
            {"x://h", "x://h"},
            {"x:/.//p", "x:/.//p"},
            {"x://a b/", nullptr},
            {"view-source:http://a/", "view-source:http://a/"},
            {"file:///etc/passwd", "file:///etc/passwd"},
            {"file:/etc/passwd", "file:///etc/passwd"},
            {"file://host.test/x", "file://host.test/x"},
        });
    }
    void otherSchemes() { check(); }

    void absoluteOnlyWithoutBase()
    {
        QVERIFY(parseAbsoluteUri("http://a/", LocationDialect::WhatwgUrl));
        QCOMPARE(parseAbsoluteUri("/x", LocationDialect::WhatwgUrl).error().code, QStringLiteral("bad-url"));
        QCOMPARE(parseAbsoluteUri("http:g", LocationDialect::WhatwgUrl)->toBytes(), QByteArray("http://g/"));
    }

    void opaqueBaseTakesOnlyFragments()
    {
        const Result<TargetUri> base = parseAbsoluteUri("mailto:x", LocationDialect::WhatwgUrl);
        QCOMPARE(resolveLocation(*base, "#f", LocationDialect::WhatwgUrl)->toBytes(), QByteArray("mailto:x#f"));
        QVERIFY(!resolveLocation(*base, "/y", LocationDialect::WhatwgUrl));
    }

    void longLocationsAreRead()
    {
        const QByteArray path(60 * 1024, 'x');
        const Result<TargetUri> target = resolveLocation(baseUri(), QByteArray('/' + path), LocationDialect::WhatwgUrl);
        QCOMPARE(target->path.size(), path.size() + 1);
    }

private:
    static TargetUri baseUri()
    {
        return *parseAbsoluteUri("http://base.test/dir/file?old#frag", LocationDialect::WhatwgUrl);
    }

    static void addRows(const QList<Row> &rows)
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<bool>("isValid");
        QTest::addColumn<QByteArray>("target");
        for (const Row &row : rows) {
            const QByteArray tag = QByteArray(row.location).toPercentEncoding(":/?#[]@%\\ ");
            QTest::addRow("'%s'", tag.constData())
                << QByteArray(row.location) << (row.target != nullptr) << QByteArray(row.target);
        }
    }

    static void check()
    {
        QFETCH(QByteArray, location);
        QFETCH(bool, isValid);
        const Result<TargetUri> target = resolveLocation(baseUri(), location, LocationDialect::WhatwgUrl);
        if (!isValid) {
            QVERIFY2(!target, target ? target->toBytes().constData() : "");
            QCOMPARE(target.error().code, QStringLiteral("bad-location"));
            QVERIFY(!target.error().message.isEmpty());
            return;
        }
        QVERIFY2(target, target ? "" : qPrintable(target.error().message));
        QTEST(target->toBytes(), "target");
    }
};

DETOUR_TEST(TestWhatwgUrl)

#include "tst_whatwgurl.moc"
