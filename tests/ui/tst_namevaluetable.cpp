// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "support/testregistry.h"
#include "ui/request/fieldseditor.h"
#include "ui/request/namevaluetable.h"

#include <QApplication>
#include <QClipboard>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Detour;
using namespace Qt::StringLiterals;

class TestNameValueTable final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aFieldIsTypedByKeyboardAlone();
    void tabLeadsThroughTheCellsAndOutOfTheTable();
    void namesAreCompleted();
    void linesArePasted();
    void rowsAreRemovedByKeyAndByMouse();
    void aBadFieldIsNamedInASentence();
    void twoHundredAreTheBound();
    void anEditMakesAGeneratedFieldOnesOwn();
    void escapeClosesTheCellThenThePopup();

private:
    void open(const QString &lines, const QStringList &generated = {});
    [[nodiscard]] QLineEdit *cell() const
    {
        return qobject_cast<QLineEdit *>(m_table->indexWidget(m_table->currentIndex()));
    }
    [[nodiscard]] QString trouble() const
    {
        const auto *label = m_editor->findChild<QLabel *>(u"fieldsTrouble"_s);
        return label->isVisible() ? label->text() : QString();
    }

    std::unique_ptr<QWidget> m_window;
    QPointer<FieldsEditor> m_editor;
    NameValueTable *m_table = nullptr;
    QString m_lines;
    QStringList m_generated;
};

void TestNameValueTable::init()
{
    m_window = std::make_unique<QWidget>();
    m_window->resize(600, 500);
    m_window->show();
}

void TestNameValueTable::cleanup()
{
    delete m_editor;
    m_window.reset();
}

void TestNameValueTable::open(const QString &lines, const QStringList &generated)
{
    RequestDraft draft;
    draft.fieldLines = lines;
    draft.generated = generated;
    m_lines = lines;
    m_editor = new FieldsEditor(Theme::light(), draft, m_window.get());
    m_table = m_editor->table();
    connect(m_editor, &FieldsEditor::edited, this, [this](const QString &edited, const QStringList &names) {
        m_lines = edited;
        m_generated = names;
    });
    m_editor->open();
    QVERIFY(QTest::qWaitForWindowExposed(m_editor));
}

void TestNameValueTable::aFieldIsTypedByKeyboardAlone()
{
    open({});
    QVERIFY(m_table->hasFocus());
    QTest::keyClicks(m_table, u"X"_s);
    QVERIFY(cell());
    QTest::keyClicks(cell(), u"-Own"_s);
    QTest::keyClick(cell(), Qt::Key_Tab);
    QTRY_VERIFY(cell() && m_table->currentIndex().column() == NameValueModel::Value);
    QTest::keyClicks(cell(), u"mine: all"_s);
    QTest::keyClick(cell(), Qt::Key_Return);
    QTRY_COMPARE(m_lines, u"X-Own: mine: all\n"_s);
    QVERIFY(m_table->hasFocus());
    QCOMPARE(m_table->rows()->rowCount(), 2);
    QCOMPARE(trouble(), QString());
}

void TestNameValueTable::tabLeadsThroughTheCellsAndOutOfTheTable()
{
    open(u"A: 1\nB: 2"_s);
    m_table->setCurrentIndex(m_table->rows()->index(0, 0));
    QTest::keyClick(m_table, Qt::Key_Return);
    QVERIFY(cell());
    QTest::keyClick(cell(), Qt::Key_Tab);
    QCOMPARE(m_table->currentIndex(), m_table->rows()->index(0, 1));
    QTest::keyClick(cell(), Qt::Key_Escape);
    QTRY_VERIFY(m_table->hasFocus());
    QTest::keyClick(m_table, Qt::Key_Tab);
    QVERIFY(!m_table->hasFocus());
    QVERIFY(m_editor->isAncestorOf(QApplication::focusWidget()));
}

void TestNameValueTable::namesAreCompleted()
{
    open({});
    QTest::keyClicks(m_table, u"c"_s);
    QVERIFY(cell() && cell()->completer());
    QTest::keyClicks(cell(), u"ontent-t"_s);
    QCOMPARE(cell()->completer()->currentCompletion(), u"Content-Type"_s);
}

