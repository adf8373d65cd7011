// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stylesheet.h"

#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QLatin1StringView buttons{R"(
QPushButton, QToolButton[kind="icon"], QToolButton[kind="wide"] {
    background: @surface@; color: @ink@; border: 1px solid @line@; border-radius: 8px;
    min-height: 30px; padding: 0 12px; }
QToolButton[kind="icon"] { min-width: 30px; max-width: 30px; max-height: 30px; padding: 0; }
QToolButton[kind="wide"] { padding: 0 8px; }
QPushButton:hover, QToolButton[kind="icon"]:hover, QToolButton[kind="wide"]:hover { background: @code@; }
QPushButton:pressed, QToolButton[kind="icon"]:pressed, QToolButton[kind="wide"]:pressed { background: @line@; }
QToolButton[kind="icon"]:checked, QToolButton[kind="wide"]:checked { background: @code@; border-color: @edge@; }
QPushButton:disabled, QToolButton:disabled { color: @edge@; }
QPushButton[kind="primary"] { background: @ink@; color: @inverse@; border-color: @ink@; font-weight: 600; padding: 0 18px; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed { background: @inkHover@; border-color: @inkHover@; }
QPushButton[kind="primary"]:disabled { background: @code@; color: @edge@; border-color: @line@; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] {
    background: transparent; color: @ink@; border: 1px solid transparent; border-radius: 8px;
    min-height: 26px; padding: 0 6px; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: @code@; }
QPushButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:pressed { background: @line@; }
QToolButton[kind="choice"] {
    background: transparent; color: @muted@; border: 1px solid transparent; border-radius: 6px; min-height: 24px; padding: 0 8px; }
QToolButton[kind="choice"]:hover { background: @code@; }
QToolButton[kind="choice"]:checked { background: @code@; color: @ink@; border-color: @edge@; font-weight: 600; }
QToolButton { background: transparent; border: none; color: @ink@; }
QPushButton, QToolButton { outline: none; }
QToolButton::menu-indicator { image: none; width: 0; }
QPushButton::menu-indicator { image: none; width: 0; }
)"};

