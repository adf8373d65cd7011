// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/tabrow.h"

#include "ui/theme.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMenu>
#include <QToolButton>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int buttonWidth = 34;

/// Tells what a tab wants, seen or not.
class Bar final : public QTabBar
{
public:
    using QTabBar::QTabBar;
    [[nodiscard]] QSize hintOf(int tab) const { return tabSizeHint(tab); }
};

} // namespace

TabRow::TabRow(const QStringList &names, QWidget *parent)
    : QWidget(parent)
    , m_bar(new Bar(this))
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
    , m_isOffered(names.size(), true)
{
    for (const QString &name : names)
        m_bar->addTab(name);
    m_bar->setDrawBase(false);
    m_bar->setExpanding(false);
    m_bar->setUsesScrollButtons(false);
    m_bar->setElideMode(Qt::ElideNone);
    m_bar->setAccessibleName(tr("What to inspect"));
    m_bar->installEventFilter(this);
    m_more->setProperty("kind", u"quiet"_s);
    m_more->setFixedWidth(Theme::scaled(buttonWidth));
    m_more->setAccessibleName(tr("More tabs"));
    m_more->setToolTip(tr("More tabs"));
    m_more->setMenu(m_menu);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->setSizeConstraint(QLayout::SetNoConstraint); // folding makes it fit
    row->addWidget(m_bar);
    row->addWidget(m_more);
    row->addStretch(1);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_menu, &QMenu::aboutToShow, this, &TabRow::fillMenu);
    connect(m_bar, &QTabBar::currentChanged, this, [this](int tab) {
        fold(); // a bold name is wider
        emit currentChanged(tab);
    });
}

void TabRow::setTheme(const Theme &theme)
{
    m_more->setFixedWidth(Theme::scaled(buttonWidth));
    m_more->setIcon(makeIcon(Icon::More, theme.ink, theme.edge));
    fold();
}

void TabRow::setOffered(int tab, bool offered)
{
    if (m_isOffered.at(tab) == offered)
        return;
    m_isOffered[tab] = offered;
    if (!offered && m_bar->currentIndex() == tab)
        m_bar->setCurrentIndex(0);
    fold();
}

bool TabRow::isFolded(int tab) const
{
    return m_isOffered.at(tab) && !m_bar->isTabVisible(tab);
}

void TabRow::setText(int tab, const QString &text)
{
    if (m_bar->tabText(tab) == text)
        return;
    m_bar->setTabText(tab, text);
    fold();
}

void TabRow::setCurrent(int tab)
{
    if (m_isOffered.at(tab)) {
        if (!m_bar->isTabVisible(tab))
            m_bar->setTabVisible(tab, true); // Qt makes no tab current that cannot be seen
        m_bar->setCurrentIndex(tab);
    }
}

int TabRow::widthOf(int tab) const
{
    return static_cast<const Bar *>(m_bar)->hintOf(tab).width();
}

/// The tabs that are seen: from the front as many as fit, the current one in any case.
QList<int> TabRow::fitting() const
{
    QList<int> offered;
    for (int tab = 0; tab < m_bar->count(); ++tab) {
        if (m_isOffered.at(tab))
            offered.append(tab);
    }
    const auto total = [this](const QList<int> &tabs) {
        return std::accumulate(tabs.cbegin(), tabs.cend(), 0, [this](int sum, int tab) { return sum + widthOf(tab); });
    };
    if (total(offered) <= width())
        return offered;
    QList<int> seen = offered;
    while (seen.size() > 1 && total(seen) > width() - Theme::scaled(buttonWidth)) {
        const bool keepsLast = seen.constLast() == m_bar->currentIndex();
        seen.removeAt(seen.size() - (keepsLast ? 2 : 1));
    }
    return seen;
}

void TabRow::fold()
{
    const QList<int> seen = fitting();
    for (int tab = 0; tab < m_bar->count(); ++tab) {
        // QTabBar forgets that it has to lay out anew when it is told what it knows already.
        if (m_bar->isTabVisible(tab) != seen.contains(tab))
            m_bar->setTabVisible(tab, seen.contains(tab));
    }
    m_bar->updateGeometry();
    const auto offered = std::count(m_isOffered.cbegin(), m_isOffered.cend(), true);
    m_more->setVisible(seen.size() < offered);
}

void TabRow::fillMenu()
{
    m_menu->clear();
    for (int tab = 0; tab < m_bar->count(); ++tab) {
        if (isFolded(tab))
            m_menu->addAction(m_bar->tabText(tab), this, [this, tab] {
                setCurrent(tab);
                m_bar->setFocus(Qt::ShortcutFocusReason);
            });
    }
}

void TabRow::step(int by)
{
    for (int tab = current() + by; tab >= 0 && tab < m_bar->count(); tab += by) {
        if (m_isOffered.at(tab)) {
            setCurrent(tab);
            return;
        }
    }
}

bool TabRow::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_bar || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->modifiers() & ~Qt::KeypadModifier)
        return false;
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    switch (key->key()) {
    case Qt::Key_Left:
        step(isMirrored ? 1 : -1);
        return true;
    case Qt::Key_Right:
        step(isMirrored ? -1 : 1);
        return true;
    case Qt::Key_Home:
        setCurrent(0);
        return true;
    case Qt::Key_End:
        setCurrent(int(m_isOffered.lastIndexOf(true)));
        return true;
    default:
        return false;
    }
}

void TabRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

QSize TabRow::sizeHint() const
{
    int all = 0;
    for (int tab = 0; tab < m_bar->count(); ++tab)
        all += m_isOffered.at(tab) ? widthOf(tab) : 0;
    return {all, m_bar->sizeHint().height()};
}

QSize TabRow::minimumSizeHint() const
{
    return {120, m_bar->sizeHint().height()};
}

} // namespace Detour
