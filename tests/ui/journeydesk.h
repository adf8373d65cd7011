// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "desk.h"
#include "ui/inspector/exchangemodel.h"
#include "ui/inspector/inspector.h"
#include "ui/inspector/textpane.h"
#include "ui/pages/pageview.h"
#include "ui/pages/sidebar.h"
#include "ui/pages/sidebarmodel.h"
#include "ui/playground/gatepanel.h"
#include "ui/playground/playground.h"
#include "ui/request/requestbar.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"
#include "ui/widgets/elidedlabel.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTcpServer>
#include <QTest>
#include <QTextBlock>

namespace Detour::Test {

using namespace Qt::StringLiterals;

/// A loaded machine needs longer for a thousand hops than QTRY's five seconds.
inline constexpr int patience = 40'000; // ms

/// The whole window on a lab of its own, with settings that nobody else has.
struct JourneyDesk : LabDesk
{
    void pickPage(const QString &slug) const
    {
        const QListView *list = window.sidebar().list();
        const QRect place = list->visualRect(static_cast<SidebarModel *>(list->model())->indexOfPage(slug));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, place.center());
    }

    /// Clicks the link where it is drawn.
    [[nodiscard]] bool clickLink(const QString &target) const
    {
        PageView &page = window.pageView();
        for (QTextBlock block = page.document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                if (it.fragment().charFormat().anchorHref() != target)
                    continue;
                QTextCursor cursor(page.document());
                cursor.setPosition(it.fragment().position() + 1);
                page.setTextCursor(cursor);
                page.ensureCursorVisible();
                QTest::mouseClick(page.viewport(), Qt::LeftButton, {}, page.cursorRect().center());
                return true;
            }
        }
        return false;
    }

    void showAll() const
    {
        QTRY_VERIFY_WITH_TIMEOUT(!window.playground().isRunning(), patience);
        QTest::keyClick(&window.playground(), Qt::Key_End);
        QVERIFY(window.playground().clock().atEnd());
    }

    [[nodiscard]] QString cell(int row, ExchangeModel::Column column) const
    {
        return window.findChild<QTableView *>()->model()->index(row, column).data().toString();
    }
    [[nodiscard]] int rows() const { return window.findChild<QTableView *>()->model()->rowCount(); }
    [[nodiscard]] StageWidget *stage() const { return window.playground().findChild<StageWidget *>(); }

    void type(const QString &url) const
    {
        auto *field = window.findChild<QLineEdit *>(u"url"_s);
        field->selectAll();
        QTest::keyClicks(field, url);
        QTest::keyClick(field, Qt::Key_Return);
    }
};

} // namespace Detour::Test
