// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/keytable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(KeyTable)
};

QList<QKeySequence> digits(Qt::KeyboardModifiers modifiers = {})
{
    QList<QKeySequence> keys;
    for (int key = Qt::Key_1; key <= Qt::Key_9; ++key)
        keys.append(QKeySequence(modifiers | Qt::Key(key)));
    return keys;
}

QList<KeyLine> windowLines()
{
    return {
        {u"search"_s, KeyArea::Window, {Qt::CTRL | Qt::Key_K}, Words::tr("Search")},
        {u"palette"_s, KeyArea::Window, {Qt::CTRL | Qt::SHIFT | Qt::Key_P}, Words::tr("Do anything by its name")},
        {u"keys"_s, KeyArea::Window, {Qt::Key_F1, Qt::Key_Question}, Words::tr("These keys")},
        {u"settings"_s, KeyArea::Window, {Qt::CTRL | Qt::Key_Comma}, Words::tr("Settings")},
        {u"open-trace"_s, KeyArea::Window, {Qt::CTRL | Qt::Key_O}, Words::tr("Open a trace or lesson")},
        {u"save-trace"_s, KeyArea::Window, {Qt::CTRL | Qt::Key_S}, Words::tr("Save the trace")},
        {u"step"_s, KeyArea::Window, {Qt::Key_F10}, Words::tr("Send, and ask before each hop")},
        {u"present"_s, KeyArea::Window, {Qt::Key_F5}, Words::tr("Present: fill the screen, for a class")},
        {u"codes"_s, KeyArea::Window, digits(Qt::AltModifier), Words::tr("The pages of 300 to 308")},
        {u"to-page"_s, KeyArea::Window, {Qt::Key_F6}, Words::tr("To the page")},
        {u"to-playground"_s, KeyArea::Window, {Qt::SHIFT | Qt::Key_F6}, Words::tr("To the playground")},
        {u"quit"_s, KeyArea::Window, {Qt::CTRL | Qt::Key_Q}, Words::tr("Quit")},
    };
}

