// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentkeys.h"

#include "ui/help/keytable.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr std::pair<QLatin1StringView, PresentCommand> commands[] = {
    {QLatin1StringView("present-play"), PresentCommand::Play},
    {QLatin1StringView("present-next"), PresentCommand::Next},
    {QLatin1StringView("present-back"), PresentCommand::Back},
    {QLatin1StringView("present-first"), PresentCommand::First},
    {QLatin1StringView("present-last"), PresentCommand::Last},
    {QLatin1StringView("present-vote"), PresentCommand::Vote},
    {QLatin1StringView("present-take-back"), PresentCommand::TakeBack},
    {QLatin1StringView("present-blank"), PresentCommand::Blank},
    {QLatin1StringView("present-zoom"), PresentCommand::Zoom},
    {QLatin1StringView("present-notes"), PresentCommand::Notes},
    {QLatin1StringView("present-keys"), PresentCommand::Keys},
    {QLatin1StringView("present-clause"), PresentCommand::Clause},
    {QLatin1StringView("present-leave"), PresentCommand::Leave},
};

// Pixels of the drawing.
constexpr qreal margin = 64;
constexpr qreal titleSize = 40;
constexpr qreal titleRoom = 90;
constexpr qreal wordSize = 26;
constexpr qreal rowHeight = 44;
constexpr qreal capHeight = 38;
constexpr qreal capPadding = 11;
constexpr qreal capGap = 8;
constexpr qreal keysRight = 300;

/// A row of many is told by its ends.
QStringList textsOf(const QList<QKeySequence> &keys)
{
    constexpr qsizetype most = 3;
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(keyText(key));
    return texts.size() <= most ? texts : QStringList{texts.constFirst(), u"…"_s, texts.constLast()};
}

} // namespace

std::optional<PresentCommand> presentCommand(const QKeyEvent &event)
{
    if (event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return std::nullopt;
    const int key = event.key() == Qt::Key_Enter ? int(Qt::Key_Return) : event.key();
    for (const auto &[id, command] : commands) {
        if (keysOf(id).contains(QKeySequence(key)))
            return command;
    }
    return std::nullopt;
}

PresentKeySheet::PresentKeySheet(QWidget *parent)
    : QWidget(parent)
{
    QStringList lines;
    for (const KeyLine &line : keyLines()) {
        if (line.area == KeyArea::Present)
            lines.append(line.words + u": "_s + textsOf(line.keys).join(u", "_s));
    }
    setAccessibleName(tr("Keys"));
    setAccessibleDescription(lines.join(u'\n'));
    hide();
}

void PresentKeySheet::setLook(const Theme &theme, const PresentScale &scale)
{
    m_theme = theme;
    m_scale = scale;
    update();
}

void PresentKeySheet::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_theme.surface);
    painter.setPen(m_theme.ink);
    painter.setFont(m_scale.text(titleSize, QFont::Bold));
    painter.drawText(QRectF(m_scale.px(margin), m_scale.px(28), width(), m_scale.px(56)), Qt::AlignVCenter, tr("Keys"));
    qreal top = m_scale.px(titleRoom);
    const qreal right = m_scale.px(margin + keysRight);
    for (const KeyLine &line : keyLines()) {
        if (line.area != KeyArea::Present)
            continue;
        const qreal row = m_scale.px(rowHeight);
        paintKeys(painter, right, top + row / 2, textsOf(line.keys));
        painter.setFont(m_scale.text(wordSize));
        painter.setPen(m_theme.ink);
        const QRectF words(right + m_scale.px(28), top, width() - right - m_scale.px(56), row);
        painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                         QFontMetricsF(painter.font()).elidedText(line.words, Qt::ElideRight, words.width()));
        top += row;
    }
}

void PresentKeySheet::paintKeys(QPainter &painter, qreal right, qreal middle, const QStringList &keys) const
{
    const QFont font = m_scale.mono(PresentScale::smallest);
    const QFontMetricsF metrics(font);
    const qreal height = m_scale.px(capHeight);
    painter.setFont(font);
    for (qsizetype i = keys.size() - 1; i >= 0; --i) {
        const QString &key = keys.at(i);
        const bool isDots = key == u"…";
        const qreal words = metrics.horizontalAdvance(key);
        const qreal width = isDots ? words : qMax(height, words + 2 * m_scale.px(capPadding));
        const QRectF box(right - width, middle - height / 2, width, height);
        if (!isDots) {
            painter.setPen(QPen(m_theme.edge, qMax(1.0, 2 * m_scale.unit())));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(box, m_scale.px(7), m_scale.px(7));
        }
        painter.setPen(m_theme.ink);
        painter.drawText(box, Qt::AlignCenter, key);
        right -= width + m_scale.px(capGap);
    }
}

} // namespace Detour
