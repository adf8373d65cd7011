// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/aboutdialog.h"

#include "ui/help/fontnotice.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSysInfo>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QSize wantedSize(620, 560);

QString qtText()
{
    return AboutDialog::tr("Qt %1 (built with %2), © The Qt Company Ltd. and other contributors\n"
                           "Used under the GNU Lesser General Public License, version 3. It is linked dynamically: you "
                           "may put another Qt in its place.\n"
                           "https://www.gnu.org/licenses/lgpl-3.0.html")
        .arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR));
}

QString fontText(const QString &file)
{
    const FontNotice notice = fontNoticeOf(file);
    if (notice.family.isEmpty())
        return {}; // not built in: the system's own serve
    QStringList lines{notice.family + u", "_s + notice.copyright, notice.licence, notice.licenceUrl};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

} // namespace

QString aboutText()
{
    QStringList parts;
    parts.append(AboutDialog::tr("Detour %1: watch what HTTP redirects do to a request.\n© 2026 The Detour authors\n"
                                 "Under the MIT licence: https://opensource.org/license/mit")
                     .arg(QCoreApplication::applicationVersion()));
    parts.append(qtText());
    parts.append(fontText(u":/fonts/Inter-Regular.otf"_s));
    parts.append(fontText(u":/fonts/JetBrainsMono-Regular.ttf"_s));
    parts.append(
        AboutDialog::tr("MD4C, © 2016–2024 Martin Mitáš\nUnder the MIT licence: https://github.com/mity/md4c"));
    parts.append(
        AboutDialog::tr("On this computer: %1, %2, %3")
            .arg(QSysInfo::prettyProductName(), QSysInfo::currentCpuArchitecture(), QGuiApplication::platformName()));
    parts.removeAll(QString());
    return parts.join(u"\n\n"_s);
}

AboutDialog::AboutDialog(ThemeController &theme, QWidget *window)
    : SheetDialog(tr("About Detour"), theme, window)
    , m_text(new QPlainTextEdit(aboutText(), this))
    , m_copy(new QPushButton(tr("Copy"), this))
{
    setObjectName(u"aboutDialog"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("About Detour"));
    auto *close = new QPushButton(tr("Close"), this);
    close->setProperty("kind", u"primary"_s);
    close->setDefault(true);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_copy);
    buttons->addWidget(close);
    body().addWidget(m_text, 1);
    body().addLayout(buttons);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_text->toPlainText());
        m_copy->setText(tr("Copied"));
    });
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    close->setFocus();
    setWantedSize(wantedSize);
}

AboutDialog::~AboutDialog() = default;

} // namespace Detour