QList<KeyLine> readingLines()
{
    return {
        {u"back"_s, KeyArea::Reading, {Qt::ALT | Qt::Key_Left}, Words::tr("Back to the last page")},
        {u"forward"_s, KeyArea::Reading, {Qt::ALT | Qt::Key_Right}, Words::tr("Forward again")},
        {u"find"_s, KeyArea::Reading, {Qt::CTRL | Qt::Key_F}, Words::tr("Find in this page")},
        {u"find-next"_s, KeyArea::Reading, {Qt::Key_F3}, Words::tr("Find the next place")},
        {u"find-previous"_s, KeyArea::Reading, {Qt::SHIFT | Qt::Key_F3}, Words::tr("Find the place before")},
        {u"contents"_s, KeyArea::Reading, {Qt::CTRL | Qt::SHIFT | Qt::Key_O}, Words::tr("Sections of this page")},
        {u"caret"_s, KeyArea::Reading, {Qt::Key_F7}, Words::tr("Select text with the keyboard")},
        {u"larger"_s,
         KeyArea::Reading,
         {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
         Words::tr("Larger text on the page")},
        {u"smaller"_s, KeyArea::Reading, {Qt::CTRL | Qt::Key_Minus}, Words::tr("Smaller text on the page")},
        {u"normal-size"_s, KeyArea::Reading, {Qt::CTRL | Qt::Key_0}, Words::tr("Text in its normal size")},
        {u"print"_s, KeyArea::Reading, {Qt::CTRL | Qt::Key_P}, Words::tr("Print")},
    };
}

QList<KeyLine> playgroundLines()
{
    return {
        {u"send"_s, KeyArea::Playground, {Qt::CTRL | Qt::Key_Return}, Words::tr("Send the request")},
        {u"cancel"_s, KeyArea::Playground, {Qt::Key_Escape}, Words::tr("Cancel what runs")},
        {u"remove-line"_s,
         KeyArea::Playground,
         {Qt::Key_Delete, Qt::Key_Backspace},
         Words::tr("Remove the chosen field from the table")},
        {u"play"_s, KeyArea::Playground, {Qt::Key_Space}, Words::tr("Play or pause")},
        {u"step-back"_s, KeyArea::Playground, {Qt::Key_Left}, Words::tr("One step back")},
        {u"step-forward"_s, KeyArea::Playground, {Qt::Key_Right}, Words::tr("One step on")},
        {u"next-turn"_s, KeyArea::Playground, {Qt::Key_N}, Words::tr("On to the next decision")},
        {u"previous-turn"_s, KeyArea::Playground, {Qt::SHIFT | Qt::Key_N}, Words::tr("Back to the decision before")},
        {u"first"_s, KeyArea::Playground, {Qt::Key_Home}, Words::tr("To the beginning")},
        {u"last"_s, KeyArea::Playground, {Qt::Key_End}, Words::tr("To the end")},
        {u"predict"_s, KeyArea::Playground, {Qt::Key_P}, Words::tr("Ask what is sent next, or no longer")},
        {u"faster"_s, KeyArea::Playground, {Qt::Key_Plus, Qt::Key_Equal}, Words::tr("Faster")},
        {u"slower"_s, KeyArea::Playground, {Qt::Key_Minus}, Words::tr("Slower")},
    };
}

QList<KeyLine> predictionLines()
{
    return {
        {u"vote"_s, KeyArea::Prediction, digits(), Words::tr("Vote for an option")},
        {u"take-back"_s, KeyArea::Prediction, {Qt::Key_Backspace}, Words::tr("Take the last vote back")},
        {u"reveal"_s,
         KeyArea::Prediction,
         {Qt::Key_Space, Qt::Key_Return},
         Words::tr("Reveal what is sent, then the next question")},
    };
}

QList<KeyLine> stageLines()
{
    return {
        {u"hop-before"_s, KeyArea::Stage, {Qt::Key_Up}, Words::tr("The hop before")},
        {u"hop-after"_s, KeyArea::Stage, {Qt::Key_Down}, Words::tr("The next hop")},
        {u"first-hop"_s, KeyArea::Stage, {Qt::Key_Home}, Words::tr("The first hop")},
        {u"last-hop"_s, KeyArea::Stage, {Qt::Key_End}, Words::tr("The last hop")},
        {u"go-to-hop"_s, KeyArea::Stage, {Qt::Key_Return}, Words::tr("Move the playhead to the chosen hop")},
        {u"zoom-in"_s,
         KeyArea::Stage,
         {Qt::CTRL | Qt::Key_Plus, Qt::CTRL | Qt::Key_Equal},
         Words::tr("Draw the stage larger")},
        {u"zoom-out"_s, KeyArea::Stage, {Qt::CTRL | Qt::Key_Minus}, Words::tr("Draw the stage smaller")},
        {u"zoom-normal"_s, KeyArea::Stage, {Qt::CTRL | Qt::Key_0}, Words::tr("The stage in its normal size")},
        {u"scroll-up"_s, KeyArea::Stage, {Qt::Key_PageUp}, Words::tr("Scroll up")},
        {u"scroll-down"_s, KeyArea::Stage, {Qt::Key_PageDown}, Words::tr("Scroll down")},
    };
}

QList<KeyLine> otherLines()
{
    return {
        {u"compare-run"_s, KeyArea::Compare, {Qt::CTRL | Qt::Key_Return}, Words::tr("Send as every client")},
        {u"compare-open"_s, KeyArea::Compare, {Qt::Key_Return}, Words::tr("Open this client in the playground")},
        {u"compare-back"_s, KeyArea::Compare, {Qt::Key_Escape}, Words::tr("From two stages back to the table")},
        {u"quiz-answer"_s, KeyArea::Quiz, digits(), Words::tr("Answer the question")},
        {u"quiz-next"_s, KeyArea::Quiz, {Qt::Key_Return, Qt::Key_Space}, Words::tr("On to the next question")},
        {u"hit-before"_s, KeyArea::Search, {Qt::Key_Up, Qt::Key_PageUp}, Words::tr("Up in the list")},
        {u"hit-after"_s, KeyArea::Search, {Qt::Key_Down, Qt::Key_PageDown}, Words::tr("Down in the list")},
        {u"hit-open"_s, KeyArea::Search, {Qt::Key_Return}, Words::tr("Take what is chosen")},
        {u"hit-close"_s, KeyArea::Search, {Qt::Key_Escape}, Words::tr("Close it")},
    };
}

QList<KeyLine> presentLines()
{
    return {
        {u"present-play"_s,
         KeyArea::Present,
         {Qt::Key_Space, Qt::Key_Return},
         Words::tr("Send, play or pause; reveal what was asked")},
        {u"present-next"_s,
         KeyArea::Present,
         {Qt::Key_Right, Qt::Key_PageDown, Qt::Key_Down},
         Words::tr("One step on; at the end, on in the lesson")},
        {u"present-back"_s, KeyArea::Present, {Qt::Key_Left, Qt::Key_PageUp, Qt::Key_Up}, Words::tr("One step back")},
        {u"present-first"_s, KeyArea::Present, {Qt::Key_Home}, Words::tr("To the beginning")},
        {u"present-last"_s, KeyArea::Present, {Qt::Key_End}, Words::tr("To the end of what is known")},
        {u"present-vote"_s, KeyArea::Present, digits(), Words::tr("A vote for this option")},
        {u"present-take-back"_s, KeyArea::Present, {Qt::Key_Backspace}, Words::tr("Take the last vote back")},
        {u"present-blank"_s,
         KeyArea::Present,
         {Qt::Key_B, Qt::Key_Period},
         Words::tr("Blank the screen; any key brings it back")},
        {u"present-zoom"_s, KeyArea::Present, {Qt::Key_Z}, Words::tr("Nearer to this hop, and away again")},
        {u"present-notes"_s, KeyArea::Present, {Qt::Key_N}, Words::tr("Your notes, in a window of their own")},
        {u"present-clause"_s,
         KeyArea::Present,
         {Qt::Key_C},
         Words::tr("Leave for the clause that a wrong answer needs")},
        {u"present-keys"_s, KeyArea::Present, {Qt::Key_F1, Qt::Key_Question}, Words::tr("These keys")},
        {u"present-leave"_s, KeyArea::Present, {Qt::Key_Escape, Qt::Key_F5}, Words::tr("Leave")},
    };
}

const KeyLine *lineOf(const QString &id)
{
    for (const KeyLine &line : keyLines()) {
        if (line.id == id)
            return &line;
    }
    return nullptr;
}

} // namespace

