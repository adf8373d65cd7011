// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "session/requestdraft.h"
#include "session/session.h"
#include "story/frame.h"

#include <QWidget>

namespace Detour {

class GateDesk;
class GatePanel;
class Inspector;
class MemoryBar;
class OptionsPanel;
class PredictionDesk;
class RequestBar;
class Settings;
class StageClock;
class StagePanel;
class Strip;
class ThemeController;
class TraceController;
class TransportBar;

/// Where requests are sent and watched: request bar, strip, stage, transport and inspector, kept at the same moment.
class Playground final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Playground)

public:
    /// Both must outlive the playground.
    Playground(Session &session, ThemeController &theme, QWidget *parent = nullptr);
    ~Playground() override;

    /// Puts the example at the client, unsent, with the focus on its button.
    void loadExample(const QString &pageSlug, const Example &example);
    /// Sends it and plays.
    void runExample(const QString &pageSlug, const Example &example);
    /// As loadExample() without the focus, for a page that was opened; what a person typed or sent of their own stays,
    /// and so does what this very page showed already.
    void offerExample(const QString &pageSlug, const Example &example);
    /// The page that was opened explains what is shown: its own example waits until another page is opened.
    void keepFor(const QString &pageSlug) { m_examplePage = pageSlug; }
    [[nodiscard]] bool isRunning() const;
    [[nodiscard]] StageClock &clock() const;
    /// Sends what stands in the request bar, for keys, tests and pictures.
    void send();
    /// Sends it, and stops before each hop to ask. While a trace runs: whether it asks. While it asks: sends what
    /// waits.
    void step();
    /// Whether the next traces ask what is sent after each redirection, before it is sent.
    void setPredicting(bool predicts);
    [[nodiscard]] bool predicts() const;
    /// As runExample(), and asks.
    void predictExample(const QString &pageSlug, const Example &example);
    /// The one trace that is shown here, for other views of it.
    [[nodiscard]] TraceController &controller() const { return *m_controller; }
    /// Above everything else; covers nothing. The playground owns it from here.
    void setBanner(QWidget *banner);
    /// From now on as this client does, by its id; sends nothing.
    void followAs(const QString &client);
    void sendDraft(const RequestDraft &draft);
    /// Puts it at the client, unsent.
    void loadDraft(const RequestDraft &draft);
    /// The same, as it is, whatever the client kept before; the focus stays where it is. For lessons: the next page
    /// that is opened may put its own example in its place.
    void putDraft(const RequestDraft &draft);
    /// What of the request bar may be used.
    void setControls(RequestControls controls);
    [[nodiscard]] const RequestDraft &draft() const;
    void cancel();
    /// Where a clause is explained: "page:302#next" is asked for, an https URL is offered.
    void followLink(const QString &link);
    /// Shows a trace that was saved and sends nothing; its first request stands in the request bar, so that Send sends
    /// that anew.
    void showChain(const RedirectChain &chain);
    /// The complete hops of the shown trace, its secrets masked; without hops where nothing was sent.
    [[nodiscard]] RedirectChain chain() const;
    /// Where the request bar remembers addresses; it must outlive the playground.
    void setSettings(Settings &settings);

signals:
    void pageRequested(const QString &slug, const QString &anchor);
    /// This request is to be sent as every client.
    void compareRequested(const Detour::RequestDraft &draft);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildColumn();
    void connectParts();
    void applyTheme();
    void heedMemory();
    [[nodiscard]] RequestDraft withHabits(RequestDraft draft) const;
    void setCompact(bool compact);
    void replaceStory();
    void growStory();
    void setPace(Pace pace);
    void showFrame(const Frame &frame);
    void selectHop(int hop);
    void sendAsking(bool asks);
    void setAsking(bool asks);
    void putAtClient(const RequestDraft &draft);
    void noteEdit();
    void showQuestion();
    void leaveQuestion();
    void connectPrediction();
    void showPrediction();
    void shareRoom();
    [[nodiscard]] int takenHeight() const;
    void updateIdleState();

    Session &m_session;
    ThemeController &m_theme;
    TraceController *m_controller = nullptr;
    RequestBar *m_request = nullptr;
    MemoryBar *m_memory = nullptr;
    Strip *m_strip = nullptr;
    StagePanel *m_panel = nullptr;
    GatePanel *m_gate = nullptr;
    GateDesk *m_desk = nullptr;
    OptionsPanel *m_options = nullptr;
    PredictionDesk *m_prediction = nullptr;
    QWidget *m_banner = nullptr; ///< null: there is none
    TransportBar *m_transport = nullptr;
    Inspector *m_inspector = nullptr;
    RequestDraft m_example; ///< as the page gave it
    QString m_examplePage;
    bool m_isOwn = false; ///< a person's own work stands here, not a page's example
    int m_shownTold = -1;
    int m_pinnedHop = -1; ///< chosen by hand until the playhead moves on; -1: follow the playhead
    qreal m_pinnedAt = 0;
    bool m_compact = false;
};

} // namespace Detour
