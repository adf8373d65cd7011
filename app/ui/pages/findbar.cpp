// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/findbar.h"

#include "ui/help/keytable.h"
#include "ui/pages/pagefinder.h"
#include "ui/widgets/icons.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Detour {

FindBar::FindBar(PageFinder &finder, QWidget *parent)
    : QWidget(parent)
    , m_finder(finder)
    , m_edit(new QLineEdit(this))
    , m_count(new QLabel(this))
{
    setObjectName(u"findBar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_edit->setObjectName(u"findText"_s);
    m_edit->setAccessibleName(tr("Find in this page"));
    m_edit->setPlaceholderText(tr("Find in this page"));
    m_edit->setMaxLength(200);
    m_edit->setMinimumWidth(90);
    m_edit->installEventFilter(this);
    m_count->setProperty("kind", u"muted"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_previous = addButton(tr("Previous place"), withKey(tr("The place before"), u"find-previous"_s));
    m_next = addButton(tr("Next place"), withKey(tr("The next place"), u"find-next"_s));
    m_close = addButton(tr("Close"), tr("Close (Esc)"));

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 7, 8, 6);
    layout->setSpacing(6);
    layout->addWidget(m_edit, 1);
    layout->addWidget(m_count);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    layout->addWidget(m_close);

    connect(m_edit, &QLineEdit::textEdited, &m_finder, &PageFinder::setText);
    connect(m_previous, &QToolButton::clicked, this, [this] { step(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { step(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_finder, &PageFinder::changed, this, &FindBar::showCount);
    showCount();
    hide();
}

QToolButton *FindBar::addButton(const QString &name, const QString &tip)
{
    auto *button = new QToolButton(this);
    button->setProperty("kind", u"quiet"_s);
    button->setAccessibleName(name);
    button->setToolTip(tip);
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void FindBar::setTheme(const Theme &theme)
{
    m_finder.setTheme(theme);
    m_previous->setIcon(makeIcon(Icon::ChevronUp, theme.ink, theme.edge));
    m_next->setIcon(makeIcon(Icon::ChevronDown, theme.ink, theme.edge));
    m_close->setIcon(makeIcon(Icon::Cross, theme.ink, theme.edge));
}

void FindBar::open(const QString &text)
{
    if (!text.isEmpty())
        m_edit->setText(text);
    show();
    m_edit->setFocus(Qt::ShortcutFocusReason);
    m_edit->selectAll();
    m_finder.setText(m_edit->text());
}

void FindBar::step(int by)
{
    if (isHidden()) {
        open({});
        return;
    }
    m_finder.step(by);
}

void FindBar::close()
{
    m_finder.finish();
    hide();
    emit closed();
}

void FindBar::showCount()
{
    const int count = m_finder.count();
    QString words;
    if (count > 0)
        words = tr("%1 of %2").arg(m_finder.current() + 1).arg(count);
    else if (!m_finder.text().isEmpty())
        words = tr("Not on this page");
    m_count->setText(words);
    m_count->setVisible(!words.isEmpty());
    m_edit->setAccessibleDescription(words);
    m_previous->setEnabled(count > 1);
    m_next->setEnabled(count > 1);
}

bool FindBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return false;
    step(key->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    return true;
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace Detour
