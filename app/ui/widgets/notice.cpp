// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/notice.h"

#include "ui/theme.h"

#include <QAccessible>
#include <QEvent>

#include <chrono>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int widest = 620;
constexpr int air = 24;
constexpr qsizetype longest = 600; // letters: it may quote a file
constexpr int shortestShow = 4000; // ms
constexpr int showALetter = 60;    // ms: three hundred words a minute are read with ease

} // namespace

Notice::Notice(QWidget *window)
    : QLabel(window)
{
    setObjectName(u"notice"_s);
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setMargin(10);
    m_goes.setSingleShot(true);
    connect(&m_goes, &QTimer::timeout, this, &QWidget::hide);
    window->installEventFilter(this);
    hide();
}

Notice::~Notice() = default;

void Notice::tell(const QString &sentence)
{
    setText(sentence.size() > longest ? sentence.left(longest) + u'…' : sentence);
    setAccessibleName(text());
    m_goes.start(shortestShow + int(text().size()) * showALetter);
    place();
    show();
    raise();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

bool Notice::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QLabel::eventFilter(watched, event);
}

void Notice::mousePressEvent(QMouseEvent * /*event*/)
{
    hide();
}

void Notice::place()
{
    const QSize window = parentWidget()->size();
    const int most = qMin(Theme::scaled(widest), window.width() - 2 * air);
    const int words = fontMetrics().horizontalAdvance(text()) + 2 * margin() + 4;
    const int width = qMin(most, words);
    const int height = qMin(heightForWidth(width), window.height() - 2 * air);
    setGeometry((window.width() - width) / 2, window.height() - height - air, width, height);
}

} // namespace Detour
