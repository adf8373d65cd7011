// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/request/clientpicker.h"

#include "document/policycatalog.h"
#include "semantics/policydifference.h"
#include "ui/widgets/icons.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr int sideways = 10;
constexpr int upAndDown = 7;
constexpr int tickWidth = 24;
constexpr int wantedHeight = 460;
constexpr int leastShown = 140; ///< pixels of the list
constexpr int listWidth = 470;

enum Role { IdRole = Qt::UserRole, VersionRole, DifferenceRole, CurrentRole, SearchRole };

QString knownFromWord(const ClientPolicy &policy)
{
    switch (policy.knownFrom) {
    case KnownFrom::Measured:
        return ClientPicker::tr("measured: %1").arg(policy.version);
    case KnownFrom::Standard:
        return policy.version;
    case KnownFrom::Tests:
        return ClientPicker::tr("by its tests: %1").arg(policy.version);
    }
    return {};
}

QFont nameFont()
{
    return Theme::textFont(13.5, QFont::DemiBold);
}

QFont sentenceFont()
{
    return Theme::textFont(12);
}

class ClientDelegate final : public QStyledItemDelegate
{
    Q_DISABLE_COPY_MOVE(ClientDelegate)

public:
    ClientDelegate(Theme theme, QListView *list)
        : QStyledItemDelegate(list)
        , m_theme(std::move(theme))
        , m_list(list)
    {}

    QSize sizeHint(const QStyleOptionViewItem & /*option*/, const QModelIndex &index) const override
    {
        const int width = qMax(200, m_list->viewport()->width());
        const QRect sentence = QFontMetrics(sentenceFont())
                                   .boundingRect(QRect(0, 0, width - 2 * sideways - tickWidth, 1000),
                                                 int(Qt::TextWordWrap), index.data(DifferenceRole).toString());
        return {width, 2 * upAndDown + QFontMetrics(nameFont()).height() + 2 + sentence.height()};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(m_theme.code);
            painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), 6, 6);
        }
        QRect place = option.rect.adjusted(sideways + tickWidth, upAndDown, -sideways, -upAndDown);
        if (index.data(CurrentRole).toBool())
            paintIcon(*painter, QRectF(option.rect.left() + sideways, place.top() + 1, 16, 16), Icon::Tick,
                      m_theme.ink);
        painter->setFont(nameFont());
        painter->setPen(m_theme.ink);
        const QString name = index.data().toString();
        painter->drawText(place, int(Qt::AlignTop | Qt::AlignLeft), name);
        QRect rest = place;
        rest.setLeft(rest.left() + painter->fontMetrics().horizontalAdvance(name) + 12);
        const int lineHeight = painter->fontMetrics().height();
        rest.setHeight(lineHeight);
        painter->setFont(sentenceFont());
        painter->setPen(m_theme.muted);
        painter->drawText(
            rest, int(Qt::AlignVCenter | Qt::AlignRight),
            painter->fontMetrics().elidedText(index.data(VersionRole).toString(), Qt::ElideRight, rest.width()));
        place.setTop(place.top() + lineHeight + 2);
        painter->drawText(place, int(Qt::TextWordWrap) | int(Qt::AlignTop), index.data(DifferenceRole).toString());
        painter->restore();
    }

private:
    Theme m_theme;
    QListView *m_list;
};

} // namespace

ClientPicker::ClientPicker(const Theme &theme, const PolicyCatalog &policies, const QString &current, QWidget *anchor)
    : EditorPopup(theme, tr("Follow as"), anchor)
    , m_search(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_shown(new QSortFilterProxyModel(this))
{
    setWantedWidth(listWidth + 24);
    setWantedHeight(wantedHeight);
    m_search->setObjectName(u"clientSearch"_s);
    m_search->setPlaceholderText(tr("Find a client"));
    m_search->setAccessibleName(tr("Find a client"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list->setObjectName(u"clientList"_s);
    m_list->setAccessibleName(tr("Clients"));
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays in the search
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setItemDelegate(new ClientDelegate(theme, m_list));
    m_list->setMinimumHeight(leastShown);
    m_shown->setFilterRole(SearchRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    fill(policies, current);
    m_list->setModel(m_shown);
    column()->addWidget(m_search);
    const Result<ClientPolicy> browsers = policies.policy(u"fetch"_s);
    if (browsers)
        (void)addNote(tr("Each with what it does otherwise than %1:").arg(browsers->name));
    column()->addWidget(m_list, 1);
    m_none = addNote(tr("No client has these words."));
    m_none->hide();
    connect(m_search, &QLineEdit::textChanged, this, &ClientPicker::filter);
    connect(m_list, &QListView::clicked, this, &ClientPicker::choose);
}

void ClientPicker::fill(const PolicyCatalog &policies, const QString &current)
{
    auto *model = new QStandardItemModel(this);
    const Result<ClientPolicy> browsers = policies.policy(u"fetch"_s);
    for (const QString &id : policies.ids()) {
        const Result<ClientPolicy> policy = policies.policy(id);
        if (!policy)
            continue;
        const QString difference = browsers ? policyDifference(*policy, *browsers) : policy->summary;
        auto *item = new QStandardItem(policy->name);
        item->setData(id, IdRole);
        item->setData(knownFromWord(*policy), VersionRole);
        item->setData(difference, DifferenceRole);
        item->setData(id == current, CurrentRole);
        item->setData(QString(policy->name + u' ' + id + u' ' + difference), SearchRole);
        item->setData(QString(policy->name + u". "_s + difference), Qt::AccessibleTextRole);
        item->setToolTip(policy->summary.toHtmlEscaped());
        model->appendRow(item);
    }
    m_shown->setSourceModel(model);
}

void ClientPicker::open()
{
    EditorPopup::open(m_search);
    for (int row = 0; row < m_shown->rowCount(); ++row) {
        const QModelIndex index = m_shown->index(row, 0);
        if (index.data(CurrentRole).toBool()) {
            m_list->setCurrentIndex(index);
            m_list->scrollTo(index, QAbstractItemView::PositionAtCenter);
        }
    }
}

void ClientPicker::filter(const QString &words)
{
    m_shown->setFilterFixedString(words.trimmed());
    m_none->setVisible(m_shown->rowCount() == 0);
    m_list->setCurrentIndex(m_shown->index(0, 0));
}

void ClientPicker::choose(const QModelIndex &index)
{
    if (!index.isValid())
        return;
    const QString id = index.data(IdRole).toString();
    close();
    emit chosen(id);
}

bool ClientPicker::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return EditorPopup::eventFilter(watched, event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const int row = m_list->currentIndex().row();
    const auto go = [this](int to) {
        m_list->setCurrentIndex(m_shown->index(qBound(0, to, m_shown->rowCount() - 1), 0));
        return true;
    };
    switch (key->key()) {
    case Qt::Key_Down:
        return go(row + 1);
    case Qt::Key_Up:
        return go(row - 1);
    case Qt::Key_PageDown:
        return go(row + 5);
    case Qt::Key_PageUp:
        return go(row - 5);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

} // namespace Detour
