// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/lab/labaddresses.h"

#include "ui/theme.h"
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

void LabAddresses::addRow(const QString &text, const QString &what, const QString &about, bool opens)
{
    auto *grid = static_cast<QGridLayout *>(m_rows->layout());
    const int row = grid->rowCount();
    auto *value = new QLabel(text, m_rows);
    value->setTextFormat(Qt::PlainText);
    value->setFont(Theme::monoFont(13.5));
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    value->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    value->setMinimumWidth(230);
    value->setToolTip(text);
    auto *note = new QLabel(about, m_rows);
    note->setTextFormat(Qt::PlainText);
    note->setProperty("kind", u"muted"_s);
    note->setWordWrap(true);
    grid->addWidget(value, row, 0);
    grid->addWidget(note, row, 1);
    if (opens) {
        auto *open = new QPushButton(tr("Open in browser"), m_rows);
        open->setAccessibleName(tr("Open %1 in your browser").arg(text));
        connect(open, &QPushButton::clicked, this,
                [this, text] { offerExternalLink(window(), QUrl(text, QUrl::StrictMode)); });
        grid->addWidget(open, row, 2);
    }
    auto *copy = new QPushButton(tr("Copy"), m_rows);
    copy->setAccessibleName(tr("Copy %1").arg(what));
    connect(copy, &QPushButton::clicked, this, [this, text, what] { emit copyRequested(text, what); });
    grid->addWidget(copy, row, 3);
}

void LabAddresses::showLab(const QList<TargetUri> &bases, const QString &certificateFile, const QStringList &remarks)
{
    clear();
    int place = 0;
    for (const TargetUri &base : bases) {
        const QString origin = QString::fromLatin1(Origin::of(base).serialized());
        const QString about =
            base.scheme == "https"
                ? tr("https. Browsers warn, because nothing on this computer trusts the lab’s certificate.")
            : place == 0 ? tr("http; localhost and any NAME.localhost, too")
                         : tr("http on a second port: another origin");
        ++place;
        addRow(origin, origin, about, true);
    }
    if (!certificateFile.isEmpty())
        addRow(certificateFile, tr("the path of the certificate"), tr("the certificate, for curl --cacert"), false);
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
