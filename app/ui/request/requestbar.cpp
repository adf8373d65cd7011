// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/requestbar.h"

#include "semantics/displaytext.h"
#include "ui/request/curlnote.h"
#include "ui/request/methodbutton.h"
#include "ui/request/optionseditor.h"
#include "ui/request/urlfield.h"
#include "ui/settings.h"
#include "ui/widgets/textscaling.h"
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
    , m_step(new QPushButton(tr("Step"), this))
    , m_asked(new QLabel(this))
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
        if (m_running && m_askedHop == 0)
            emit cancelRequested();
        else
            emit sendRequested();
    });
    connect(m_step, &QPushButton::clicked, this, &RequestBar::stepRequested);
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
    setScaledMinimumSize(*m_box, -1, 36);
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
    setScaledMinimumSize(*m_send, -1, 36);
    m_send->setProperty("kind", u"primary"_s);
    m_send->setToolTip(tr("Send (Ctrl+Enter)"));
    m_step->setObjectName(u"step"_s);
    setScaledMinimumSize(*m_step, -1, 36);
    m_asked->setTextFormat(Qt::PlainText);
    m_asked->setFont(Theme::textFont(12));
    m_asked->setObjectName(u"askedHop"_s);
    m_asked->hide();
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
    box->addWidget(m_asked);
    box->addWidget(m_method);
    box->addWidget(m_url, 1);
    box->addWidget(m_network);
    auto *first = new QHBoxLayout;
    first->setSpacing(8);
    first->addWidget(m_box, 1);
    first->addWidget(m_step);
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
    const QList<QWidget *> order{m_method, m_url, m_step, m_send, m_fields, m_body, m_options, m_client};
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

RequestDraft RequestBar::draftToSend() const
{
    RequestDraft draft = m_draft;
    if (!draft.timeout && m_settings)
        draft.timeout = std::chrono::milliseconds(m_settings->hopTimeout());
    return draft;
}

void RequestBar::setRunning(bool running)
{
    m_running = running;
    refresh();
}

void RequestBar::setAsking(int hop)
{
    m_askedHop = hop;
    refresh();
}

void RequestBar::setStepping(bool stepping)
{
    m_stepping = stepping;
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
    const QString kind = primary ? u"primary"_s : QString();
    if (m_send->property("kind").toString() != kind) // each frame asks
        setKind(m_send, kind);
}

void RequestBar::focusUrl()
{
    m_url->setFocus(Qt::ShortcutFocusReason);
    m_url->selectAll();
}

void RequestBar::setControls(RequestControls controls)
{
    m_controls = controls;
    refresh();
}

void RequestBar::setClient(const QString &id)
{
    if (!m_controls.testFlag(RequestControl::Client))
        return;
    m_draft.client = id;
    changed();
}

/// What the buttons do depends on whether a trace runs, and whether it asks.
void RequestBar::refreshSending()
{
    const bool asked = m_askedHop > 0;
    m_send->setText(asked ? tr("Send it") : m_running ? tr("Cancel") : tr("Send"));
    m_send->setToolTip(asked       ? tr("Send this as the next request (Ctrl+Enter)")
                       : m_running ? tr("Cancel (Esc)")
                                   : tr("Send (Ctrl+Enter)"));
    m_asked->setText(tr("Hop %1").arg(m_askedHop));
    m_asked->setVisible(asked);
    m_step->setVisible(!asked);
    m_step->setCheckable(m_running);
    m_step->setChecked(m_running && m_stepping);
    m_step->setAccessibleName(m_running ? tr("Ask before each hop") : tr("Step: send, and ask before each hop"));
    m_step->setToolTip(m_running && m_stepping ? tr("This trace stops before each hop and asks. Press to let it run.")
                       : m_running             ? tr("Stop before the next hop and ask (F10)")
                                               : tr("Send, and stop before each hop to ask (F10)"));
}

/// A trace goes on as the client that it began with, and with its options.
void RequestBar::refreshControls()
{
    const std::pair<QWidget *, RequestControl> parts[] = {
        {m_method, RequestControl::Method}, {m_url, RequestControl::Url},         {m_fields, RequestControl::Fields},
        {m_body, RequestControl::Body},     {m_options, RequestControl::Options}, {m_client, RequestControl::Client},
    };
    const bool asked = m_askedHop > 0;
    for (const auto &[widget, control] : parts) {
        const bool isAllowed = m_controls.testFlag(control);
        const bool isTheTraces = asked && (control == RequestControl::Options || control == RequestControl::Client);
        widget->setEnabled(isAllowed && !isTheTraces);
        if (!isAllowed)
            widget->setToolTip(tr("The lesson keeps this as it is."));
        else if (widget == m_url || widget == m_fields || widget == m_body)
            widget->setToolTip({}); // the others have said their own
    }
}

void RequestBar::refresh()
{
    if (m_url->text() != m_draft.url) {
        m_url->setText(m_draft.url);
        m_url->setCursorPosition(0);
    }
    m_method->setMethod(m_draft.method);
    m_network->setVisible(Session::goesToNetwork(m_draft.url.trimmed().toUtf8()));
    refreshSending();
    refreshQuietButtons();
    refreshControls();
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
