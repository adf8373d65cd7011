// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/cheatsheet.h"

#include "ui/help/keycaps.h"

#include <QGridLayout>
#include <QLabel>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr QSize wantedSize(960, 640);
constexpr int columnGap = 36;
constexpr int mostColumns = 3;

} // namespace

CheatSheet::CheatSheet(ThemeController &theme, QWidget *window)
    : SheetDialog(tr("Keys"), theme, window)
    , m_scroll(new QScrollArea(this))
    , m_content(new QWidget)
{
    setObjectName(u"cheatSheet"_s);
    for (const KeyArea area : {KeyArea::Window, KeyArea::Reading, KeyArea::Playground, KeyArea::Prediction,
                               KeyArea::Stage, KeyArea::Compare, KeyArea::Quiz, KeyArea::Search, KeyArea::Present})
        m_areas.append(makeArea(area));
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setAccessibleName(tr("Keys"));
    m_scroll->setWidget(m_content);
    m_content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    body().addWidget(m_scroll, 1);
    setWantedSize(wantedSize);
}

CheatSheet::~CheatSheet() = default;

QWidget *CheatSheet::makeArea(KeyArea area)
{
    auto *box = new QWidget(m_content);
    auto *rows = new QGridLayout(box);
    rows->setContentsMargins(0, 0, 0, 12);
    rows->setHorizontalSpacing(14);
    rows->setVerticalSpacing(7);
    rows->setColumnStretch(0, 1);
    auto *heading = new QLabel(keyAreaName(area), box);
    heading->setFont(Theme::textFont(13.5, QFont::DemiBold));
    rows->addWidget(heading, 0, 0, 1, 2);
    int row = 1;
    for (const KeyLine &line : keyLines()) {
        if (line.area != area)
            continue;
        auto *words = new QLabel(line.words, box);
        words->setTextFormat(Qt::PlainText);
        words->setWordWrap(true);
        rows->addWidget(words, row, 0);
        rows->addWidget(new KeyCaps(line.keys, box), row, 1, Qt::AlignRight | Qt::AlignTop);
        ++row;
    }
    rows->setRowStretch(row, 1);
    return box;
}

void CheatSheet::applyTheme()
{
    SheetDialog::applyTheme();
    for (KeyCaps *caps : findChildren<KeyCaps *>())
        caps->setTheme(theme());
    m_columns = 0;
    arrange();
}

void CheatSheet::resizeEvent(QResizeEvent *event)
{
    SheetDialog::resizeEvent(event);
    arrange();
}

void CheatSheet::arrange()
{
    int widest = 1;
    for (const QWidget *area : m_areas)
        widest = std::max(widest, area->minimumSizeHint().width());
    // A column has room for its keys and a few words beside them.
    const int column = std::max(widest, Theme::scaled(270));
    const int columns = std::clamp((m_scroll->width() + columnGap) / (column + columnGap), 1, mostColumns);
    if (columns == m_columns)
        return;
    m_columns = columns;
    delete m_content->layout();
    auto *across = new QHBoxLayout(m_content);
    across->setContentsMargins(0, 0, 10, 0);
    across->setSpacing(columnGap);
    QList<QVBoxLayout *> downs;
    QList<int> heights(columns, 0);
    for (int i = 0; i < columns; ++i) {
        downs.append(new QVBoxLayout);
        downs.last()->setSpacing(6);
        across->addLayout(downs.last(), 1);
    }
    for (QWidget *area : m_areas) {
        const auto shortest = std::min_element(heights.begin(), heights.end());
        const qsizetype at = std::distance(heights.begin(), shortest);
        downs.at(at)->addWidget(area);
        *shortest += area->sizeHint().height();
    }
    for (QVBoxLayout *down : downs)
        down->addStretch(1);
}

} // namespace Detour
