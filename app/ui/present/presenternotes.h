// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "ui/pages/pageimages.h"
#include "ui/present/presentkeys.h"
#include "ui/theme.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

#include <functional>

class QGridLayout;
class QLabel;
class QTextBrowser;

namespace Detour {

class PageDocument;

/// What the one who presents reads at a moment.
struct PresenterNote
{
    QString now;      ///< what the class sees
    QString markdown; ///< the notes of a lesson's step
    QStringList told; ///< sentences of the trace, plain
    QString next;     ///< what comes then
    struct Option
    {
        QString words;
        int votes = 0;
        bool isRight = false; ///< it was sent; false before the reveal

        friend bool operator==(const Option &, const Option &) = default;
    };
    QList<Option> options; ///< while something is asked

    friend bool operator==(const PresenterNote &, const PresenterNote &) = default;
};

/// The presenter's own window: notes, what comes next, votes, and a clock. Its keys are those of the present view.
class PresenterNotes final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PresenterNotes)

public:
    using Now = std::function<QDateTime()>;

    /// `now` empty: the computer's clock.
    explicit PresenterNotes(QWidget *parent = nullptr, Now now = {});
    ~PresenterNotes() override;

    void setTheme(const Theme &theme);
    void setNote(const PresenterNote &note);
    /// The minutes count from here.
    void startClock();
    /// Takes over the time; each second, and by tests.
    void tick();

signals:
    void commanded(const QKeyEvent &event);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void build();
    void writeNotes();
    void writeOptions();
    [[nodiscard]] QLabel *label(const QString &name, qreal pixels, QFont::Weight weight = QFont::Normal);

    Now m_now;
    QTimer m_timer;
    QDateTime m_since;
    Theme m_theme = Theme::light();
    PageImages m_images;
    PageDocument *m_document = nullptr;
    PresenterNote m_note;
    QLabel *m_clock = nullptr;
    QLabel *m_passed = nullptr;
    QLabel *m_title = nullptr;
    QTextBrowser *m_text = nullptr;
    QLabel *m_optionsHead = nullptr;
    QLabel *m_options = nullptr;
    QLabel *m_nextHead = nullptr;
    QLabel *m_next = nullptr;
    QLabel *m_keys = nullptr;
};

} // namespace Detour
