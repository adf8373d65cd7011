// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QList>

namespace Detour {

/// The votes for the options of one question, in the order in which they came in. A value.
class VoteTally final
{
public:
    explicit VoteTally(int options = 0)
        : m_options(options)
    {}

    /// `option` is 0-based; one that there is not is no vote, and neither is one beyond mostVotes. Whether it counts.
    bool add(int option);
    /// Takes the last vote back; false: there is none.
    bool undo();
    void clear() { m_votes.clear(); }

    [[nodiscard]] int options() const { return m_options; }
    [[nodiscard]] int total() const { return int(m_votes.size()); }
    [[nodiscard]] int of(int option) const { return int(m_votes.count(option)); }
    [[nodiscard]] int last() const { return m_votes.isEmpty() ? -1 : m_votes.constLast(); } ///< -1: none
    /// The option with the most votes among all but `right`, the first of equals; -1: nobody voted for another.
    [[nodiscard]] int mostVotedBut(int right) const;

    static constexpr int mostVotes = 999; ///< a lecture hall; more is a key that hangs

    friend bool operator==(const VoteTally &, const VoteTally &) = default;

private:
    int m_options = 0;
    QList<int> m_votes;
};

} // namespace Detour