const QList<KeyLine> &keyLines()
{
    static const QList<KeyLine> lines = windowLines() + readingLines() + playgroundLines() + predictionLines()
                                        + stageLines() + otherLines() + presentLines();
    return lines;
}

QString keyAreaName(KeyArea area)
{
    switch (area) {
    case KeyArea::Window:
        return Words::tr("Everywhere");
    case KeyArea::Reading:
        return Words::tr("Reading");
    case KeyArea::Playground:
        return Words::tr("Playground");
    case KeyArea::Prediction:
        return Words::tr("Predicting");
    case KeyArea::Stage:
        return Words::tr("On the stage");
    case KeyArea::Compare:
        return Words::tr("Comparing clients");
    case KeyArea::Search:
        return Words::tr("In the search and the palette");
    case KeyArea::Quiz:
        return Words::tr("In the quiz");
    case KeyArea::Present:
        return Words::tr("While you present");
    }
    return {};
}

QList<QKeySequence> keysOf(const QString &id)
{
    const KeyLine *line = lineOf(id);
    return line ? line->keys : QList<QKeySequence>();
}

QString keyText(const QKeySequence &keys)
{
    QString text = keys.toString(QKeySequence::NativeText);
    text.replace(u"Return"_s, Words::tr("Enter"));
    text.replace(u"PgUp"_s, Words::tr("Page Up"));
    text.replace(u"PgDown"_s, Words::tr("Page Down"));
    const std::pair<QString, QString> arrows[] = {
        {u"Left"_s, u"←"_s}, {u"Right"_s, u"→"_s}, {u"Up"_s, u"↑"_s}, {u"Down"_s, u"↓"_s}};
    for (const auto &[word, arrow] : arrows) {
        if (text == word || text.endsWith(u'+' + word))
            text.replace(text.size() - word.size(), word.size(), arrow);
    }
    return text;
}

QString keyText(const QString &id)
{
    const QList<QKeySequence> keys = keysOf(id);
    return keys.isEmpty() ? QString() : keyText(keys.constFirst());
}

QString withKey(const QString &words, const QString &id)
{
    const QString keys = keyText(id);
    return keys.isEmpty() ? words : Words::tr("%1 (%2)").arg(words, keys);
}

} // namespace Detour
