// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/inspector/bodyfile.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QObject>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace Detour {

std::optional<Error> writeBodyFile(const QString &path, const ContentInfo &content)
{
    QSaveFile file(path);
    const bool isWritten = file.open(QIODevice::WriteOnly) && file.write(content.preview) == content.preview.size();
    if (isWritten && file.commit())
        return std::nullopt;
    return Error{u"not-written"_s, QObject::tr("The file could not be written: %1").arg(file.errorString())};
}

void offerToSaveBody(QWidget *parent, const ContentInfo &content, const QString &suggestedName)
{
    auto *dialog = new QFileDialog(parent, QObject::tr("Save the body"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggestedName);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [parent, content](const QString &path) {
        if (const std::optional<Error> error = writeBodyFile(path, content)) {
            auto *box = new QMessageBox(QMessageBox::Warning, QObject::tr("Save the body"), error->message,
                                        QMessageBox::Ok, parent);
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setTextFormat(Qt::PlainText);
            box->open();
        }
    });
    dialog->open();
}

QByteArray bodyTypeOf(const Exchange &exchange, bool ofAnswer)
{
    const FieldList &fields = ofAnswer && exchange.response ? exchange.response->fields : exchange.request.fields;
    return fields.value("Content-Type").value_or(QByteArray());
}

QString bodyFileName(int hop, bool ofAnswer, const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    QString suffix = u"bin"_s;
    if (type.endsWith("json"))
        suffix = u"json"_s;
    else if (type == "text/html")
        suffix = u"html"_s;
    else if (type.startsWith("text/") || type == "application/x-www-form-urlencoded")
        suffix = u"txt"_s;
    return u"hop-%1-%2.%3"_s.arg(hop + 1).arg(ofAnswer ? u"answer"_s : u"request"_s, suffix);
}

} // namespace Detour
