// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/draftpopups.h"

#include "semantics/displaytext.h"
#include "ui/theme.h"
#include "ui/widgets/focusring.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int popupWidth = 420;
constexpr int editorHeight = 150;

QString tr(const char *text)
{
    return QCoreApplication::translate("RequestBar", text);
}

QFrame *openBelow(QWidget *anchor)
{
    auto *popup = new QFrame(anchor, Qt::Popup);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setProperty("panel", u"card"_s);
    auto *column = new QVBoxLayout(popup);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    auto *ring = new FocusRing(popup);
    ring->setColor(popup->palette().color(QPalette::Link));
    return popup;
}

void show(QFrame *popup, QWidget *anchor, QWidget *focus)
{
    popup->resize(popupWidth, popup->sizeHint().height());
    QPoint at = anchor->mapToGlobal(QPoint(0, anchor->height() + 4));
    const QRect screen = anchor->screen()->availableGeometry();
    at.setX(qBound(screen.left(), at.x(), qMax(screen.left(), screen.right() - popupWidth)));
    popup->move(at);
    popup->show();
    focus->setFocus();
}

QPlainTextEdit *addEditor(QFrame *popup, const QString &text, const QString &name)
{
    auto *editor = new QPlainTextEdit(text, popup);
    editor->setFont(Theme::monoFont(12));
    editor->setMinimumHeight(editorHeight);
    editor->setTabChangesFocus(true);
    editor->moveCursor(QTextCursor::End);
    editor->setAccessibleName(name);
    popup->layout()->addWidget(editor);
    return editor;
}

QLabel *addNote(QFrame *popup, const QString &text)
{
    auto *note = new QLabel(text, popup);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    note->setProperty("kind", u"muted"_s);
    popup->layout()->addWidget(note);
    return note;
}

QPushButton *addButton(QHBoxLayout *row, const QString &text)
{
    auto *button = new QPushButton(text, row->parentWidget());
    row->addWidget(button);
    return button;
}

QString bodyNote(const RequestDraft &draft)
{
    if (!draft.hasBody)
        return tr("No body is sent.");
    if (!draft.bodyFile.isEmpty())
        return tr("The file %1, %2. It is read again for each hop.").arg(draft.bodyFile, byteCount(draft.bodySize()));
    return tr("%1 are sent as they stand here.").arg(byteCount(draft.bodySize()));
}

} // namespace

void editFieldsBelow(QWidget *anchor, const QString &lines, std::function<void(const QString &)> edited)
{
    QFrame *popup = openBelow(anchor);
    QPlainTextEdit *editor = addEditor(popup, lines, tr("Fields, one a line"));
    editor->setPlaceholderText(u"Content-Type: application/json\nAuthorization: Bearer demo"_s);
    addNote(
        popup,
        tr("One field a line, as in “Name: value”. Host, Content-Length and a few more are added by the transport."));
    QObject::connect(editor, &QPlainTextEdit::textChanged, editor,
                     [editor, edited = std::move(edited)] { edited(editor->toPlainText()); });
    show(popup, anchor, editor);
}

void editBodyBelow(QWidget *anchor, const RequestDraft &draft, std::function<void(const RequestDraft &)> edited)
{
    QFrame *popup = openBelow(anchor);
    auto state = std::make_shared<RequestDraft>(draft);
    QPlainTextEdit *editor = addEditor(popup, QString::fromUtf8(draft.body), tr("Body"));
    QLabel *note = addNote(popup, bodyNote(draft));
    auto *buttons = new QHBoxLayout;
    static_cast<QVBoxLayout *>(popup->layout())->addLayout(buttons);
    QPushButton *file = addButton(buttons, tr("From a file…"));
    QPushButton *none = addButton(buttons, tr("No body"));
    buttons->addStretch(1);

    const auto report = [state, note, edited = std::move(edited)](bool hasBody, const QByteArray &body,
                                                                  const QString &path) {
        state->hasBody = hasBody;
        state->body = body;
        state->bodyFile = path;
        note->setText(bodyNote(*state));
        edited(*state);
    };
    QObject::connect(editor, &QPlainTextEdit::textChanged, editor,
                     [editor, report] { report(true, editor->toPlainText().toUtf8(), {}); });
    QObject::connect(none, &QPushButton::clicked, popup, [report, popup] {
        report(false, {}, {});
        popup->close();
    });
    QObject::connect(file, &QPushButton::clicked, popup, [state, report, anchor, popup] {
        popup->hide();
        const QString path = QFileDialog::getOpenFileName(anchor->window(), tr("Send a file as the body"));
        if (!path.isEmpty())
            report(true, state->body, path);
        popup->close();
    });
    show(popup, anchor, editor);
}

} // namespace Detour
