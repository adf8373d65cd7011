// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "exchangeformats/curlexport.h"
#include "exchangeformats/tracefile.h"
#include "ui/mainwindow.h"
#include "ui/playground/playground.h"
#include "ui/request/curldraft.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/takeaway/tracefiles.h"
#include "ui/windowactions.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QMenu>

// Traces as files and on the clipboard.

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

QString traceFilter()
{
    return MainWindow::tr("Traces and lessons (*.json);;All files (*)");
}

} // namespace

void MainWindow::addTraceActions()
{
    m_actions->add(u"open-trace"_s, tr("Open a trace or lesson…"), [this] { askAndOpenFile(); },
                   {u"load"_s, u"file"_s});
    m_actions->add(u"save-trace"_s, tr("Save the trace…"), [this] { askAndSaveTrace(); },
                   {u"export"_s, u"json"_s, u"file"_s});
    m_actions->add(u"copy-trace"_s, tr("Copy the trace as JSON"),
                   [this] {
                       copyText(QString::fromUtf8(traceText(m_playground->chain(), false)),
                                tr("The trace is on the clipboard, secrets masked."));
                   },
                   {u"json"_s, u"clipboard"_s});
    m_actions->add(u"copy-curl-hop"_s, tr("Copy this hop as curl"), [this] { copyHopAsCurl(); }, {u"command"_s});
    m_actions->add(u"copy-curl-chain"_s, tr("Copy the chain as curl"), [this] { copyChainAsCurl(); }, {u"command"_s});
    for (const QString &id : {u"save-trace"_s, u"copy-trace"_s, u"copy-curl-hop"_s, u"copy-curl-chain"_s}) {
        m_actions->setUnavailable(id, [this] {
            if (m_playground->isRunning())
                return tr("The trace still runs.");
            return m_playground->chain().hops.isEmpty() ? tr("Nothing was sent yet.") : QString();
        });
    }
}

void MainWindow::showTrace(const RedirectChain &chain, const QString &file)
{
    RedirectChain shown = chain;
    if (const auto policy = m_session.policies().policy(chain.clientId))
        shown.clientName = policy->name;
    showPane(Pane::Playground);
    m_playground->showChain(shown);
    m_settings.addRecentTrace(QFileInfo(file).absoluteFilePath());
    setWindowTitle(tr("Detour — %1").arg(QFileInfo(file).fileName()));
}

void MainWindow::openTraceFile(const QString &file)
{
    const Result<RedirectChain> chain = readTraceFile(file);
    if (!chain) {
        m_settings.removeRecentTrace(QFileInfo(file).absoluteFilePath());
        tell(chain.error().message);
        return;
    }
    showTrace(*chain, file);
    tell(tr("%1 is on the stage as it was saved. Nothing was sent.").arg(QFileInfo(file).fileName()));
}

void MainWindow::saveTraceFile(const QString &file)
{
    const Result<QString> saved = Detour::saveTraceFile(m_playground->chain(), file, false);
    if (!saved) {
        tell(saved.error().message);
        return;
    }
    m_settings.addRecentTrace(QFileInfo(file).absoluteFilePath());
    tell(tr("Saved as %1, secrets masked.").arg(QFileInfo(file).fileName()));
}

void MainWindow::askAndOpenFile()
{
    const QString folder = QFileInfo(m_settings.recentTraces().value(0)).absolutePath();
    const QString file = QFileDialog::getOpenFileName(this, tr("Open a trace or lesson"), folder, traceFilter());
    if (!file.isEmpty())
        openFile(file);
}

void MainWindow::askAndSaveTrace()
{
    const QString folder = QFileInfo(m_settings.recentTraces().value(0)).absolutePath();
    const QString suggested = folder + u'/' + suggestedTraceName(m_playground->chain());
    const QString file = QFileDialog::getSaveFileName(this, tr("Save the trace"), suggested, traceFilter());
    if (!file.isEmpty())
        saveTraceFile(file);
}

void MainWindow::copyText(const QString &text, const QString &told)
{
    QGuiApplication::clipboard()->setText(text);
    tell(told);
}

void MainWindow::copyHopAsCurl()
{
    const RedirectChain chain = m_playground->chain();
    const auto *stage = m_playground->findChild<StageWidget *>();
    const int current = stage->storyboard().hopAt(stage->clock()->time());
    const int hop = stage->selectedHop() >= 0 ? stage->selectedHop() : current;
    copyCurl(
        exportCurl(chain.hops.at(qBound(0, hop, int(chain.hops.size()) - 1)), curlOptionsOf(m_playground->draft())));
}

void MainWindow::copyChainAsCurl()
{
    if (const Result<CurlRules> rules = curlRules(m_session.policies()))
        copyCurl(exportCurl(m_playground->chain(), *rules, curlOptionsOf(m_playground->draft())));
    else
        tell(rules.error().message);
}

void MainWindow::copyCurl(const CurlExport &curl)
{
    copyText(curl.command,
             (QStringList{tr("The command is on the clipboard, secrets masked.")} + curl.notes).join(u' '));
}

void MainWindow::fillRecent(QMenu &menu)
{
    menu.clear();
    for (const QString &file : m_settings.recentTraces()) {
        QAction *action = menu.addAction(QFileInfo(file).fileName().replace(u'&', u"&&"_s));
        action->setToolTip(file.toHtmlEscaped());
        connect(action, &QAction::triggered, this, [this, file] { openFile(file); });
    }
    if (menu.isEmpty())
        menu.addAction(tr("None yet"))->setEnabled(false);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString file = draggedFile(*event->mimeData());
    if (file.isEmpty())
        return;
    event->acceptProposedAction();
    openFile(file);
}

} // namespace Detour
