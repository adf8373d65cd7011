// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/sheetdialog.h"

#include "ui/themecontroller.h"
#include "ui/widgets/focusring.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QScreen>
#include <QVBoxLayout>

namespace Detour {

namespace {

constexpr int airInScreen = 40;

} // namespace

SheetDialog::SheetDialog(const QString &title, ThemeController &theme, QWidget *window)
    : QDialog(window)
    , m_theme(theme)
    , m_heading(new QLabel(title, this))
    , m_body(new QVBoxLayout)
    , m_ring(new FocusRing(this))
{
    setWindowTitle(title);
    m_heading->setFont(Theme::textFont(20, QFont::Bold));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(m_heading);
    layout->addLayout(m_body, 1);
    m_body->setSpacing(12);
    if (window)
        window->installEventFilter(this);
    connect(&m_theme, &ThemeController::changed, this, [this] {
        applyTheme();
        fit();
    });
}

SheetDialog::~SheetDialog() = default;

const Theme &SheetDialog::theme() const
{
    return m_theme.theme();
}

void SheetDialog::setWantedSize(QSize size)
{
    m_wanted = size;
    fit();
}

void SheetDialog::applyTheme()
{
    m_ring->setColor(theme().focus);
}

void SheetDialog::showEvent(QShowEvent *event)
{
    applyTheme();
    fit();
    QDialog::showEvent(event);
}

void SheetDialog::paintEvent(QPaintEvent *event)
{
    QDialog::paintEvent(event);
    QPainter painter(this); // not every desktop frames a dialog
    painter.setPen(theme().edge);
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
}

bool SheetDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        fit();
    return QDialog::eventFilter(watched, event);
}

void SheetDialog::fit()
{
    if (m_wanted.isEmpty())
        return;
    // No larger than the window that it belongs to, so that it fits wherever that does.
    const QSize most =
        parentWidget() ? parentWidget()->window()->size() - QSize(airInScreen, airInScreen) : screen()->availableSize();
    const QSize wanted(Theme::scaled(m_wanted.width()), Theme::scaled(m_wanted.height()));
    resize(wanted.boundedTo(most).expandedTo(minimumSizeHint()));
    if (parentWidget()) {
        const QRect over(parentWidget()->window()->mapToGlobal(QPoint()), parentWidget()->window()->size());
        move(over.center() - rect().center());
    }
}

} // namespace Detour
