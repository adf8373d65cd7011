// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/textpane.h"

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
    m_rows = nullptr;
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

void TextPane::writeCapsule(const Capsule &capsule)
{
    const QString name = u"capsule:%1:%2"_s.arg(QString::fromLatin1(capsule.method)).arg(int(capsule.sheet));
    QTextImageFormat image;
    image.setName(name);
    const QSizeF size = capsuleSize(capsule, capsuleHeight);
    image.setWidth(size.width());
    image.setHeight(size.height());
    image.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    image.setToolTip(QString::fromLatin1(capsule.method).toHtmlEscaped());
    m_cursor.insertImage(image);
}

void TextPane::beginRows(int referenceWidth)
{
    QTextTableFormat table;
    table.setBorder(0);
    table.setCellPadding(3);
    table.setCellSpacing(0);
    table.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    table.setColumnWidthConstraints({QTextLength(QTextLength::FixedLength, 24), QTextLength(),
                                     QTextLength(QTextLength::FixedLength, referenceWidth)});
    m_rows = m_cursor.insertTable(1, 3, table);
    m_row = -1;
}

void TextPane::row(Mark mark)
{
    ++m_row;
    if (m_row > 0)
        m_rows->appendRows(1);
    m_cell = 0;
    m_cursor = m_rows->cellAt(m_row, 0).firstCursorPosition();
    if (mark == Mark::None)
        return;
    QTextImageFormat image;
    image.setName(mark == Mark::Tick ? u"mark:tick"_s : u"mark:cross"_s);
    image.setWidth(markSize);
    image.setHeight(markSize);
    image.setVerticalAlignment(QTextCharFormat::AlignMiddle);
    m_cursor.insertImage(image);
}

void TextPane::nextCell()
{
    ++m_cell;
    m_cursor = m_rows->cellAt(m_row, m_cell).firstCursorPosition();
    QTextBlockFormat block;
    block.setLineHeight(135, QTextBlockFormat::ProportionalHeight);
    if (m_cell == 2)
        block.setAlignment(Qt::AlignRight);
    m_cursor.setBlockFormat(block);
}

void TextPane::endRows()
{
    m_cursor = m_rows->lastCursorPosition();
    m_cursor.movePosition(QTextCursor::NextBlock);
    m_rows = nullptr;
}

QImage TextPane::drawn(const QString &name, qreal scale) const
{
    const QStringList parts = name.split(u':');
    if (parts.value(0) == "capsule"_L1) {
        const Capsule capsule{parts.value(1).toLatin1(), Sheet(qBound(0, parts.value(2).toInt(), 2))};
        return picture(capsuleSize(capsule, capsuleHeight), scale, [&](QPainter &painter) {
            paintCapsule(painter, {0, 0}, capsuleHeight, capsule, m_theme);
        });
    }
    const QRectF rect(0, 0, markSize, markSize);
    const bool tick = parts.value(1) == "tick"_L1;
    return picture(rect.size(), scale, [&](QPainter &painter) {
        if (tick)
            paintTick(painter, rect.adjusted(2, 2, -2, -2), m_theme.ok);
        else
            paintCross(painter, rect.adjusted(2, 2, -2, -2), m_theme.error);
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
    if (type == QTextDocument::ImageResource && (wanted.startsWith("capsule:"_L1) || wanted.startsWith("mark:"_L1)))
        return drawn(wanted, devicePixelRatioF());
    return {};
}

} // namespace Detour
