// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "windowwalk.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QApplication>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Detour::Test {

namespace {

constexpr int slack = 1; // px: sizes are whole numbers, text is not

QString textOf(const QWidget &widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(&widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(&widget))
        return button->text();
    return widget.accessibleName();
}

/// What scrolls may be larger than what shows it.
bool isScrolled(const QWidget &widget)
{
    const QWidget *parent = widget.parentWidget();
    const auto *area = parent ? qobject_cast<const QAbstractScrollArea *>(parent->parentWidget()) : nullptr;
    return area && area->viewport() == parent;
}

void checkLabel(const QLabel &label, QStringList &problems)
{
    if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull())
        return;
    const QSize room = label.size();
    if (label.wordWrap()) {
        if (label.heightForWidth(room.width()) > room.height() + slack)
            problems.append(u"cut below: "_s + describe(label));
        return;
    }
    const QSize wanted = label.sizeHint();
    if (wanted.width() > room.width() + slack || wanted.height() > room.height() + slack)
        problems.append(u"cut: "_s + describe(label));
}

/// Its text is its name: only the icon is shown.
bool showsIconOnly(const QAbstractButton &button)
{
    const auto *tool = qobject_cast<const QToolButton *>(&button);
    return tool && tool->toolButtonStyle() == Qt::ToolButtonIconOnly;
}

/// It scrolls what does not fit; Qt asks for the room of its scroll bars and arrows.
bool scrolls(const QWidget &widget)
{
    const auto *stack = qobject_cast<const QStackedWidget *>(&widget);
    const QWidget *shown = stack ? stack->currentWidget() : &widget;
    return qobject_cast<const QAbstractScrollArea *>(shown) != nullptr;
}

void checkButton(const QAbstractButton &button, QStringList &problems)
{
    if (showsIconOnly(button))
        return;
    const int text = button.fontMetrics().horizontalAdvance(button.text());
    if (!button.text().isEmpty() && text > button.width() + slack)
        problems.append(u"cut: "_s + describe(button));
    if (button.fontMetrics().height() > button.height() + slack && !button.text().isEmpty())
        problems.append(u"cut below: "_s + describe(button));
}

void checkField(const QLineEdit &field, QStringList &problems)
{
    if (field.fontMetrics().height() > field.height())
        problems.append(u"cut below: "_s + describe(field));
}

void checkPlace(const QWidget &widget, QStringList &problems)
{
    QSize least = widget.minimumSizeHint().boundedTo(widget.maximumSize());
    if (scrolls(widget))
        least = {0, widget.fontMetrics().height()};
    const QWidget *parent = widget.parentWidget();
    const bool isLaidOut = parent && parent->layout() && parent->layout()->indexOf(const_cast<QWidget *>(&widget)) >= 0;
    if (!isLaidOut)
        return;
    if (least.width() > widget.width() + slack || least.height() > widget.height() + slack)
        problems.append(u"squeezed under %1×%2: "_s.arg(least.width()).arg(least.height()) + describe(widget));
    if (!parent->rect().adjusted(-slack, -slack, slack, slack).contains(widget.geometry()))
        problems.append(u"leaves its parent: "_s + describe(widget));
}

void checkNeighbours(const QLayout &layout, QStringList &problems)
{
    QList<const QWidget *> widgets;
    for (int i = 0; i < layout.count(); ++i) {
        const QWidget *widget = layout.itemAt(i)->widget();
        if (widget && widget->isVisible())
            widgets.append(widget);
        if (const QLayout *inner = layout.itemAt(i)->layout())
            checkNeighbours(*inner, problems);
    }
    for (qsizetype i = 0; i < widgets.size(); ++i) {
        for (qsizetype k = i + 1; k < widgets.size(); ++k) {
            const QRect both = widgets.at(i)->geometry().intersected(widgets.at(k)->geometry());
            if (both.width() > slack && both.height() > slack)
                problems.append(describe(*widgets.at(i)) + u" lies over "_s + describe(*widgets.at(k)));
        }
    }
}

bool takesTab(const QWidget &widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && widget.isVisible();
}

/// Those that Tab comes to, from the first on, until it goes round.
QSet<const QWidget *> tabWalk(QWidget &window)
{
    QSet<const QWidget *> reached;
    QWidget *at = &window;
    for (int steps = 0; steps < 5000; ++steps) {
        at = at->nextInFocusChain();
        if (at == &window)
            break;
        if (takesTab(*at))
            reached.insert(at->focusProxy() ? at->focusProxy() : at);
    }
    return reached;
}

} // namespace

QWidgetList visibleWidgets()
{
    QWidgetList result;
    const QWidgetList all = QApplication::allWidgets();
    for (QWidget *widget : all) {
        if (widget->isVisible() && !widget->size().isEmpty())
            result.append(widget);
    }
    return result;
}

QString describe(const QWidget &widget)
{
    const QRect place = widget.geometry();
    const QString parent =
        widget.parentWidget() ? QString::fromLatin1(widget.parentWidget()->metaObject()->className()) : u"screen"_s;
    return u"%1 %2 “%3” in %4 (%5,%6 %7×%8)"_s
        .arg(QString::fromLatin1(widget.metaObject()->className()), widget.objectName(), textOf(widget).left(60),
             parent)
        .arg(place.x())
        .arg(place.y())
        .arg(place.width())
        .arg(place.height());
}

QStringList layoutProblems()
{
    QStringList problems;
    for (const QWidget *widget : visibleWidgets()) {
        if (isScrolled(*widget))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            checkLabel(*label, problems);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            checkButton(*button, problems);
        else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            checkField(*field, problems);
        checkPlace(*widget, problems);
        if (widget->layout() && !qobject_cast<const QStackedWidget *>(widget))
            checkNeighbours(*widget->layout(), problems);
    }
    problems.removeDuplicates();
    return problems;
}

QStringList accessProblems(QWidget &window)
{
    QStringList problems;
    const QSet<const QWidget *> reached = tabWalk(window);
    for (QWidget *widget : visibleWidgets()) {
        if (widget->focusPolicy() == Qt::NoFocus || qobject_cast<QAbstractSpinBox *>(widget->parentWidget()))
            continue; // a spin box speaks for the field in it
        QAccessibleInterface *thing = QAccessible::queryAccessibleInterface(widget);
        if (!thing || thing->text(QAccessible::Name).trimmed().isEmpty())
            problems.append(u"no name: "_s + describe(*widget));
        if (takesTab(*widget) && widget->window() == &window && !widget->focusProxy() && !reached.contains(widget))
            problems.append(u"Tab does not reach: "_s + describe(*widget));
    }
    return problems;
}

} // namespace Detour::Test
