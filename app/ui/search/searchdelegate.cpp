// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/search/searchdelegate.h"

#include "ui/search/searchmodel.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/signpainter.h"

#include <QPainter>
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int oneLine = 36;
constexpr int twoLines = 54;
constexpr qreal markSize = 16;
constexpr qreal textLeft = 42;
constexpr qreal radius = 8;
constexpr qreal air = 12;

const SearchHit &hitOf(const QModelIndex &index)
{
    return static_cast<const SearchModel *>(index.model())->hitAt(index.row());
}

Icon iconOf(SearchKind kind)
{
    switch (kind) {
    case SearchKind::Page:
        return Icon::Book;
    case SearchKind::Heading:
        return Icon::List;
    case SearchKind::Field:
        return Icon::Sheet;
    case SearchKind::Client:
        return Icon::Network;
    case SearchKind::Example:
        return Icon::Play;
    case SearchKind::Action:
        return Icon::ArrowRight;
    case SearchKind::Lesson:
        return Icon::Lesson;
    case SearchKind::Scenario:
        return Icon::Scenario;
    }
    return Icon::Book;
}

/// Of the page that it leads to; 0 if that is about none.
StatusCode codeOf(const SearchEntry &entry)
{
    const QString path = entry.target.section(u':', 1).section(u'#', 0, 0).section(u'/', 0, 0);
    const bool isPage = entry.kind == SearchKind::Page;
    return isPage && referenceStatusCodes().contains(path.toInt()) ? path.toInt() : 0;
}

} // namespace

SearchDelegate::SearchDelegate(QObject *parent)
    : QStyledItemDelegate(parent)
{}

void SearchDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SearchHit &hit = hitOf(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option);
    const QRectF row(option.rect);
    const bool hasSnippet = !hit.snippet.isEmpty();
    const qreal size = Theme::scaled(markSize);
    const qreal left = textLeft - markSize + size;
    const QRectF first(row.left() + left, row.top() + Theme::scaled(hasSnippet ? 6 : 8), row.width() - left - 16,
                       Theme::scaled(20));
    paintKindMark(*painter, QRectF(row.left() + 16, first.center().y() - size / 2, size, size), hit.entry);

    const QString kind = SearchModel::kindName(hit.entry.kind);
    const QFont small = Theme::textFont(12);
    const qreal kindWidth = QFontMetricsF(small).horizontalAdvance(kind) + air;
    painter->setFont(small);
    painter->setPen(m_theme.muted);
    painter->drawText(first, Qt::AlignVCenter | Qt::AlignRight, kind);
    QRectF rest = first.adjusted(0, 0, -kindWidth, 0);
    rest.setLeft(rest.left() + air
                 + paintMarked(*painter, rest, hit.entry.title, hit.titleMarks, Theme::textFont(13.5, QFont::DemiBold),
                               m_theme.ink));
    if (rest.width() > 40)
        paintMarked(*painter, rest, hit.entry.where, {}, small, m_theme.muted);
    if (hasSnippet)
        paintMarked(*painter, first.translated(0, Theme::scaled(22)), hit.snippet, hit.snippetMarks, small,
                    m_theme.muted);
    painter->restore();
}

void SearchDelegate::paintGround(QPainter &painter, const QStyleOptionViewItem &option) const
{
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    if (!isSelected && !option.state.testFlag(QStyle::State_MouseOver))
        return;
    const QRectF box = QRectF(option.rect).adjusted(6, 1, -6, -1);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.code);
    painter.drawRoundedRect(box, radius, radius);
    if (isSelected) {
        painter.setBrush(m_theme.ink);
        painter.drawRoundedRect(QRectF(option.rect.left() - 3, box.top() + 6, 6, box.height() - 12), 3, 3);
    }
}

void SearchDelegate::paintKindMark(QPainter &painter, const QRectF &place, const SearchEntry &entry) const
{
    if (const StatusCode code = codeOf(entry))
        paintBullet(painter, place, statusKind(code), m_theme);
    else
        paintIcon(painter, place, iconOf(entry.kind), m_theme.muted);
}

qreal SearchDelegate::paintMarked(QPainter &painter, const QRectF &line, const QString &text,
                                  const QList<SearchMark> &marks, const QFont &font, const QColor &color) const
{
    const QString shown = QFontMetricsF(font).elidedText(text, Qt::ElideRight, line.width());
    const bool isCut = shown != text;
    QTextLayout layout(shown, font);
    QList<QTextLayout::FormatRange> formats;
    for (const SearchMark &mark : marks) {
        if (mark.at + mark.length > shown.size() - (isCut ? 1 : 0))
            continue;
        QTextLayout::FormatRange range{int(mark.at), int(mark.length), {}};
        range.format.setForeground(m_theme.ink);
        range.format.setBackground(m_theme.mark);
        range.format.setFontUnderline(true); // not told by colour alone
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine drawn = layout.createLine();
    drawn.setLineWidth(line.width() + 1);
    layout.endLayout();
    painter.setPen(color);
    layout.draw(&painter, QPointF(line.left(), line.center().y() - drawn.height() / 2));
    return drawn.naturalTextWidth();
}

QSize SearchDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    return {200, Theme::scaled(hitOf(index).snippet.isEmpty() ? oneLine : twoLines)};
}

} // namespace Detour
