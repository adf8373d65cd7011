// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/pages/pageprint.h"

#include "document/markdownhtml.h"
#include "document/searchentries.h"
#include "ui/pages/pagedocument.h"
#include "ui/pages/pageimages.h"

#include <QAbstractTextDocumentLayout>
#include <QFileDialog>
#include <QLocale>
#include <QMessageBox>
#include <QPainter>
#include <QPdfWriter>
#include <QPrintDialog>
#include <QPrinter>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal screenDpi = 96;   // that of the page's pixels
constexpr qreal drawingScale = 4; // pixels of a drawing for each of the page's: sharp at 384 dpi
constexpr qreal footHeight = 28;  // pixels
constexpr qreal marginInches = 0.7;

/// The page as it stands on paper: no theme but black on white, nothing to press.
QString htmlForPrint(const Page &page, PageCatalog &catalog)
{
    PageStyle style = pageStyleFor(Theme::light(), page.kind, 1);
    style.text = u"#000000"_s;
    style.hasControls = false;
    PageOptions options;
    options.catalog = &catalog;
    options.showsAllServers = true;
    return pageToHtml(page, style, options);
}

/// A sheet, measured in the page's pixels.
struct Sheet
{
    QSizeF size;
    qreal scale = 1; ///< of the device, for one pixel
};

Sheet sheetOf(const QPagedPaintDevice &device)
{
    const QRectF inches = device.pageLayout().paintRect(QPageLayout::Inch);
    return {inches.size() * screenDpi, device.logicalDpiX() / screenDpi};
}

void drawSheet(QPainter &painter, const QTextDocument &document, const QSizeF &text, int number)
{
    painter.save();
    painter.translate(0, -text.height() * (number - 1));
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = QRectF(QPointF(0, text.height() * (number - 1)), text);
    context.palette.setColor(QPalette::Text, Qt::black);
    painter.setClipRect(context.clip);
    document.documentLayout()->draw(&painter, context);
    painter.restore();
}

void drawFoot(QPainter &painter, const QSizeF &sheet, const QString &name, const QString &count)
{
    const QRectF foot(0, sheet.height() - footHeight, sheet.width(), footHeight);
    painter.setFont(Theme::exactTextFont(12));
    painter.setPen(Qt::black);
    painter.drawText(foot, Qt::AlignBottom | Qt::AlignLeft, name);
    painter.drawText(foot, Qt::AlignBottom | Qt::AlignRight, count);
}

void setPaper(QPagedPaintDevice &device)
{
    const bool isLetter = QLocale::system().measurementSystem() == QLocale::ImperialUSSystem;
    device.setPageSize(QPageSize(isLetter ? QPageSize::Letter : QPageSize::A4));
    device.setPageMargins(QMarginsF(marginInches, marginInches, marginInches, marginInches), QPageLayout::Inch);
}

void complain(QWidget *parent, const QString &sentence)
{
    auto *box = new QMessageBox(QMessageBox::Warning, QObject::tr("Detour"), sentence, QMessageBox::Ok, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

void savePdf(QWidget *parent, const Page &page, PageCatalog &catalog, const QString &path)
{
    QPdfWriter writer(path);
    writer.setTitle(nameOf(page));
    writer.setCreator(u"Detour"_s);
    writer.setResolution(1200);
    setPaper(writer);
    if (const auto printed = printPage(page, catalog, writer); !printed)
        complain(parent, QObject::tr("%1 could not be written.").arg(path));
}

} // namespace

Result<int> printPage(const Page &page, PageCatalog &catalog, QPagedPaintDevice &device)
{
    QPainter painter;
    if (!painter.begin(&device))
        return Error{u"cannot-print"_s, u"Nothing could be printed there."_s};
    const Sheet sheet = sheetOf(device);
    const QSizeF text(sheet.size.width(), sheet.size.height() - footHeight - 8);
    PageImages images;
    images.setTheme(Theme::light());
    images.setScale(drawingScale, 1);
    PageDocument document(images, nullptr);
    document.setDefaultFont(Theme::exactTextFont(13.5));
    document.setDocumentMargin(0);
    document.setHtml(htmlForPrint(page, catalog));
    document.setPageSize(text);
    const int count = document.pageCount();
    painter.scale(sheet.scale, sheet.scale);
    for (int number = 1; number <= count; ++number) {
        if (number > 1 && !device.newPage())
            return Error{u"cannot-print"_s, u"The printer took no further sheet."_s};
        drawSheet(painter, document, text, number);
        drawFoot(painter, sheet.size, nameOf(page) + u" — Detour"_s, u"%1 / %2"_s.arg(number).arg(count));
    }
    return count;
}

void askAndPrint(QWidget *parent, const Page &page, PageCatalog &catalog)
{
    const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
    printer->setDocName(nameOf(page));
    setPaper(*printer);
    auto *dialog = new QPrintDialog(printer.get(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    // The page is copied: it may have been read anew by the time the dialog closes. The printer lives as long.
    QObject::connect(dialog, qOverload<QPrinter *>(&QPrintDialog::accepted), parent, [parent, page, printer, &catalog] {
        if (const auto printed = printPage(page, catalog, *printer); !printed)
            complain(parent, printed.error().message);
    });
    dialog->open();
}

void askAndSavePdf(QWidget *parent, const Page &page, PageCatalog &catalog)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(parent, QObject::tr("Save as PDF"), folder, QObject::tr("PDF (*.pdf)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"pdf"_s);
    dialog->selectFile(u"detour-%1.pdf"_s.arg(page.slug));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [parent, page, &catalog](const QString &path) { savePdf(parent, page, catalog, path); });
    dialog->open();
}

} // namespace Detour
