// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/requestbar.h"

#include "semantics/displaytext.h"
#include "ui/request/bodyeditor.h"
#include "ui/request/clientpicker.h"
#include "ui/request/curldraft.h"
#include "ui/request/curlnote.h"
#include "ui/request/fieldseditor.h"
#include "ui/request/methodbutton.h"
#include "ui/request/optionseditor.h"
#include "ui/request/urlfield.h"
#include "ui/settings.h"
#include "ui/widgets/valuebutton.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int longestUrl = 64 * 1024;

void setKind(QWidget *widget, const QString &kind)
{
    widget->setProperty("kind", kind);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

RequestBar::RequestBar(Session &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_method(new MethodButton(this))
    , m_url(new UrlField(this))
    , m_network(new QLabel(tr("goes to the network"), this))
    , m_send(new QPushButton(tr("Send"), this))
    , m_error(new QLabel(this))
    , m_note(new CurlNote(this))
    , m_box(new QFrame(this))
{
    buildRows();
    connectParts();
    refresh();
}

void RequestBar::connectParts()
{
    connect(m_url, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_draft.url = text;
        changed();
    });
    connect(m_url, &QLineEdit::returnPressed, this, &RequestBar::sendRequested);
    connect(m_url, &UrlField::suggestionChosen, this, &RequestBar::takeSuggestion);
    connect(m_url, &UrlField::curlPasted, this, &RequestBar::pasteCurl);
    m_url->setSuggestions([this] { return suggestions(); });
    connect(m_method, &MethodButton::methodChosen, this, [this](const QString &method) {
        m_draft.method = method;
        changed();
    });
    connect(m_send, &QPushButton::clicked, this, [this] {
        if (m_running)
            emit cancelRequested();
        else
            emit sendRequested();
    });
    connect(m_fields, &QToolButton::clicked, this, &RequestBar::editFields);
    connect(m_body, &QToolButton::clicked, this, &RequestBar::editBody);
    connect(m_options, &QToolButton::clicked, this, &RequestBar::editOptions);
    connect(m_client, &QToolButton::clicked, this, &RequestBar::pickClient);
}

void RequestBar::changed()
{
    refresh();
    emit draftEdited();
}

ValueButton *RequestBar::makeQuietButton(const QString &objectName)
{
    auto *button = new ValueButton(this);
    button->setObjectName(objectName);
    return button;
}

void RequestBar::dressFirstRow()
{
    m_box->setProperty("panel", u"field"_s);
    m_box->setMinimumHeight(36);
    m_url->setProperty("kind", u"quiet"_s);
    m_url->setObjectName(u"url"_s);
    m_url->setFont(Theme::monoFont(13));
    m_url->setMaxLength(longestUrl);
    m_url->setPlaceholderText(tr("http://… or lab:/lab/chain/307/302"));
    m_url->setAccessibleName(tr("Target URI"));
    m_network->setTextFormat(Qt::PlainText);
    m_network->setProperty("kind", u"muted"_s);
    m_network->setFont(Theme::textFont(12));
    m_network->setToolTip(tr("This host is not this computer: the request leaves it when you press Send."));
    m_send->setObjectName(u"send"_s);
    m_send->setMinimumWidth(72);
    m_send->setMinimumHeight(36);
    m_send->setProperty("kind", u"primary"_s);
    m_send->setToolTip(tr("Send (Ctrl+Enter)"));
    m_error->setTextFormat(Qt::PlainText);
    m_error->setWordWrap(true);
    m_error->setProperty("kind", u"error"_s);
    m_error->setObjectName(u"draftError"_s);
    m_error->hide();
}

void RequestBar::buildRows()
{
    dressFirstRow();
    auto *box = new QHBoxLayout(m_box);
    box->setContentsMargins(6, 0, 10, 0);
    box->setSpacing(4);
    box->addWidget(m_method);
    box->addWidget(m_url, 1);
    box->addWidget(m_network);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_box, 1);
    first->addWidget(m_send);

    m_fields = makeQuietButton(u"fields"_s);
    m_body = makeQuietButton(u"body"_s);
    m_options = makeQuietButton(u"options"_s);
    m_client = makeQuietButton(u"client"_s);
    auto *second = new QHBoxLayout;
    second->setSpacing(8);
    second->addWidget(m_fields);
    second->addWidget(m_body);
    second->addWidget(m_options);
    second->addStretch(1);
    second->addWidget(m_client);

    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(4);
    rows->addLayout(first);
    rows->addWidget(m_error);
    rows->addWidget(m_note);
    rows->addLayout(second);
    const QList<QWidget *> order{m_method, m_url, m_send, m_fields, m_body, m_options, m_client};
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order.at(i - 1), order.at(i));
}

void RequestBar::setTheme(const Theme &theme)
{
    m_theme = theme;
    m_method->setTheme(theme);
    for (ValueButton *button : {m_fields, m_body, m_options, m_client})
        button->setTheme(theme);
    m_url->setTheme(theme);
    m_note->setTheme(theme);
    refresh();
}

void RequestBar::setDraft(const RequestDraft &draft)
{
    m_draft = draft;
    setError({});
    m_note->hide();
    refresh();
}

void RequestBar::setRunning(bool running)
{
    m_running = running;
    refresh();
}

void RequestBar::setError(const QString &sentence)
{
    m_error->setText(sentence);
    m_error->setVisible(!sentence.isEmpty());
    m_error->setAccessibleName(sentence);
}

void RequestBar::setCompact(bool compact)
{
    m_compact = compact;
    refresh();
}

void RequestBar::setSendPrimary(bool primary)
{
    setKind(m_send, primary ? u"primary"_s : QString());
}

