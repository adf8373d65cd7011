// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/quiz/quizscore.h"

#include "ui/widgets/textscaling.h"

#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qsizetype mostMissed = 3;
constexpr int panelWidth = 236;

QLabel *plainLabel(const QString &text, QWidget *parent, const QString &kind = {})
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    if (!kind.isEmpty())
        label->setProperty("kind", kind);
    return label;
}

} // namespace

QString quizTopicName(const QString &topic)
{
    const std::pair<QLatin1StringView, QString> names[] = {
        {"codes"_L1, QuizScore::tr("Codes")},     {"methods"_L1, QuizScore::tr("Methods")},
        {"bodies"_L1, QuizScore::tr("Bodies")},   {"location"_L1, QuizScore::tr("Location")},
        {"caching"_L1, QuizScore::tr("Caching")}, {"credentials"_L1, QuizScore::tr("Credentials")},
        {"loops"_L1, QuizScore::tr("Loops")},     {"security"_L1, QuizScore::tr("Security")},
        {"servers"_L1, QuizScore::tr("Servers")}, {"clients"_L1, QuizScore::tr("Clients")},
    };
    for (const auto &[id, name] : names) {
        if (topic == id)
            return name;
    }
    return topic.isEmpty() ? QuizScore::tr("All topics") : topic;
}

QString quizLevelName(int level)
{
    const QString names[] = {QuizScore::tr("All levels"), QuizScore::tr("First steps"), QuizScore::tr("At work"),
                             QuizScore::tr("Deep")};
    return names[std::clamp(level, 0, 3)];
}

/// A share of a line.
class QuizScore::Bar final : public QWidget
{
public:
    explicit Bar(QWidget *parent)
        : QWidget(parent)
    {
        setScaledFixedHeight(*this, 6);
        setScaledMinimumSize(*this, 40, -1);
    }

    void setTheme(const Theme &theme)
    {
        m_theme = theme;
        update();
    }
    void setShare(qreal share)
    {
        m_share = share;
        update();
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const qreal corner = height() / 2.0;
        painter.setBrush(m_theme.line);
        painter.drawRoundedRect(QRectF(rect()), corner, corner);
        painter.setBrush(m_theme.ok);
        if (m_share > 0)
            painter.drawRoundedRect(QRectF(0, 0, qMax(qreal(height()), width() * m_share), height()), corner, corner);
    }

private:
    Theme m_theme = Theme::light();
    qreal m_share = 0;
};

QuizScore::QuizScore(const QuizCatalog &quiz, const Misconceptions &ideas, LearnerProgress &progress, QWidget *parent)
    : QFrame(parent)
    , m_quiz(quiz)
    , m_ideas(ideas)
    , m_progress(progress)
    , m_missed(plainLabel({}, this, u"muted"_s))
    , m_forget(new QPushButton(tr("Forget my progress"), this))
    , m_question(makeQuestion())
{
    setObjectName(u"quizScore"_s);
    setProperty("panel", u"card"_s);
    setScaledFixedWidth(*this, panelWidth);
    m_missed->setObjectName(u"quizMissed"_s);
    m_missed->setWordWrap(true);
    m_forget->setObjectName(u"quizForget"_s);
    auto *heading = plainLabel(tr("What you know"), this, u"heading"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(10);
    grid->setVerticalSpacing(7);
    grid->setColumnStretch(1, 1);
    addRows(*grid);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(14, 12, 14, 12);
    column->setSpacing(10);
    column->addWidget(heading);
    column->addLayout(grid);
    column->addWidget(m_missed);
    column->addStretch(1);
    column->addWidget(m_question);
    column->addWidget(m_forget);
    connect(m_forget, &QPushButton::clicked, this, [this] { askToForget(true); });
    connect(&m_progress, &LearnerProgress::changed, this, &QuizScore::refresh);
    askToForget(false);
    refresh();
}

void QuizScore::addRows(QGridLayout &grid)
{
    int row = 0;
    for (const QString &topic : quizTopics()) {
        auto *bar = new Bar(this);
        auto *count = plainLabel({}, this, u"muted"_s);
        count->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        grid.addWidget(plainLabel(quizTopicName(topic), this), row, 0);
        grid.addWidget(bar, row, 1, Qt::AlignVCenter);
        grid.addWidget(count, row, 2);
        m_rows.append({topic, bar, count});
        ++row;
    }
}

QWidget *QuizScore::makeQuestion()
{
    auto *question = new QWidget(this);
    auto *words = plainLabel(tr("Forget every answer? This cannot be undone."), question);
    words->setWordWrap(true);
    auto *really = new QPushButton(tr("Forget"), question);
    really->setObjectName(u"quizForgetReally"_s);
    m_keep = new QPushButton(tr("Keep it"), question);
    m_keep->setObjectName(u"quizKeep"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(really);
    buttons->addWidget(m_keep);
    auto *column = new QVBoxLayout(question);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(words);
    column->addLayout(buttons);
    connect(m_keep, &QPushButton::clicked, this, [this] {
        askToForget(false);
        m_forget->setFocus(Qt::OtherFocusReason);
    });
    connect(really, &QPushButton::clicked, this, [this] {
        askToForget(false);
        m_progress.forgetQuiz();
        emit forgotten();
    });
    return question;
}

void QuizScore::askToForget(bool asks)
{
    m_question->setVisible(asks);
    m_forget->setVisible(!asks);
    if (asks)
        m_keep->setFocus(Qt::OtherFocusReason); // the harmless one
}

qsizetype QuizScore::knownOf(const QList<QuizItem> &items) const
{
    return std::count_if(items.cbegin(), items.cend(),
                         [this](const QuizItem &item) { return m_progress.isKnown(item.id); });
}

QString QuizScore::summary() const
{
    return tr("%1 of %2 known").arg(knownOf(m_quiz.items())).arg(m_quiz.items().size());
}

void QuizScore::refresh()
{
    bool isAnyAnswered = false;
    for (const Row &row : m_rows) {
        const QList<QuizItem> items = m_quiz.items(row.topic, 0);
        const qsizetype known = knownOf(items);
        row.bar->setShare(items.isEmpty() ? 0 : qreal(known) / qreal(items.size()));
        row.count->setText(tr("%1 of %2").arg(known).arg(items.size()));
        row.count->setAccessibleName(
            tr("%1: %2 of %3 known").arg(quizTopicName(row.topic)).arg(known).arg(items.size()));
        isAnyAnswered = isAnyAnswered || std::any_of(items.cbegin(), items.cend(), [this](const QuizItem &item) {
                            return m_progress.isAnswered(item.id);
                        });
    }
    QStringList names;
    for (const QString &id : m_progress.missed()) {
        const Misconception *idea = m_ideas.find(id);
        if (idea && names.size() < mostMissed)
            names.append(u"“%1”"_s.arg(idea->name));
    }
    m_missed->setText(names.isEmpty() ? QString() : tr("To unlearn: %1.").arg(names.join(u", "_s)));
    m_missed->setVisible(!names.isEmpty());
    m_forget->setEnabled(isAnyAnswered || !m_progress.missed().isEmpty());
}

void QuizScore::setTheme(const Theme &theme)
{
    for (const Row &row : m_rows)
        row.bar->setTheme(theme);
}

} // namespace Detour