constexpr QLatin1StringView fields{R"(
QLineEdit, QPlainTextEdit, QTextEdit[kind="field"], QSpinBox {
    background: @surface@; color: @ink@; border: 1px solid @edge@; border-radius: 8px;
    selection-background-color: @link@; selection-color: @onLink@; }
QLineEdit, QSpinBox { min-height: 28px; padding: 1px 9px; }
QPlainTextEdit { padding: 6px 7px; }
QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus { border: 2px solid @focus@; }
QLineEdit:focus, QSpinBox:focus { padding: 0 8px; }
QPlainTextEdit:focus { padding: 5px 6px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: @muted@; background: @sunk@; }
QLineEdit[kind="cell"], QLineEdit[kind="cell"]:focus { min-height: 0; border-radius: 4px; padding: 0 6px; }
QLineEdit[kind="quiet"], QPlainTextEdit[kind="quiet"] { border: none; background: transparent; padding: 0 2px; }
QComboBox {
    background: @surface@; color: @ink@; border: 1px solid @line@; border-radius: 8px;
    min-height: 30px; padding: 0 4px 0 10px; }
QComboBox:hover { background: @code@; }
QComboBox:focus { border-color: @focus@; }
QComboBox[kind="quiet"] { background: transparent; border: 1px solid transparent; min-height: 26px; padding: 0 2px 0 4px; }
QComboBox[kind="quiet"]:hover { background: @code@; }
QComboBox[kind="quiet"]:focus { border-color: @focus@; }
QComboBox::drop-down { border: none; width: 22px; subcontrol-origin: padding; subcontrol-position: center right; }
QComboBox::down-arrow { image: url(:/icons/chevron-down-@scheme@.svg); width: 16px; height: 16px; }
QComboBox QAbstractItemView {
    background: @surface@; color: @ink@; border: 1px solid @edge@; outline: none;
    selection-background-color: @code@; selection-color: @ink@; }
QComboBox QAbstractItemView::item { min-height: 28px; padding: 0 8px; }
QCheckBox, QRadioButton { spacing: 8px; min-height: 28px; outline: none; }
QCheckBox::indicator, QRadioButton::indicator {
    width: 16px; height: 16px; background: @surface@; border: 1px solid @edge@; border-radius: 4px; }
QRadioButton::indicator { border-radius: 9px; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { background: @code@; }
QCheckBox::indicator:checked { image: url(:/icons/tick-@scheme@.svg); border-color: @ink@; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid @ink@; background: @surface@; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: @line@; }
)"};

constexpr QLatin1StringView lists{R"(
QMenu { background: @surface@; color: @ink@; border: 1px solid @edge@; padding: 5px; }
QMenu::item { padding: 6px 28px 6px 28px; border-radius: 5px; min-height: 16px; }
QMenu::item:selected { background: @code@; }
QMenu::item:disabled { color: @edge@; }
QMenu::indicator { width: 16px; height: 16px; left: 6px; image: none; }
QMenu::indicator:checked { image: url(:/icons/tick-@scheme@.svg); }
QMenu::separator { height: 1px; background: @line@; margin: 5px 8px; }
QToolTip { background: @surface@; color: @ink@; border: 1px solid @edge@; padding: 5px 7px; }
QTableView, QTreeView, QListView {
    background: @surface@; color: @ink@; border: none; outline: none; gridline-color: @line@;
    alternate-background-color: @sunk@; selection-background-color: @code@; selection-color: @ink@; }
QTableView::item, QTreeView::item { padding: 4px 8px; border: none; border-bottom: 1px solid @line@; }
QTableView::item:hover, QTreeView::item:hover { background: @sunk@; }
QTableView::item:selected, QTreeView::item:selected { background: @code@; color: @ink@; }
QTableView::item:focus, QTreeView::item:focus { border: 2px solid @focus@; }
QTableView[kind="boxed"] { border: 1px solid @edge@; border-radius: 8px; }
QTableView[kind="boxed"] QHeaderView, QTableView[kind="boxed"] QHeaderView::section { background: transparent; }
QTableView[kind="boxed"]:focus { border: 2px solid @focus@; }
QHeaderView { background: @surface@; border: none; }
QHeaderView::section {
    background: @surface@; color: @muted@; border: none; border-bottom: 1px solid @line@; padding: 6px 8px; }
QTableCornerButton::section { background: @surface@; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: @edge@; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @muted@; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
)"};

constexpr QLatin1StringView frames{R"(
QSplitter::handle { background: @line@; }
QSplitter::handle:hover, QSplitter::handle:pressed { background: @edge@; }
QTabWidget::pane { border: none; border-top: 1px solid @line@; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab {
    background: transparent; color: @muted@; border: none; border-bottom: 2px solid transparent;
    padding: 0 1px; margin: 0 8px; min-height: 36px; }
QTabBar::tab:first { margin-left: 14px; }
QTabBar::tab:hover { color: @ink@; }
QTabBar::tab:selected { color: @ink@; border-bottom-color: @ink@; font-weight: 600; }
QTabBar::tab:disabled { color: @edge@; }
QFrame[panel="card"], QFrame[panel="field"] {
    background: @surface@; border: 1px solid @line@; border-radius: 8px; }
QFrame[panel="popup"] { background: @surface@; border: 1px solid @edge@; border-radius: 8px; }
QFrame[panel="sunk"] { background: @sunk@; border: 1px solid @line@; border-radius: 8px; }
QLabel { background: transparent; }
QLabel[kind="muted"] { color: @muted@; }
QLabel[kind="heading"] { color: @ink@; font-weight: 600; }
QLabel[kind="error"] { color: @error@; }
QLabel[kind="ok"] { color: @ok@; }
QWidget#topBar { background: @surface@; border-bottom: 1px solid @line@; }
QWidget#sidebar, QWidget#pagePane, QWidget#lessonPane, QWidget#scenarioPane { background: @surface@; }
QWidget#pageStrip { background: @surface@; border-bottom: 1px solid @line@; }
QWidget#findBar { background: @surface@; border-top: 1px solid @line@; }
QLabel#notice { background: @ink@; color: @inverse@; border-radius: 8px; }
QDialog { background: @surface@; }
QFrame#searchPanel { background: @surface@; border: 1px solid @edge@; border-radius: 10px; }
QListView#sidebarList QScrollBar:vertical { width: 8px; }
QTextBrowser#pageView, QTextBrowser#storyText { background: @surface@; border: none; selection-background-color: @link@; selection-color: @onLink@; }
)"};

QString mix(const QColor &over, const QColor &under, double share)
{
    const auto channel = [share](int a, int b) { return qRound(a * share + b * (1 - share)); };
    return QColor(channel(over.red(), under.red()), channel(over.green(), under.green()),
                  channel(over.blue(), under.blue()))
        .name();
}

/// Lengths grow with the text; lines (one or two pixels) and corners keep theirs.
QString scaled(const QString &sheet)
{
    if (qFuzzyCompare(Theme::textScale(), 1.0))
        return sheet;
    static const QRegularExpression length(uR"((radius: )?\b(\d+)px)"_s);
    QString result;
    qsizetype done = 0;
    for (const QRegularExpressionMatch &match : length.globalMatch(sheet)) {
        const int pixels = match.captured(2).toInt();
        if (pixels <= 2 || match.hasCaptured(1))
            continue;
        result += QStringView(sheet).mid(done, match.capturedStart(2) - done);
        result += QString::number(Theme::scaled(pixels));
        done = match.capturedEnd(2);
    }
    return result + QStringView(sheet).mid(done);
}

} // namespace

QString styleSheetFor(const Theme &theme)
{
    const std::pair<QLatin1StringView, QString> words[] = {
        {"@paper@"_L1, theme.paper.name()},
        {"@surface@"_L1, theme.surface.name()},
        {"@sunk@"_L1, theme.sunk.name()},
        {"@code@"_L1, theme.code.name()},
        {"@ink@"_L1, theme.ink.name()},
        {"@inkHover@"_L1, mix(theme.ink, theme.inverse, 0.86)},
        {"@inverse@"_L1, theme.inverse.name()},
        {"@muted@"_L1, theme.muted.name()},
        {"@line@"_L1, theme.line.name()},
        {"@edge@"_L1, theme.edge.name()},
        {"@link@"_L1, theme.link.name()},
        {"@onLink@"_L1, theme.palette().color(QPalette::HighlightedText).name()},
        {"@focus@"_L1, theme.focus.name()},
        {"@error@"_L1, theme.error.name()},
        {"@ok@"_L1, theme.ok.name()},
        {"@scheme@"_L1, theme.dark ? u"dark"_s : u"light"_s},
    };
    QString sheet = scaled(buttons + fields + lists + frames);
    for (const auto &[word, value] : words)
        sheet.replace(word, value);
    return sheet;
}

} // namespace Detour
