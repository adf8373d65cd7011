// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/bodyeditor.h"

#include "ui/request/filebodypane.h"
#include "ui/request/formpane.h"
#include "ui/request/formtext.h"
#include "ui/request/textbodypane.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

enum Tab { NoneTab, TextTab, JsonTab, FormTab, FileTab };

int tabOf(const RequestDraft &draft)
{
    if (!draft.hasBody)
        return NoneTab;
    switch (draft.bodyKind) {
    case BodyKind::Text:
        return TextTab;
    case BodyKind::Json:
        return JsonTab;
    case BodyKind::Form:
        // What the table would not give back exactly is shown as the text that it is.
        return isFormText(draft.body) ? FormTab : TextTab;
    case BodyKind::File:
        return FileTab;
    }
    return NoneTab;
}

} // namespace

BodyEditor::BodyEditor(const Theme &theme, const RequestDraft &draft, QWidget *anchor)
    : EditorPopup(theme, tr("Body"), anchor)
    , m_draft(draft)
    , m_tabs(new QTabBar(this))
    , m_panes(new QStackedWidget(this))
    , m_text(new TextBodyPane(TextBodyPane::Checks::Nothing, this))
    , m_json(new TextBodyPane(TextBodyPane::Checks::Json, this))
    , m_form(new FormPane(theme, this))
    , m_file(new FileBodyPane(this))
    , m_type(new QCheckBox(this))
    , m_method(new QLabel(this))
    , m_makePost(new QPushButton(tr("Send as POST"), this))
{
    setWantedWidth(540);
    buildPanes();
    connect(m_tabs, &QTabBar::currentChanged, this, &BodyEditor::chooseKind);
    for (TextBodyPane *pane : {m_text, m_json})
        connect(pane, &TextBodyPane::edited, this, [this](const QByteArray &bytes) {
            m_plain = m_draft.body = bytes;
            report();
        });
    connect(m_form, &FormPane::edited, this, [this](const QByteArray &bytes) {
        m_formText = m_draft.body = bytes;
        report();
    });
    connect(m_file, &FileBodyPane::edited, this, [this](const QString &path) {
        m_draft.bodyFile = path;
        report();
    });
    connect(m_file, &FileBodyPane::chooseRequested, this, &BodyEditor::chooseFile);
    connect(m_type, &QCheckBox::clicked, this, [this](bool checked) {
        m_draft.impliesType = checked;
        report();
    });
    connect(m_makePost, &QPushButton::clicked, this, [this] {
        m_draft.method = u"POST"_s;
        report();
        firstFocus()->setFocus();
    });
    showState();
}

void BodyEditor::buildPanes()
{
    m_tabs->setObjectName(u"bodyKind"_s);
    m_tabs->setAccessibleName(tr("Kind of body"));
    m_tabs->setExpanding(false);
    for (const QString &name : {tr("None"), tr("Text"), tr("JSON"), tr("Form"), tr("File")})
        m_tabs->addTab(name);
    auto *none = new QLabel(tr("No body is sent."), this);
    none->setAlignment(Qt::AlignCenter);
    none->setProperty("kind", u"muted"_s);
    for (QWidget *pane : std::initializer_list<QWidget *>{none, m_text, m_json, m_form, m_file})
        m_panes->addWidget(pane);
    m_plain = m_draft.body;
    if (isFormText(m_draft.body))
        m_formText = m_draft.body;
    m_text->setBytes(m_plain);
    m_json->setBytes(m_plain);
    m_form->setBytes(m_formText);
    m_file->setPath(m_draft.bodyFile);
    m_type->setObjectName(u"impliedType"_s);
    m_method->setTextFormat(Qt::PlainText);
    m_method->setWordWrap(true);
    m_method->setProperty("kind", u"muted"_s);
    m_makePost->setObjectName(u"makePost"_s);
    auto *hint = new QHBoxLayout;
    hint->setSpacing(8);
    hint->addWidget(m_method, 1);
    hint->addWidget(m_makePost);
    column()->addWidget(m_tabs);
    column()->addWidget(m_panes, 1);
    column()->addWidget(m_type);
    m_typed = addNote(tr("The Content-Type that stands in the fields goes along."));
    column()->addLayout(hint);
    m_tabs->setCurrentIndex(tabOf(m_draft));
    m_panes->setCurrentIndex(tabOf(m_draft));
}

QWidget *BodyEditor::firstFocus() const
{
    switch (m_tabs->currentIndex()) {
    case TextTab:
        return m_text->firstFocus();
    case JsonTab:
        return m_json->firstFocus();
    case FormTab:
        return m_form->firstFocus();
    case FileTab:
        return m_file->firstFocus();
    default:
        return m_tabs;
    }
}

void BodyEditor::open()
{
    EditorPopup::open(firstFocus());
}

/// What a client's option had made for the old kind of body is not the user's: the new kind implies its own.
void BodyEditor::forgetMadeType()
{
    const auto isType = [](const QString &name) { return name.compare(u"Content-Type"_s, Qt::CaseInsensitive) == 0; };
    if (m_draft.generated.removeIf(isType) == 0)
        return;
    QList<NameValueModel::Row> rows = rowsFromLines(m_draft.fieldLines);
    rows.removeIf([&isType](const NameValueModel::Row &row) { return isType(row.name); });
    m_draft.fieldLines = linesFromRows(rows);
    m_draft.impliesType = true;
}

void BodyEditor::chooseKind(int tab)
{
    m_panes->setCurrentIndex(tab);
    m_draft.hasBody = tab != NoneTab;
    forgetMadeType();
    switch (tab) {
    case TextTab:
        m_draft.bodyKind = BodyKind::Text;
        m_draft.body = m_plain;
        m_text->setBytes(m_plain);
        break;
    case JsonTab:
        m_draft.bodyKind = BodyKind::Json;
        m_draft.body = m_plain;
        m_json->setBytes(m_plain);
        break;
    case FormTab:
        m_draft.bodyKind = BodyKind::Form;
        m_draft.body = m_formText;
        break;
    case FileTab:
        m_draft.bodyKind = BodyKind::File;
        break;
    default:
        break;
    }
    report();
}

void BodyEditor::chooseFile()
{
    // A popup would take keys and clicks from the dialog: it steps aside meanwhile.
    const QString path = m_draft.bodyFile;
    hide();
    const QString chosen = QFileDialog::getOpenFileName(anchor()->window(), tr("Send a file as the body"), path);
    if (!chosen.isEmpty()) {
        m_file->setPath(chosen);
        m_draft.bodyFile = chosen;
        report();
    }
    open();
}

void BodyEditor::report()
{
    showState();
    emit edited(m_draft);
}

void BodyEditor::showState()
{
    RequestDraft implied = m_draft;
    implied.impliesType = true;
    const QByteArray type = implied.impliedContentType();
    const bool isTyped = m_draft.hasBody && type.isEmpty();
    m_typed->setVisible(isTyped);
    m_type->setVisible(m_draft.hasBody && !isTyped);
    m_type->setChecked(m_draft.impliesType);
    m_type->setText(tr("Send Content-Type: %1").arg(QString::fromLatin1(type)));
    const bool isUnusual = m_draft.hasBody && (m_draft.method == "GET"_L1 || m_draft.method == "HEAD"_L1);
    m_method->setText(isUnusual ? tr("A body on %1 means nothing to most servers.").arg(m_draft.method) : QString());
    m_method->setVisible(isUnusual);
    m_makePost->setVisible(isUnusual);
    if (isVisible())
        settle();
}

} // namespace Detour
