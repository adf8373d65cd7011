// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/playground/playground.h"
#include "ui/playground/stagepanel.h"
#include "ui/playground/tracecontroller.h"
#include "ui/playground/transportbar.h"
#include "ui/predict/optionspanel.h"
#include "ui/predict/predictiondesk.h"
#include "ui/request/requestbar.h"
#include "ui/stage/stagewidget.h"
#include "ui/widgets/externallink.h"

#include <QBoxLayout>
#include <QEvent>

// How the playground asks what is sent next, before it is sent.

using namespace Qt::StringLiterals;

namespace Detour {

void Playground::connectPrediction()
{
    m_panel->stage()->installEventFilter(m_prediction);
    connect(m_transport, &TransportBar::predictingChosen, this, &Playground::setPredicting);
    connect(m_options, &OptionsPanel::linkRequested, this, &Playground::followLink);
    connect(m_prediction, &PredictionDesk::changed, this, &Playground::showPrediction);
    connect(m_prediction, &PredictionDesk::opened, this, [this] {
        if (isAncestorOf(window()->focusWidget()))
            m_options->focusButton(); // where keys vote and reveal, also after a URL was typed
    });
}

void Playground::setPredicting(bool predicts)
{
    m_controller->setPredicting(predicts);
    m_request->setStepping(m_controller->asks());
    m_transport->setPredicting(predicts);
}

bool Playground::predicts() const
{
    return m_controller->predicts();
}

void Playground::predictExample(const QString &pageSlug, const Example &example)
{
    setPredicting(true);
    runExample(pageSlug, example);
}

void Playground::setBanner(QWidget *banner)
{
    static_cast<QBoxLayout *>(layout())->insertWidget(0, banner);
    m_banner = banner;
    banner->installEventFilter(this);
}

bool Playground::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (watched == m_banner && (type == QEvent::Resize || type == QEvent::Show || type == QEvent::Hide))
        shareRoom();
    return QWidget::eventFilter(watched, event);
}

void Playground::showPrediction()
{
    const bool hadFocus = m_options == window()->focusWidget() || m_options->isAncestorOf(window()->focusWidget());
    m_options->setVisible(m_prediction->isOpen());
    shareRoom();
    m_request->setSendPrimary(!m_prediction->waits());
    if (hadFocus && !m_prediction->asks())
        m_panel->stage()->setFocus(Qt::OtherFocusReason);
}

void Playground::followLink(const QString &link)
{
    if (link.startsWith("page:"_L1)) {
        const QString place = link.mid(5);
        emit pageRequested(place.section(u'#', 0, 0), place.section(u'#', 1));
    } else {
        offerExternalLink(this, QUrl(link));
    }
}

} // namespace Detour
