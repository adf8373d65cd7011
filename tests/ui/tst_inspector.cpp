// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/redirectchain.h"
#include "support/testregistry.h"
#include "ui/inspector/exchangemodel.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/textpane.h"

#include <QAbstractItemModelTester>
#include <QKeyEvent>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Detour;

namespace {

/// One hop answered with `reason` and a Location; not followed further.
RedirectChain chainWith(const QByteArray &reason, const QByteArray &location)
{
    Hop hop;
    hop.exchange.request.target = *parseFirstUrl("http://user:secret@a.localhost:8307/x");
    hop.exchange.request.fields.append("Authorization", "Bearer secret");
    hop.exchange.response = Response{302, reason, FieldList{{"Location", location}}, std::nullopt};
    Decision decision;
    decision.action = Action::Stop;
    decision.stopCode = u"refused-scheme"_s;
    decision.reasons = {makeReason(
        reasonCatalog().constFirst().rule ? QString::fromUtf16(reasonCatalog().constFirst().rule) : QString())};
    hop.decision = decision;
    RedirectChain chain;
    chain.hops = {hop};
    chain.outcome = Outcome::Stopped;
    chain.end = ChainEnd{u"refused-scheme"_s, u"Only http and https are followed."_s, 1};
    return chain;
}

QString shown(const Inspector &inspector)
{
    return inspector.findChild<TextPane *>()->toPlainText();
}

} // namespace

class InspectorTest final : public QObject
{
    Q_OBJECT

private slots:
    void hostileTextStaysText();
    void secretsAreMasked();
    void anAnswerOnItsWayIsNotTold();
    void theTableShowsOnlyToldHops();
    void stoppedOffersNextSteps();
    void outsideLinksAskFirst();
    void tabAndEnterFollowALink();
    void spaceIsLeftToTheWindow();
};

void InspectorTest::hostileTextStaysText()
{
    Inspector inspector;
    inspector.setChain(chainWith("<b>bold</b><img src=file:///etc/passwd>\x1b[31m", "javascript:alert(1)"), 1);
    inspector.setHop(0);
    inspector.setTab(Inspector::Tab::Response);
    QVERIFY(shown(inspector).contains(u"<b>bold</b>"_s));
    QVERIFY(!shown(inspector).contains(QChar(0x1b)));
    QVERIFY(shown(inspector).contains(u"javascript:alert(1)"_s));
}

void InspectorTest::secretsAreMasked()
{
    Inspector inspector;
    inspector.setChain(chainWith("Found", "/y"), 1);
    inspector.setHop(0);
    inspector.setTab(Inspector::Tab::Request);
    QVERIFY(shown(inspector).contains(u"Authorization"_s));
    QVERIFY(!shown(inspector).contains(u"secret"_s));
}

void InspectorTest::anAnswerOnItsWayIsNotTold()
{
    Inspector inspector;
    inspector.setChain(chainWith("Found", "/y"), 1);
    inspector.setHop(0);
    inspector.setTab(Inspector::Tab::Response);
    inspector.setAnswerTold(false);
    QVERIFY(!shown(inspector).contains(u"302"_s));
    inspector.setAnswerTold(true);
    QVERIFY(shown(inspector).contains(u"302 Found"_s));
}

void InspectorTest::theTableShowsOnlyToldHops()
{
    ExchangeModel model;
    const QAbstractItemModelTester tester(&model);
    RedirectChain chain = chainWith("Found", "/y");
    chain.hops.append(chain.hops.constFirst());
    model.setChain(chain, 1);
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.index(0, ExchangeModel::Status).data().toString(), u"302 Found"_s);
    QVERIFY(!model.index(0, ExchangeModel::Target).data().toString().contains(u"secret"_s));
    model.setChain(chain, 2);
    QCOMPARE(model.rowCount(), 2);
}

void InspectorTest::stoppedOffersNextSteps()
{
    Inspector inspector;
    inspector.setChain(chainWith("Found", "javascript:alert(1)"), 1);
    inspector.setHop(0);
    QSignalSpy again(&inspector, &Inspector::sendAgainRequested);
    QVERIFY(shown(inspector).contains(u"ends with exit 3, reason refused-scheme."_s));
    QStringList offered;
    for (QPushButton *button : inspector.findChildren<QPushButton *>()) {
        offered.append(button->text());
        if (button->text() == u"Send it again"_s)
            button->click();
    }
    QCOMPARE(offered, (QStringList{u"Read the 302 as an answer"_s, u"Send it again"_s, u"Open the page of 302"_s}));
    QTRY_COMPARE(again.size(), 1);
}

void InspectorTest::outsideLinksAskFirst()
{
    Inspector inspector;
    inspector.setChain(chainWith("Found", "javascript:alert(1)"), 1);
    inspector.setHop(0);
    QSignalSpy pages(&inspector, &Inspector::pageRequested);
    emit inspector.findChild<TextPane *>()->linkActivated(u"https://fetch.spec.whatwg.org/#http-redirect-fetch"_s);
    auto *question = inspector.findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY(question->informativeText().contains(u"fetch.spec.whatwg.org"_s));
    QCOMPARE(pages.size(), 0);
    emit inspector.findChild<TextPane *>()->linkActivated(u"page:302#history"_s);
    QCOMPARE(pages.size(), 1);
    QCOMPARE(pages.constFirst(), (QVariantList{u"302"_s, u"history"_s}));
}

void InspectorTest::tabAndEnterFollowALink()
{
    QWidget window;
    auto *before = new QLineEdit(&window);
    auto *pane = new TextPane(&window);
    pane->setGeometry(0, 40, 300, 120);
    pane->setTheme(Theme::light());
    pane->begin();
    pane->paragraph();
    pane->write(u"A rule. "_s);
    pane->writeLink(u"RFC 9110"_s, u"https://example.com/a"_s);
    pane->end();
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    before->setFocus();
    QSignalSpy followed(pane, &TextPane::linkActivated);
    const QImage without = pane->grab().toImage();
    QTest::keyClick(before, Qt::Key_Tab);
    QVERIFY(pane->hasFocus());
    QVERIFY2(pane->grab().toImage() != without, "the focus can be seen");
    if (!pane->textCursor().hasSelection())
        QTest::keyClick(pane, Qt::Key_Tab);
    QTest::keyClick(pane, Qt::Key_Return);
    QCOMPARE(followed.size(), 1);
    QCOMPARE(followed.constFirst().constFirst().toString(), u"https://example.com/a"_s);
}

void InspectorTest::spaceIsLeftToTheWindow()
{
    TextPane pane;
    QKeyEvent space(QEvent::KeyPress, Qt::Key_Space, Qt::NoModifier, u" "_s);
    QCoreApplication::sendEvent(&pane, &space);
    QVERIFY(!space.isAccepted());
}

DETOUR_TEST(InspectorTest)
#include "tst_inspector.moc"
