// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/present/presentview.h"

#include "ui/help/keytable.h"
#include "ui/playground/tracecontroller.h"
#include "ui/predict/predictionwords.h"
#include "ui/present/cursorhider.h"
#include "ui/present/fittedlabel.h"
#include "ui/present/presentfoot.h"
#include "ui/present/presentheader.h"
#include "ui/present/presentoptions.h"
#include "ui/present/slideview.h"
#include "ui/stage/stageclock.h"
#include "ui/stage/stagewidget.h"
#include "ui/themecontroller.h"

#include <QCloseEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

// Pixels of the drawing.
constexpr qreal margin = 50;
constexpr qreal headerTop = 10;
constexpr qreal headerHeight = 80;
constexpr qreal belowHeader = 2;
constexpr qreal slideBelowHeader = 34;
constexpr qreal captionHeight = 74;
constexpr qreal mistakeHeight = 100;
constexpr qreal aroundOptions = 4;
constexpr qreal footHeight = 44;
constexpr qreal footBottom = 8;

} // namespace

PresentView::PresentView(Session &session, TraceController &controller, ThemeController &theme, QWidget *parent,
                         std::chrono::milliseconds cursorHides)
    : QWidget(parent, Qt::Window)
    , m_session(session)
    , m_controller(controller)
    , m_theme(theme)
    , m_header(new PresentHeader(this))
    , m_stage(new StageWidget(this))
    , m_caption(new FittedLabel(this))
    , m_slide(new SlideView(this))
    , m_options(new PresentOptions(this))
    , m_foot(new PresentFoot(this))
    , m_blank(new QWidget(this))
    , m_keys(new PresentKeySheet(this))
    , m_cursor(std::make_unique<CursorHider>(*this, cursorHides))
{
    build();
    connect(&m_theme, &ThemeController::changed, this, &PresentView::applyTheme);
    connect(&m_controller, &TraceController::storyReplaced, this, &PresentView::replaceStory);
    connect(&m_controller, &TraceController::storyGrew, this, &PresentView::growStory);
    connect(m_stage, &StageWidget::frameChanged, this, &PresentView::showMoment);
    connect(&clock(), &StageClock::playingChanged, this, &PresentView::showMoment);
    connect(&m_controller, &TraceController::predictionRevealed, this, &PresentView::showGrade);
    connect(&m_controller, &TraceController::predictionChanged, this, [this] {
        lookForQuestion();
        showMoment();
    });
    applyTheme();
    replaceStory();
}

PresentView::~PresentView() = default;

