// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/stageaccessible.h"

#include "ui/stage/stagewidget.h"

#include <QPointer>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

/// One hop. The stage may go away or tell another story while somebody holds on to this.
class HopAccessible final
    : public QAccessibleInterface
    , public QAccessibleActionInterface
{
public:
    HopAccessible(StageWidget *stage, int hop)
        : m_stage(stage)
        , m_hop(hop)
    {}

    [[nodiscard]] int hop() const { return m_hop; }
    bool isValid() const override { return m_stage && m_hop < m_stage->storyboard().hops().size(); }
    QObject *object() const override { return nullptr; }
    QAccessibleInterface *parent() const override { return QAccessible::queryAccessibleInterface(m_stage); }
    QAccessibleInterface *child(int) const override { return nullptr; }
    QAccessibleInterface *childAt(int, int) const override { return nullptr; }
    int childCount() const override { return 0; }
    int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    QAccessible::Role role() const override { return QAccessible::ListItem; }
    void setText(QAccessible::Text, const QString &) override {}

    QString text(QAccessible::Text text) const override
    {
        return isValid() && text == QAccessible::Name ? m_stage->storyboard().hops().at(m_hop).sentence : QString();
    }

    QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect inView = m_stage->hopRect(m_hop);
        return {m_stage->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }

    QAccessible::State state() const override
    {
        QAccessible::State state;
        state.invalid = !isValid();
        if (isValid()) {
            state.selectable = true;
            state.focusable = true;
            state.selected = m_stage->selectedHop() == m_hop;
            state.focused = state.selected && m_stage->hasFocus();
            state.offscreen = !m_stage->hopRect(m_hop).intersects(m_stage->viewport()->rect());
        }
        return state;
    }

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface *>(this) : nullptr;
    }
    QStringList actionNames() const override { return {pressAction()}; }
    QStringList keyBindingsForAction(const QString &) const override { return {}; }
    void doAction(const QString &action) override
    {
        if (isValid() && action == pressAction()) {
            m_stage->setSelectedHop(m_hop);
            emit m_stage->hopActivated(m_hop);
        }
    }

private:
    QPointer<StageWidget> m_stage;
    int m_hop;
};

QAccessibleInterface *makeStage(const QString &, QObject *object)
{
    auto *stage = qobject_cast<StageWidget *>(object);
    return stage ? new StageAccessible(stage) : nullptr;
}

} // namespace

StageAccessible::StageAccessible(StageWidget *stage)
    : QAccessibleWidget(stage, QAccessible::List)
{}

StageAccessible::~StageAccessible()
{
    for (const QAccessible::Id id : std::as_const(m_children)) {
        QAccessible::deleteAccessibleInterface(id);
    }
}

void StageAccessible::install()
{
    static const bool installed = [] {
        QAccessible::installFactory(&makeStage);
        return true;
    }();
    Q_UNUSED(installed);
}

StageWidget *StageAccessible::stage() const
{
    return qobject_cast<StageWidget *>(widget());
}

int StageAccessible::childCount() const
{
    return stage() ? stage()->reachedHops() : 0;
}

QAccessibleInterface *StageAccessible::child(int index) const
{
    if (index < 0 || index >= childCount()) {
        return nullptr;
    }
    if (const auto known = m_children.constFind(index); known != m_children.constEnd()) {
        return QAccessible::accessibleInterface(*known);
    }
    auto *hop = new HopAccessible(stage(), index); // QAccessible owns it from here
    m_children.insert(index, QAccessible::registerAccessibleInterface(hop));
    return hop;
}

QAccessibleInterface *StageAccessible::childAt(int x, int y) const
{
    if (!stage()) {
        return nullptr;
    }
    const QPoint inView = stage()->viewport()->mapFromGlobal(QPoint(x, y));
    return child(stage()->hopAt(inView));
}

QAccessibleInterface *StageAccessible::focusChild() const
{
    return stage() && stage()->hasFocus() ? child(stage()->selectedHop()) : nullptr;
}

int StageAccessible::indexOfChild(const QAccessibleInterface *child) const
{
    const auto *hop = dynamic_cast<const HopAccessible *>(child);
    return hop ? hop->hop() : -1;
}

QString StageAccessible::text(QAccessible::Text text) const
{
    if (stage() && text == QAccessible::Description) {
        const Frame &frame = stage()->frame();
        return QString(frame.captionLead + u' ' + frame.captionText).trimmed();
    }
    return QAccessibleWidget::text(text);
}

} // namespace Detour
