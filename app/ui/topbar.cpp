// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/topbar.h"

#include "ui/help/keytable.h"
#include "ui/search/searchbutton.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/signpainter.h"
#include "ui/widgets/textscaling.h"

#include <QActionGroup>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int barHeight = 48;
constexpr int roomForWords = 1280;
constexpr int roomForField = 1000;
constexpr QSize logoSize(32, 28); // with air between it and the name

QIcon logoIcon(const Theme &theme)
{
    QIcon icon;
    for (const int scale : {1, 2, 3}) {
        QPixmap pixmap(logoSize * Theme::textScale() * scale);
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        const qreal side = Theme::scaled(qreal(logoSize.height() - 2)) * scale;
        paintLogo(painter, QRectF(scale, scale, side, side), theme);
        icon.addPixmap(pixmap);
    }
    return icon;
}

} // namespace

TopBar::TopBar(QWidget *parent)
    : QWidget(parent)
    , m_home(new QToolButton(this))
    , m_search(new SearchButton(this))
    , m_panes(new QButtonGroup(this))
    , m_modes(new QActionGroup(this))
{
    setObjectName(u"topBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    setScaledFixedHeight(*this, barHeight);

    m_home->setText(tr("Detour"));
    m_home->setToolTip(tr("What a redirect is"));
    m_home->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_home->setFont(Theme::textFont(16, QFont::Bold));
    setScaledMinimumSize(*m_home, -1, 32);
    m_home->setFocusPolicy(Qt::StrongFocus);
    connect(m_home, &QToolButton::clicked, this, &TopBar::homeRequested);

    m_back = addButton(tr("Back"), withKey(tr("Back to the last page"), u"back"_s));
    connect(m_back, &QToolButton::clicked, this, &TopBar::backRequested);
    m_forward = addButton(tr("Forward"), withKey(tr("Forward again"), u"forward"_s));
    connect(m_forward, &QToolButton::clicked, this, &TopBar::forwardRequested);
    connect(m_search, &QToolButton::clicked, this, &TopBar::searchRequested);
    buildPaneSwitch();
    m_theme = addButton(tr("Theme"), tr("Light or dark"));
    buildThemeMenu();
    m_menu = addButton(tr("Menu"), tr("Traces, settings, keys"));
    m_menu->setMenu(new QMenu(m_menu));
    m_menu->setPopupMode(QToolButton::InstantPopup);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 0, 16, 1);
    layout->setSpacing(8);
    layout->addWidget(m_home);
    layout->addSpacing(4);
    layout->addWidget(m_back);
    layout->addWidget(m_forward);
    layout->addStretch(1);
    layout->addWidget(m_search);
    layout->addWidget(m_switch);
    layout->addStretch(1);
    layout->addWidget(m_theme);
    layout->addWidget(m_menu);
    setHistory(false, false);
}

QToolButton *TopBar::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setProperty("kind", u"icon"_s);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void TopBar::buildThemeMenu()
{
    auto *menu = new QMenu(m_theme);
    const std::pair<ThemeMode, QString> modes[] = {
        {ThemeMode::System, tr("As the desktop")},
        {ThemeMode::Light, tr("Light")},
        {ThemeMode::Dark, tr("Dark")},
    };
    for (const auto &[mode, name] : modes) {
        QAction *action = menu->addAction(name);
        action->setCheckable(true);
        action->setData(int(mode));
        m_modes->addAction(action);
    }
    connect(m_modes, &QActionGroup::triggered, this,
            [this](const QAction *action) { emit themeModeChosen(ThemeMode(action->data().toInt())); });
    m_theme->setMenu(menu);
    m_theme->setPopupMode(QToolButton::InstantPopup);
}

void TopBar::buildPaneSwitch()
{
    m_switch = new QWidget(this);
    auto *layout = new QHBoxLayout(m_switch);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    for (const auto &[pane, name] :
         {std::pair{Pane::Page, tr("Page")}, std::pair{Pane::Playground, tr("Playground")}}) {
        auto *button = new QToolButton(m_switch);
        button->setProperty("kind", u"wide"_s);
        button->setText(name);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::StrongFocus);
        m_panes->addButton(button, int(pane));
        layout->addWidget(button);
    }
    connect(m_panes, &QButtonGroup::idClicked, this, [this](int id) { emit paneChosen(Pane(id)); });
    m_switch->hide();
}

void TopBar::setTheme(const Theme &theme)
{
    const int side = Theme::scaled(16);
    for (QToolButton *button : {m_back, m_forward, m_theme, m_menu})
        button->setIconSize({side, side});
    m_home->setIconSize({Theme::scaled(logoSize.width()), Theme::scaled(logoSize.height())});
    m_home->setIcon(logoIcon(theme));
    m_menu->setIcon(makeIcon(Icon::Menu, theme.ink, theme.edge));
    chooseRoom();
    m_back->setIcon(makeIcon(Icon::Back, theme.ink, theme.edge));
    m_forward->setIcon(makeIcon(Icon::Forward, theme.ink, theme.edge));
    m_search->setTheme(theme);
    m_theme->setIcon(makeIcon(Icon::Theme, theme.ink, theme.edge));
}

void TopBar::setThemeMode(ThemeMode mode)
{
    for (QAction *action : m_modes->actions())
        action->setChecked(action->data().toInt() == int(mode));
}

void TopBar::setHistory(bool canGoBack, bool canGoForward)
{
    m_back->setEnabled(canGoBack);
    m_forward->setEnabled(canGoForward);
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    chooseRoom();
}

void TopBar::chooseRoom()
{
    m_search->setRoom(width() >= Theme::scaled(roomForWords)   ? SearchButton::Room::Wide
                      : width() >= Theme::scaled(roomForField) ? SearchButton::Room::Short
                                                               : SearchButton::Room::Icon);
}

QMenu *TopBar::menu() const
{
    return m_menu->menu();
}

void TopBar::setPaneSwitch(bool visible)
{
    m_switch->setVisible(visible);
}

void TopBar::setPane(Pane pane)
{
    m_panes->button(int(pane))->setChecked(true);
}

} // namespace Detour
