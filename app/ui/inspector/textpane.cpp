// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/textpane.h"

#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextDocument>
#include <QTextTable>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal capsuleHeight = 20;
constexpr qreal markSize = 16;
constexpr qreal barHeight = 14;
constexpr int mostTableRows = 40;

/// A transparent picture of `size` logical pixels, sharp at the widget's scale.
template<typename Draw>
QImage picture(const QSizeF &size, qreal scale, Draw draw)
{
    QImage image((size * scale).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(scale);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    draw(painter);
    return image;
}

/// A line over the whole scale, and on it the piece.
void paintBar(QPainter &painter, const Theme &theme, int width, int from, int to, bool ofLab)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.line, 1));
    painter.drawLine(QPointF(0, barHeight / 2), QPointF(width, barHeight / 2));
    const QRectF piece(from + 0.75, 2.75, qMax(2, to - from), barHeight - 5.5);
    painter.setPen(QPen(theme.ink, 1.5));
    painter.setBrush(ofLab ? theme.surface : theme.ink);
    painter.drawRoundedRect(piece, 2, 2);
}

void paintMark(QPainter &painter, const Theme &theme, const QRectF &rect, TextPane::Mark mark)
{
    switch (mark) {
    case TextPane::Mark::None:
        break;
    case TextPane::Mark::Tick:
        paintTick(painter, rect.adjusted(2, 2, -2, -2), theme.ok);
        break;
    case TextPane::Mark::Cross:
        paintCross(painter, rect.adjusted(2, 2, -2, -2), theme.error);
        break;
    case TextPane::Mark::Equal:
        paintIcon(painter, rect, Icon::Equal, theme.muted);
        break;
    case TextPane::Mark::Plus:
        paintIcon(painter, rect, Icon::Plus, theme.ok);
        break;
    case TextPane::Mark::Minus:
        paintIcon(painter, rect, Icon::Minus, theme.error);
        break;
    case TextPane::Mark::Differs:
        paintIcon(painter, rect, Icon::Equal, theme.ink);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(theme.ink, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(10.5, 2.5), QPointF(5.5, 13.5));
        break;
    }
}

} // namespace

TextPane::TextPane(QWidget *parent)
    : QTextBrowser(parent)
{
    setOpenLinks(false);
    setAccessibleName(tr("What is known of this hop"));
    setFrameShape(NoFrame);
    setUndoRedoEnabled(false);
    document()->setDocumentMargin(14);
    // No caret in text that cannot be edited; Tab walks the links.
    setTextInteractionFlags(Qt::TextBrowserInteraction);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &url) { emit linkActivated(url.toString()); });
    // Between the pane's own ring and that of a link.
    connect(this, &QTextEdit::selectionChanged, viewport(), qOverload<>(&QWidget::update));
}

void TextPane::setTheme(const Theme &theme)
{
    m_theme = theme;
    QPalette colors = theme.palette();
    colors.setColor(QPalette::Base, theme.surface);
    setPalette(colors);
    document()->setDefaultFont(Theme::textFont(13.5));
}

QTextCharFormat TextPane::format(Style style) const
{
    QTextCharFormat result;
    result.setFont(Theme::textFont(13.5));
    result.setForeground(m_theme.ink);
    switch (style) {
    case Style::Plain:
        break;
    case Style::Strong:
        result.setFontWeight(QFont::DemiBold);
        break;
    case Style::Muted:
        result.setForeground(m_theme.muted);
        break;
    case Style::Wire:
        result.setFont(Theme::monoFont(12));
        break;
    case Style::WireName:
        result.setFont(Theme::monoFont(12));
        result.setForeground(m_theme.link);
        break;
    case Style::WireStrong:
        result.setFont(Theme::monoFont(12, QFont::Bold));
        break;
    case Style::Struck:
        result.setFont(Theme::monoFont(12));
        result.setForeground(m_theme.error);
        result.setFontStrikeOut(true);
        break;
    case Style::Good:
        result.setForeground(m_theme.ok);
        result.setFontWeight(QFont::DemiBold);
        break;
    case Style::Bad:
        result.setForeground(m_theme.error);
        result.setFontWeight(QFont::DemiBold);
        break;
    }
    return result;
}

void TextPane::begin()
{
    m_before = document()->toPlainText();
    m_scroll = verticalScrollBar()->value();
    document()->clear();
    m_cursor = QTextCursor(document());
    m_cursor.beginEditBlock();
    m_table = nullptr;
}

void TextPane::end()
{
    m_cursor.endEditBlock();
    verticalScrollBar()->setValue(document()->toPlainText() == m_before ? m_scroll : 0);
}

void TextPane::paragraph(qreal spaceBefore)
{
    QTextBlockFormat block;
    block.setTopMargin(spaceBefore);
    block.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
    if (m_cursor.atStart() && document()->isEmpty())
        m_cursor.setBlockFormat(block);
    else
        m_cursor.insertBlock(block);
}

void TextPane::write(const QString &text, Style style)
{
    m_cursor.insertText(text, format(style));
}

void TextPane::writeLink(const QString &text, const QString &target)
{
    QTextCharFormat link = format(Style::Plain);
    link.setAnchor(true);
    link.setAnchorHref(target);
    link.setForeground(m_theme.link);
    link.setFontUnderline(true);
    m_cursor.insertText(text, link);
}

void TextPane::insertDrawing(const QString &name, const QSizeF &size, const QString &tip)
{
    QTextImageFormat image;
    image.setName(name);
    image.setWidth(size.width());
    image.setHeight(size.height());
    image.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    image.setToolTip(tip.toHtmlEscaped());
    m_cursor.insertImage(image);
}

