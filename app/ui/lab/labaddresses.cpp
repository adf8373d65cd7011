// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lab/labaddresses.h"

#include "ui/theme.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/externallink.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>

namespace Detour {

using namespace Qt::StringLiterals;

LabAddresses::LabAddresses(QWidget *parent)
    : QFrame(parent)
    , m_column(new QVBoxLayout(this))
{
    setObjectName(u"labAddresses"_s);
    setProperty("panel", u"card"_s);
    m_column->setContentsMargins(14, 8, 10, 8);
}

void LabAddresses::clear()
{
    if (m_rows)
        m_rows->deleteLater();
    m_rows = new QWidget(this);
    auto *grid = new QGridLayout(m_rows);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    m_column->addWidget(m_rows);
}

void LabAddresses::addAddress(const QString &address, const QString &about)
{
    auto *value = new QLabel(address, m_rows);
    value->setTextFormat(Qt::PlainText);
    value->setFont(Theme::monoFont(13.5));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *note = new ElidedLabel(m_rows);
    note->setText(about);
    auto *open = new QPushButton(tr("Open in browser"), m_rows);
    open->setAccessibleName(tr("Open %1 in your browser").arg(address));
    connect(open, &QPushButton::clicked, this,
            [this, address] { offerExternalLink(window(), QUrl(address, QUrl::StrictMode)); });
    auto *grid = static_cast<QGridLayout *>(m_rows->layout());
    const int row = grid->rowCount();
    grid->addWidget(value, row, 0);
    grid->addWidget(note, row, 1);
    grid->addWidget(open, row, 2);
    grid->addWidget(copyButton(address, address), row, 3);
}

void LabAddresses::addCertificate(const QString &file)
{
    auto *name = new QLabel(tr("Certificate"), m_rows);
    name->setTextFormat(Qt::PlainText);
    auto *path = new ElidedLabel(m_rows);
    path->setText(file);
    auto *grid = static_cast<QGridLayout *>(m_rows->layout());
    const int row = grid->rowCount();
    grid->addWidget(name, row, 0);
    grid->addWidget(path, row, 1, 1, 2);
    grid->addWidget(copyButton(file, tr("the path of the certificate")), row, 3);
}

QPushButton *LabAddresses::copyButton(const QString &text, const QString &what)
{
    auto *copy = new QPushButton(tr("Copy"), m_rows);
    copy->setAccessibleName(tr("Copy %1").arg(what));
    connect(copy, &QPushButton::clicked, this, [this, text, what] { emit copyRequested(text, what); });
    return copy;
}

void LabAddresses::showLab(const QList<TargetUri> &bases, const QString &certificateFile, const QStringList &remarks)
{
    clear();
    int place = 0;
    for (const TargetUri &base : bases) {
        const QString origin = QString::fromLatin1(Origin::of(base).serialized());
        const QString about = base.scheme == "https" ? tr("https; browsers warn, as the certificate is the lab’s own")
                              : place == 0           ? tr("http; localhost and any NAME.localhost, too")
                                                     : tr("http on a second port: another origin");
        ++place;
        addAddress(origin, about);
    }
    if (!certificateFile.isEmpty())
        addCertificate(certificateFile);
    auto *grid = static_cast<QGridLayout *>(m_rows->layout());
    for (const QString &remark : remarks) {
        auto *label = new QLabel(remark, m_rows);
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        grid->addWidget(label, grid->rowCount(), 0, 1, 4);
    }
    setVisible(!bases.isEmpty());
}

} // namespace Detour
