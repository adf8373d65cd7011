// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/widgets/externallink.h"

#include "ui/widgets/focusring.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QMessageBox>
#include <QPushButton>

namespace Detour {

void offerExternalLink(QWidget *parent, const QUrl &url)
{
    if (!url.isValid() || (url.scheme() != u"https" && url.scheme() != u"http"))
        return;
    auto *box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(QObject::tr("Open in your browser?"));
    box->setTextFormat(Qt::PlainText);
    box->setText(QObject::tr("This link leaves Detour:"));
    box->setInformativeText(url.toDisplayString(QUrl::FullyEncoded));
    QPushButton *open = box->addButton(QObject::tr("Open in browser"), QMessageBox::AcceptRole);
    open->setProperty("kind", QStringLiteral("primary"));
    const QPushButton *copy = box->addButton(QObject::tr("Copy address"), QMessageBox::ActionRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(open);
    auto *ring = new FocusRing(box);
    ring->setColor(box->palette().color(QPalette::Link));
    QObject::connect(box, &QMessageBox::buttonClicked, box, [open, copy, url](const QAbstractButton *button) {
        if (button == open)
            QDesktopServices::openUrl(url);
        else if (button == copy)
            QGuiApplication::clipboard()->setText(url.toString(QUrl::FullyEncoded));
    });
    box->open();
}

} // namespace Detour