void TextPane::writeCapsule(const Capsule &capsule)
{
    const QString method = QString::fromLatin1(capsule.method);
    insertDrawing(u"capsule:%1:%2"_s.arg(method).arg(int(capsule.sheet)),
                  capsuleSize(capsule, Theme::scaled(capsuleHeight)), method);
}

void TextPane::writeMark(Mark mark)
{
    if (mark != Mark::None)
        insertDrawing(u"mark:%1"_s.arg(int(mark)), {Theme::scaled(markSize), Theme::scaled(markSize)});
}

void TextPane::writeBar(int length, qreal from, qreal to, bool ofLab)
{
    const int width = Theme::scaled(length);
    const int begin = qRound(qBound(0.0, from, 1.0) * width);
    const int end = qMax(begin + 2, qRound(qBound(0.0, to, 1.0) * width));
    insertDrawing(u"bar:%1:%2:%3:%4"_s.arg(width).arg(begin).arg(end).arg(int(ofLab)), {qreal(width) + 2, barHeight});
}

void TextPane::beginTable(int rows, const QList<int> &widths, bool lastAtRight)
{
    m_cell = -1;
    m_lastAtRight = lastAtRight;
    m_looseColumns = rows > mostTableRows ? int(widths.size()) : 0;
    if (m_looseColumns > 0)
        return;
    QTextTableFormat table;
    table.setBorder(0);
    table.setCellPadding(3);
    table.setCellSpacing(0);
    table.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    QList<QTextLength> lengths;
    for (const int width : widths)
        lengths.append(width > 0 ? QTextLength(QTextLength::FixedLength, Theme::scaled(width)) : QTextLength());
    table.setColumnWidthConstraints(lengths);
    m_table = m_cursor.insertTable(qMax(1, rows), int(widths.size()), table);
}

void TextPane::nextCell()
{
    ++m_cell;
    if (m_looseColumns > 0) {
        if (m_cell % m_looseColumns == 0)
            paragraph();
        else
            write(u"  "_s);
        return;
    }
    const int column = m_cell % m_table->columns();
    m_cursor = m_table->cellAt(m_cell / m_table->columns(), column).firstCursorPosition();
    QTextBlockFormat block;
    block.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
    if (m_lastAtRight && column == m_table->columns() - 1)
        block.setAlignment(Qt::AlignRight);
    m_cursor.setBlockFormat(block);
}

void TextPane::endTable()
{
    if (m_looseColumns > 0)
        return;
    m_cursor = m_table->lastCursorPosition();
    m_cursor.movePosition(QTextCursor::NextBlock);
    m_table = nullptr;
}

QImage TextPane::drawn(const QString &name, qreal scale) const
{
    const QStringList parts = name.split(u':');
    if (parts.value(0) == "capsule"_L1) {
        const Capsule capsule{parts.value(1).toLatin1(), Sheet(qBound(0, parts.value(2).toInt(), 2))};
        return picture(capsuleSize(capsule, Theme::scaled(capsuleHeight)), scale, [&](QPainter &painter) {
            paintCapsule(painter, {0, 0}, Theme::scaled(capsuleHeight), capsule, m_theme);
        });
    }
    if (parts.value(0) == "bar"_L1) {
        const auto number = [&parts](int at) { return qBound(0, parts.value(at).toInt(), 4000); };
        return picture(QSizeF(number(1) + 2, barHeight), scale, [&](QPainter &painter) {
            paintBar(painter, m_theme, number(1), number(2), number(3), number(4) != 0);
        });
    }
    const QSizeF size(markSize, markSize);
    return picture(size * Theme::textScale(), scale, [&](QPainter &painter) {
        painter.scale(Theme::textScale(), Theme::textScale());
        paintMark(painter, m_theme, QRectF(QPointF(), size), Mark(parts.value(1).toInt()));
    });
}

void TextPane::keyPressEvent(QKeyEvent *event)
{
    // Space plays, here too; the arrows up and down, Page Up and Page Down scroll.
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        event->ignore();
    else
        QTextBrowser::keyPressEvent(event);
}

void TextPane::focusInEvent(QFocusEvent *event)
{
    const Qt::FocusReason reason = event->reason();
    m_showsFocus =
        reason == Qt::TabFocusReason || reason == Qt::BacktabFocusReason || reason == Qt::ShortcutFocusReason;
    QTextBrowser::focusInEvent(event);
    viewport()->update();
}

void TextPane::focusOutEvent(QFocusEvent *event)
{
    m_showsFocus = false;
    QTextBrowser::focusOutEvent(event);
    viewport()->update();
}

void TextPane::paintEvent(QPaintEvent *event)
{
    QTextBrowser::paintEvent(event);
    // A focused link has its own ring.
    if (!m_showsFocus || textCursor().hasSelection())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.focus, 2));
    painter.drawRoundedRect(QRectF(viewport()->rect()).adjusted(3, 3, -3, -3), 6, 6);
}

QVariant TextPane::loadResource(int type, const QUrl &name)
{
    // Nothing but our own drawings: no file, no address is ever read for a text that may quote the network.
    const QString wanted = name.toString();
    if (type == QTextDocument::ImageResource
        && (wanted.startsWith("capsule:"_L1) || wanted.startsWith("mark:"_L1) || wanted.startsWith("bar:"_L1)))
        return drawn(wanted, devicePixelRatioF());
    return {};
}

} // namespace Detour