void RequestBar::focusUrl()
{
    m_url->setFocus(Qt::ShortcutFocusReason);
    m_url->selectAll();
}

void RequestBar::editFields()
{
    auto *editor = new FieldsEditor(m_theme, m_draft, m_fields);
    connect(editor, &FieldsEditor::edited, this, [this](const QString &lines, const QStringList &generated) {
        m_draft.fieldLines = lines;
        m_draft.generated = generated;
        changed();
    });
    editor->open();
}

void RequestBar::editBody()
{
    auto *editor = new BodyEditor(m_theme, m_draft, m_body);
    connect(editor, &BodyEditor::edited, this, [this](const RequestDraft &edited) {
        m_draft = edited;
        changed();
    });
    editor->open();
}

void RequestBar::editOptions()
{
    const Result<ClientPolicy> policy = m_session.policies().policy(m_draft.client);
    auto *editor = new OptionsEditor(m_theme, m_draft, policy ? policy->effectiveLimit({}) : -1, m_options);
    connect(editor, &OptionsEditor::edited, this, [this](const RequestDraft &edited) {
        m_draft = edited;
        changed();
    });
    editor->open();
}

void RequestBar::pickClient()
{
    auto *picker = new ClientPicker(m_theme, m_session.policies(), m_draft.client, m_client);
    connect(picker, &ClientPicker::chosen, this, &RequestBar::setClient);
    picker->open();
}

QList<UrlSuggestion> RequestBar::suggestions()
{
    QList<UrlSuggestion> all;
    const QStringList history = m_settings ? m_settings->urlHistory() : QStringList();
    for (const QString &url : history)
        all.append({url, tr("sent before"), UrlSuggestion::From::History, {}, {}});
    all += labSuggestions() + exampleSuggestions(m_session.pages());
    if (!history.isEmpty())
        all.append({tr("Forget the %n address(es) that were sent", nullptr, int(history.size())),
                    QString(),
                    UrlSuggestion::From::ClearHistory,
                    {},
                    {}});
    return all;
}

void RequestBar::takeSuggestion(const UrlSuggestion &suggestion)
{
    switch (suggestion.from) {
    case UrlSuggestion::From::ClearHistory:
        if (m_settings)
            m_settings->clearUrlHistory();
        return;
    case UrlSuggestion::From::Page: {
        const auto page = m_session.pages().page(suggestion.slug);
        const Example *example = page ? (*page)->example(suggestion.example) : nullptr;
        if (!example)
            return;
        setDraft(RequestDraft::fromExample(*example));
        emit draftEdited();
        return;
    }
    case UrlSuggestion::From::History:
    case UrlSuggestion::From::Lab:
        m_draft.url = suggestion.url;
        changed();
        m_url->setCursorPosition(int(m_url->text().size()));
        return;
    }
}

void RequestBar::rememberUrl()
{
    // An example's own address means nothing without the example.
    const bool isExample = m_draft.script && m_draft.url == RequestDraft::fromScript(*m_draft.script).url;
    if (m_settings && !isExample)
        m_settings->addToUrlHistory(m_draft.url);
}

void RequestBar::pasteCurl(const QString &command)
{
    const Result<CurlCommand> read = importCurl(command.toUtf8());
    if (!read) {
        setError(read.error().message);
        return;
    }
    setDraft(draftFromCurl(*read));
    const Result<ClientPolicy> policy = m_session.policies().policy(m_draft.client);
    const QString name = policy ? policy->name : m_draft.client;
    const QString lead = read->namesMethod
                             ? tr("Filled in from curl. -X names the method, so it is followed as %1.").arg(name)
                             : tr("Filled in from curl, and followed as %1.").arg(name);
    m_note->tell(lead, read->notes);
    m_url->setFocus();
    emit draftEdited();
}

void RequestBar::setClient(const QString &id)
{
    m_draft.client = id;
    changed();
}

void RequestBar::refresh()
{
    if (m_url->text() != m_draft.url) {
        m_url->setText(m_draft.url);
        m_url->setCursorPosition(0);
    }
    m_method->setMethod(m_draft.method);
    m_network->setVisible(Session::goesToNetwork(m_draft.url.trimmed().toUtf8()));
    m_send->setText(m_running ? tr("Cancel") : tr("Send"));
    refreshQuietButtons();
}

void RequestBar::refreshQuietButtons()
{
    m_fields->setValue(tr("Fields"), QString::number(m_draft.fieldCount()));
    const qint64 size = m_draft.bodySize();
    m_body->setValue(tr("Body"), !m_draft.hasBody ? tr("none") : size < 0 ? tr("a pipe") : byteCount(size));
    const QStringList options = changedOptions(m_draft);
    const bool fits = options.size() == 1 && !m_compact;
    m_options->setValue(tr("Options"), options.isEmpty() ? tr("usual")
                                       : fits            ? options.constFirst()
                                                         : tr("%1 set").arg(options.size()));
    m_options->setToolTip(options.isEmpty() ? tr("Redirect limit, trust, TLS, time") : options.join(u", "));
    m_options->setAccessibleName(tr("Options: %1").arg(options.isEmpty() ? tr("as usual") : options.join(u", ")));
    const Result<ClientPolicy> policy = m_session.policies().policy(m_draft.client);
    const QString name = policy ? policy->name : m_draft.client;
    m_client->setValue(m_compact ? tr("As") : tr("Follow as"), name);
    m_client->setAccessibleName(tr("Follow as %1").arg(name));
    m_client->setToolTip(policy ? policy->summary.toHtmlEscaped() : QString());
}

} // namespace Detour
