// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

/// What the request bar's buttons open, and what fills it from elsewhere.

#include "ui/request/bodyeditor.h"
#include "ui/request/clientpicker.h"
#include "ui/request/curldraft.h"
#include "ui/request/curlnote.h"
#include "ui/request/fieldseditor.h"
#include "ui/request/optionseditor.h"
#include "ui/request/requestbar.h"
#include "ui/request/urlfield.h"
#include "ui/settings.h"
#include "ui/widgets/valuebutton.h"

using namespace Qt::StringLiterals;

namespace Detour {

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
    OptionsEditor::Usual usual;
    if (policy)
        usual.clientLimit = policy->effectiveLimit({});
    if (m_settings)
        usual.timeout = std::chrono::milliseconds(m_settings->hopTimeout());
    auto *editor = new OptionsEditor(m_theme, m_draft, usual, m_options);
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
        if (m_askedHop > 0 || m_controls != allRequestControls)
            break; // only the address is asked for
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
        break;
    }
    m_draft.url = suggestion.url;
    changed();
    m_url->setCursorPosition(int(m_url->text().size()));
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
    if (m_controls != allRequestControls) {
        setError(tr("The lesson keeps the rest of the request: type the address alone."));
        return;
    }
    const Result<CurlCommand> read = importCurl(command.toUtf8());
    if (!read) {
        setError(read.error().message);
        return;
    }
    const QString client = m_draft.client;
    setDraft(draftFromCurl(*read));
    if (m_askedHop > 0) { // a trace goes on as the client that it began with
        m_draft.client = client;
        m_note->tell(tr("Filled in from curl."), read->notes);
        changed();
        return;
    }
    const Result<ClientPolicy> policy = m_session.policies().policy(m_draft.client);
    const QString name = policy ? policy->name : m_draft.client;
    const QString lead = read->namesMethod
                             ? tr("Filled in from curl. -X names the method, so it is followed as %1.").arg(name)
                             : tr("Filled in from curl, and followed as %1.").arg(name);
    m_note->tell(lead, read->notes);
    m_url->setFocus();
    emit draftEdited();
}

} // namespace Detour