void TestNameValueTable::linesArePasted()
{
    open(u"A: 1"_s);
    QApplication::clipboard()->setText(u"B: 2\r\n\r\n  C:3:4\nD\n"_s);
    QTest::keyClick(m_table, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_lines, u"A: 1\nB: 2\nC: 3:4\nD:\n"_s);
    // Within a cell that is still empty, too.
    m_editor->findChild<QPushButton *>(u"addField"_s)->click();
    QVERIFY(cell());
    QApplication::clipboard()->setText(u"E: 5"_s);
    QTest::keyClick(cell(), Qt::Key_V, Qt::ControlModifier);
    QVERIFY2(m_lines.endsWith(u"D:\nE: 5\n"_s), qPrintable(m_lines));
}

void TestNameValueTable::rowsAreRemovedByKeyAndByMouse()
{
    open(u"A: 1\nB: 2\nC: 3"_s);
    m_table->setCurrentIndex(m_table->rows()->index(1, 0));
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(m_lines, u"A: 1\nC: 3\n"_s);
    const QRect cross = m_table->visualRect(m_table->rows()->index(0, NameValueModel::Remove));
    QTest::mouseClick(m_table->viewport(), Qt::LeftButton, {}, cross.center());
    QCOMPARE(m_lines, u"C: 3\n"_s);
    m_editor->findChild<QPushButton *>(u"removeFields"_s)->click();
    QCOMPARE(m_lines, QString());
    QTest::keyClick(m_table, Qt::Key_Delete); // the row to write into stays
    QCOMPARE(m_table->rows()->rowCount(), 1);
}

void TestNameValueTable::aBadFieldIsNamedInASentence()
{
    open(u"Good: 1\nbad name: 2"_s);
    QVERIFY2(trouble().startsWith(u"Row 2: “bad name"_s) && trouble().endsWith(u'.'), qPrintable(trouble()));
    m_table->rows()->setData(m_table->rows()->index(1, 0), u"good-name"_s, Qt::EditRole);
    QCOMPARE(trouble(), QString());
    m_table->rows()->setData(m_table->rows()->index(1, 0), QString(), Qt::EditRole);
    QVERIFY(trouble().contains(u"needs the name"_s));
}

void TestNameValueTable::twoHundredAreTheBound()
{
    QString lines;
    for (int i = 0; i < 205; ++i)
        lines += u"X-%1: value\n"_s.arg(i);
    open({});
    QApplication::clipboard()->setText(lines);
    QTest::keyClick(m_table, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(m_table->rows()->rows().size(), NameValueModel::mostRows);
    QCOMPARE(m_table->rows()->rowCount(), int(NameValueModel::mostRows)); // no row to write into is left
    QVERIFY(trouble().contains(u"200"_s));
    QVERIFY(m_editor->height() < 500);
    m_table->setCurrentIndex(m_table->rows()->index(0, 0));
    QTest::keyClick(m_table, Qt::Key_Delete);
    QCOMPARE(m_table->rows()->rowCount(), int(NameValueModel::mostRows));
    QVERIFY(m_lines.startsWith(u"X-1: "_s));
}

void TestNameValueTable::anEditMakesAGeneratedFieldOnesOwn()
{
    open(u"Cookie: a=1\nUser-Agent: me"_s, {u"cookie"_s, u"User-Agent"_s});
    m_table->rows()->setData(m_table->rows()->index(0, 1), u"a=2"_s, Qt::EditRole);
    QCOMPARE(m_lines, u"Cookie: a=2\nUser-Agent: me\n"_s);
    QCOMPARE(m_generated, QStringList{u"User-Agent"_s});
}

void TestNameValueTable::escapeClosesTheCellThenThePopup()
{
    open(u"A: 1"_s);
    m_table->setCurrentIndex(m_table->rows()->index(0, 1));
    QTest::keyClick(m_table, Qt::Key_Return);
    QVERIFY(cell());
    QTest::keyClicks(cell(), u"changed"_s);
    QTest::keyClick(cell(), Qt::Key_Escape);
    QVERIFY(m_editor && m_editor->isVisible());
    QCOMPARE(m_lines, u"A: 1"_s);
    QTest::keyClick(m_table, Qt::Key_Escape);
    QTRY_VERIFY(!m_editor);
}

DETOUR_TEST(TestNameValueTable)
#include "tst_namevaluetable.moc"
