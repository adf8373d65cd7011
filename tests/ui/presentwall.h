// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "story/chains.h"
#include "textrecorder.h"
#include "ui/playground/tracecontroller.h"
#include "ui/present/fittedlabel.h"
#include "ui/present/presentview.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QAccessible>
#include <QPainter>
#include <QTest>

namespace Detour::Test {

using namespace Qt::StringLiterals;

inline constexpr QSize usualWall(1280, 720);

/// A present view of its own controller, shown; with the trace on it, at its beginning.
struct Wall
{
    explicit Wall(const RedirectChain &chain = upload(), QSize size = usualWall,
                  std::chrono::milliseconds cursorHides = PresentView::cursorStays)
        : view(session, controller, theme, nullptr, cursorHides)
    {
        view.resize(size);
        view.show();
        view.setFocus();
        controller.show(chain);
        view.showTrace(0);
    }
    ~Wall()
    {
        theme.setTextScale(1); // it is the process's
    }
    Q_DISABLE_COPY_MOVE(Wall)

    void press(Qt::Key key) { QTest::keyClick(&view, key); }
    /// On to the next stop, without the time that its motion takes.
    void stepOn(Qt::Key key = Qt::Key_Right)
    {
        press(key);
        press(key);
    }
    [[nodiscard]] QString text(const char *name) const
    {
        return view.findChild<FittedLabel *>(QString::fromLatin1(name))->text();
    }

    Session session{ContentStore(), LabPorts{}, "test"};
    TraceController controller{session};
    ThemeController theme;
    PresentView view;
};

/// Every text that is on the wall now.
inline QList<DrawnText> textsOn(PresentView &view)
{
    TextRecorder recorder(view.size());
    view.render(&recorder);
    if (view.stage().isVisible()) { // the widget draws from a picture that it keeps
        QPainter painter(&recorder);
        view.stage().draw(painter);
    }
    return recorder.texts();
}

/// All that assistive technology is told of it.
inline void listen(QAccessibleInterface *thing, QStringList &heard)
{
    if (!thing)
        return;
    heard << thing->text(QAccessible::Name) << thing->text(QAccessible::Description) << thing->text(QAccessible::Value);
    for (int i = 0; i < thing->childCount(); ++i)
        listen(thing->child(i), heard);
}

inline QString heardOn(PresentView &view)
{
    QStringList heard;
    listen(QAccessible::queryAccessibleInterface(&view), heard);
    return heard.join(u'\n');
}

inline QString wordsOf(const QList<DrawnText> &texts)
{
    QStringList words;
    for (const DrawnText &text : texts)
        words.append(text.text);
    return words.join(u'\n');
}

inline RequestDraft form(const QString &url, const QString &client = u"fetch"_s)
{
    RequestDraft draft;
    draft.method = u"POST"_s;
    draft.url = url;
    draft.hasBody = true;
    draft.body = "item=42";
    draft.fieldLines = u"Content-Type: application/x-www-form-urlencoded"_s;
    draft.client = client;
    return draft;
}

/// Sends it, predicted, and tells all up to the first question.
inline bool askOn(Wall &wall, const RequestDraft &draft)
{
    wall.controller.setPredicting(true);
    if (wall.controller.send(draft) || !QTest::qWaitFor([&wall] { return wall.controller.prediction(); }, 20'000))
        return false;
    QTest::qWait(50); // the story grows a moment later
    wall.press(Qt::Key_End);
    return wall.view.asks();
}

inline QString tooSmall(const QList<DrawnText> &texts, qreal least)
{
    for (const DrawnText &text : texts) {
        if (text.pixels < least - 0.01)
            return u"“%1” has %2 px"_s.arg(text.text).arg(text.pixels);
    }
    return {};
}

} // namespace Detour::Test