void PresentView::build()
{
    setObjectName(u"presentView"_s);
    setWindowTitle(tr("Detour — Present"));
    setAccessibleName(tr("Presentation"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    m_stage->setFocusPolicy(Qt::NoFocus);
    m_stage->setAttribute(Qt::WA_TransparentForMouseEvents); // keys alone; and the pointer is this window's
    m_caption->setObjectName(u"presentCaption"_s);
    m_slide->setObjectName(u"presentSlide"_s);
    m_slide->hide();
    m_options->hide();
    m_blank->setObjectName(u"presentBlank"_s);
    m_blank->setAccessibleName(tr("The screen is blank; any key brings it back"));
    QPalette black;
    black.setColor(QPalette::Window, Qt::black);
    m_blank->setPalette(black);
    m_blank->setAutoFillBackground(true);
    m_blank->hide();
    for (QWidget *over : {m_blank, static_cast<QWidget *>(m_keys)})
        over->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void PresentView::applyTheme()
{
    const Theme &theme = m_theme.theme();
    m_stage->setTheme(theme);
    m_stage->setReducedMotion(m_theme.reducedMotion());
    m_caption->setColor(theme.ink);
    m_header->setLook(theme, m_scale);
    m_slide->setLook(theme, m_scale);
    m_options->setLook(theme, m_scale);
    m_foot->setLook(theme, m_scale);
    m_keys->setLook(theme, m_scale);
    update();
}

StageClock &PresentView::clock() const
{
    return *m_stage->clock();
}

bool PresentView::isBlank() const
{
    return !m_blank->isHidden();
}

bool PresentView::showsKeys() const
{
    return !m_keys->isHidden();
}

bool PresentView::cursorIsHidden() const
{
    return m_cursor->isHidden();
}

bool PresentView::showsSlide() const
{
    return m_at >= 0 && !m_items.at(m_at).isStage();
}

void PresentView::arrange()
{
    const int side = m_scale.px(margin);
    const int inner = width() - 2 * side;
    const int foot = height() - m_scale.px(footHeight + footBottom);
    m_header->setVisible(!m_isZoomed || showsSlide());
    m_header->setGeometry(side, m_scale.px(headerTop), inner, m_scale.px(headerHeight));
    m_foot->setGeometry(side, foot, inner, m_scale.px(footHeight));
    const int gap = m_scale.px(aroundOptions);
    int bottom = foot;
    if (m_showsCaption) {
        const int caption = m_scale.px(m_showsMistake ? mistakeHeight : captionHeight);
        bottom -= caption;
        m_caption->setGeometry(side, bottom, inner, caption);
    }
    if (m_showsOptions) {
        const int options = m_options->heightForWidth(inner);
        m_options->setGeometry(side, bottom - options - gap, inner, options);
        bottom -= options + 2 * gap;
    }
    const int below = m_scale.px(headerTop + headerHeight + belowHeader);
    const int top = m_isZoomed ? 0 : below;
    m_stage->setGeometry(0, top, width(), bottom - top);
    const int slide = below + m_scale.px(slideBelowHeader);
    const int overhang = m_slide->overhang();
    m_slide->setGeometry(side - overhang, slide, inner + overhang, foot - slide);
    m_blank->setGeometry(rect());
    m_keys->setGeometry(rect());
}

void PresentView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_scale = PresentScale(size());
    m_caption->setScale(m_scale);
    m_stage->project(m_scale.stageUnit());
    applyTheme();
    arrange();
}

void PresentView::paintEvent(QPaintEvent * /*event*/)
{
    QPainter(this).fillRect(rect(), m_theme.theme().surface);
}

void PresentView::replaceStory()
{
    forgetQuestion();
    lookForQuestion();
    m_stage->setStoryboard(m_controller.storyboard(), false);
    clock().setOpenEnded(m_controller.isRunning());
    if (m_controller.wasSent() && isVisible())
        clock().play();
    showMoment();
}

void PresentView::growStory()
{
    m_stage->setStoryboard(m_controller.storyboard(), true);
    clock().setOpenEnded(m_controller.isRunning());
    tellTurn();
    showMoment();
}

MomentWords PresentView::words() const
{
    if (showsSlide()) {
        const PresentItem &item = m_items.at(m_at);
        return {item.over, {}, item.title, item.status, false};
    }
    MomentWords words = momentWords(m_stage->storyboard(), m_stage->frame());
    const PresentItem *item = m_at < 0 ? nullptr : &m_items.at(m_at);
    if (m_grade) // a long sentence, which needs the small line's room
        return {{}, {}, gradeSentence(*m_question, *m_grade), words.status, words.isStopped};
    if (asks() || m_isSent)
        words.title = item ? item->question : tr("What is sent next?");
    else if (item && !m_controller.wasSent())
        words.title = item->title;
    return words;
}

QString PresentView::hint() const
{
    const QString on = keyText(u"present-next"_s);
    const bool hasNext = m_at >= 0 && m_at + 1 < m_items.size();
    if (showsSlide() && m_slide->hasMore())
        return tr("%1 reads on").arg(on);
    if (showsSlide())
        return hasNext ? tr("%1 goes on").arg(on) : QString();
    if (asks())
        return tr("Space reveals");
    if (m_isSent)
        return tr("It is on its way.");
    if (!m_controller.wasSent())
        return m_stage->storyboard().isEmpty() ? QString() : tr("Space sends it");
    const bool isTold = clock().atEnd() && !m_controller.isRunning();
    return m_grade || (isTold && hasNext) ? tr("%1 goes on").arg(on) : QString();
}

void PresentView::showMoment()
{
    arrangeIfNeeded();
    m_header->setWords(words());
    writeCaption();
    writeFoot();
    speak();
    emit momentChanged();
}

/// Tells assistive technology what is new; not while it plays, where words pass too fast to be spoken.
void PresentView::speak()
{
    if (clock().isPlaying() && !clock().atEnd())
        return;
    QStringList parts{title()};
    if (showsSlide())
        parts << m_slide->accessibleName();
    if (m_showsOptions)
        parts << m_options->accessibleDescription();
    if (m_showsCaption)
        parts << m_caption->accessibleName();
    const QString words = parts.join(u' ');
    if (words != accessibleDescription())
        setAccessibleDescription(words);
}

/// What stands below the stage depends on the moment, and the stage has the rest.
void PresentView::arrangeIfNeeded()
{
    const bool asked = asks() || (m_isSent && !showsSlide());
    const bool options = (asked || m_grade) && !showsSlide() && !m_isZoomed;
    const bool caption = !asked && !showsSlide();
    const int height = options ? m_options->heightForWidth(m_header->width()) : 0;
    const bool mistake = !mistakeWords().isEmpty();
    if (height == m_optionsHeight && caption == m_showsCaption && mistake == m_showsMistake)
        return;
    m_showsMistake = mistake;
    m_optionsHeight = height;
    m_showsOptions = options;
    m_showsCaption = caption;
    m_options->setVisible(options);
    m_caption->setVisible(caption);
    arrange();
}

void PresentView::writeCaption()
{
    const Frame &frame = m_stage->frame();
    const QString mistake = mistakeWords();
    if (!mistake.isEmpty()) {
        m_caption->setLead({});
        m_caption->setText(mistake);
    } else if (m_controller.wasSent()) {
        m_caption->setLead(frame.captionLead);
        m_caption->setText(frame.captionText);
    } else {
        m_caption->setLead({});
        m_caption->setText(m_stage->storyboard().isEmpty()
                               ? tr("There is no request to send yet.")
                               : tr("Nothing has been sent yet. It will be sent for real."));
    }
}

void PresentView::writeFoot()
{
    const bool isOpen = asks() || m_isSent;
    m_foot->setMarks(showsSlide() ? QList<StripMark>() : stripMarks(m_stage->storyboard(), m_stage->frame(), isOpen));
    if (!showsSlide() && (isOpen || m_grade))
        showVotes();
    else
        m_foot->setWords({}, m_items.isEmpty() ? QString() : tr("%1 of %2").arg(m_at + 1).arg(m_items.size()), hint());
}

void PresentView::closeEvent(QCloseEvent *event)
{
    QWidget::closeEvent(event);
    clock().pause();
    emit left(clock().time());
}

} // namespace Detour
