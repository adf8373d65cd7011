// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "document/page.h"
#include "ui/theme.h"

#include <QWidget>

class QMenu;
class QToolButton;

namespace Detour {

/// The line over a page: where in it one is, which opens the list of its sections, and what can be done with the page.
class PageStrip final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PageStrip)

public:
    explicit PageStrip(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setHeadings(const QList<Heading> &headings);
    /// Empty: above the first section.
    void setCurrentSection(const QString &anchor);
    void openContents();
    /// The menu of what can be done with the page; the window fills it.
    [[nodiscard]] QMenu *pageMenu() const { return m_menu; }

signals:
    void sectionChosen(const QString &anchor);
    void findRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QToolButton *addButton(const QString &name, const QString &tip);
    void fillContents();
    void showSection();

    QList<Heading> m_headings;
    QString m_section;
    QToolButton *m_contents = nullptr;
    QToolButton *m_find = nullptr;
    QToolButton *m_more = nullptr;
    QMenu *m_list = nullptr;
    QMenu *m_menu = nullptr;
};

} // namespace Detour
