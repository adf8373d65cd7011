// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/stage/hoppainter.h"

#include "story/easing.h"

#include <QFontMetricsF>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

constexpr qreal refusing = 0.35; ///< of the token's fall: it turns red before it falls
constexpr QSizeF padlock(15, 19);

} // namespace

void HopPainter::paintCopiedTokens(QPointF capsuleEnd, qreal squash) const
{
    const Verdict &verdict = *m_drawing.verdict;
    const bool falls = verdict.tokenFalls();
    if (falls && m_frame.token > 0) {
        return; // paintFallingToken() has them
    }
    QPainter &painter = m_ink.painter();
    painter.save();
    painter.translate(0, capsuleEnd.y());
    painter.scale(1, qMax(0.02, squash));
    const bool flipped = m_frame.flip >= 0.5;
    paintTokens(painter, {capsuleEnd.x() + tokenGap, -tokenHeight / 2}, tokenHeight, Tokens::of(m_drawing.credentials),
                TokenState::Rides, m_ink.theme().method(flipped ? verdict.methodAfter : verdict.methodBefore),
                m_ink.theme());
    painter.restore();
}

qreal HopPainter::fallenSheetRight() const
{
    const qreal left = m_geometry.capsuleLeft() + 4;
    if (!m_drawing.verdict->sheetFalls()) {
        return left;
    }
    return left + QFontMetricsF(StageFonts::get().verdict).horizontalAdvance(m_drawing.verdict->dropped) + 46;
}

void HopPainter::paintFallingToken() const
{
    const bool gone = m_frame.stop > 0 || (m_scene.next && m_scene.next->rest >= 0.5);
    if (m_frame.token <= 0 || !m_drawing.verdict || gone) {
        return;
    }
    const Verdict &verdict = *m_drawing.verdict;
    const Theme &theme = m_ink.theme();
    const StageFonts &fonts = StageFonts::get();
    const qreal y = m_geometry.turnY(m_frame.hop);
    const qreal capsule = capsuleSize(copyOfCapsule(), StageGeometry::capsuleHeight).width();
    const Tokens lost = Tokens::of(verdict.credentialsLost);
    const Tokens kept = Tokens::of(keptCredentials());
    QPainter &painter = m_ink.painter();
    const qreal end = m_geometry.capsuleLeft() + capsule + tokenGap;
    if (!m_scene.next) {
        paintTokens(painter, {end, y - tokenHeight / 2}, tokenHeight, kept, TokenState::Rides,
                    theme.method(verdict.methodAfter), theme);
    }
    const qreal beside = kept.isEmpty() ? 0 : tokensSize(kept, tokenHeight).width() + tokenGap;
    const QPointF from(end + beside, y - tokenHeight / 2);
    const qreal room =
        m_geometry.contentSize().width() - fallenSheetRight() - tokensSize(lost, tokenHeight).width() - 24;
    const QPointF to(fallenSheetRight(), y + 22);
    const qreal fall = part(m_frame.token, refusing, 1);
    const QPointF at(between(from.x(), to.x(), handMoved(fall)), between(from.y(), to.y(), fallen(fall)));
    paintTokens(painter, at, tokenHeight, lost, m_scene.next ? TokenState::Left : TokenState::Refused, theme.muted,
                theme);
    if (fall > 0.7) {
        const qreal left = to.x() + tokensSize(lost, tokenHeight).width() + 8;
        m_ink.text({left, y + 37}, verdict.tokenWords, fonts.verdict, theme.error, room);
    }
}

QStringList HopPainter::keptCredentials() const
{
    QStringList kept = m_drawing.credentials;
    for (const QString &lost : m_drawing.verdict->credentialsLost) {
        kept.removeAll(lost);
    }
    return kept;
}

void HopPainter::paintTurningPadlock() const
{
    const bool gone = m_scene.next || m_frame.stop > 0;
    if (m_frame.padlock <= 0 || !m_drawing.verdict || gone) {
        return;
    }
    const Theme &theme = m_ink.theme();
    const bool opens = m_drawing.verdict->scheme == SchemeTurn::Downgrade;
    const qreal turned = sprung(part(m_frame.padlock, 0.15, 0.85));
    const qreal y = m_geometry.turnY(m_frame.hop);
    const qreal left = m_geometry.capsuleLeft() + capsuleSize(copyOfCapsule(), StageGeometry::capsuleHeight).width()
                       + tokensSize(Tokens::of(keptCredentials()), tokenHeight).width() + 14;
    const QColor color = opens ? theme.error : theme.ok;
    m_ink.painter().fillRect(QRectF({left - 3, y - padlock.height() / 2 - 2}, padlock + QSizeF(8, 4)), theme.surface);
    paintPadlock(m_ink.painter(), QRectF({left, y - padlock.height() / 2}, padlock), opens ? turned : 1 - turned,
                 color);
    if (m_frame.padlock > 0.4) {
        m_ink.text({left + padlock.width() + 8, y + 5},
                   opens ? u"https no more: not encrypted"_s : u"https: encrypted"_s, StageFonts::get().verdict, color,
                   m_geometry.contentSize().width() - left - 40);
    }
}

} // namespace Detour
