// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/help/commandpalette.h"

#include "ui/help/palettedelegate.h"
#include "ui/help/palettemodel.h"
#include "ui/settings.h"
#include "ui/windowactions.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;

namespace Detour {

CommandPalette::CommandPalette(WindowActions &actions, Settings &settings, QWidget *window)
    : PickPanel(window, {560, 520, 8})
    , m_actions(actions)
    , m_settings(settings)
    , m_model(new PaletteModel(actions, this))
    , m_delegate(new PaletteDelegate(this))
{
    setItems(*m_model, *m_delegate);
    field().setObjectName(u"paletteText"_s);
    field().setAccessibleName(tr("Do anything by its name"));
    field().setPlaceholderText(tr("What would you like to do?"));
    field().setMaxLength(100);
    list().setObjectName(u"paletteActions"_s);
    list().setAccessibleName(tr("Actions"));
    noteLabel().setText(tr("No action has these letters. Try fewer of them."));
    connect(&field(), &QLineEdit::textChanged, this, &CommandPalette::find);
}

CommandPalette::~CommandPalette() = default;

void CommandPalette::setTheme(const Theme &theme)
{
    m_delegate->setTheme(theme);
    list().viewport()->update();
}

void CommandPalette::open()
{
    field().clear();
    find();
    openWith(field());
}

void CommandPalette::find()
{
    m_model->find(field().text().simplified(), m_settings.recentActions());
    showFound();
}

void CommandPalette::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = m_model->rowAt(index.row()).id;
    if (!m_model->rowAt(index.row()).whyNot.isEmpty())
        return; // the line says why; it stays open for another
    close();
    m_settings.addRecentAction(id);
    if (QAction *action = m_actions.action(id))
        action->trigger();
}

} // namespace Detour
