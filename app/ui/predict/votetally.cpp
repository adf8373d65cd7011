// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/predict/votetally.h"

namespace Detour {

bool VoteTally::add(int option)
{
    if (option < 0 || option >= m_options || total() >= mostVotes)
        return false;
    m_votes.append(option);
    return true;
}

bool VoteTally::undo()
{
    if (m_votes.isEmpty())
        return false;
    m_votes.removeLast();
    return true;
}

int VoteTally::mostVotedBut(int right) const
{
    int most = -1;
    for (int option = 0; option < m_options; ++option) {
        if (option != right && of(option) > (most < 0 ? 0 : of(most)))
            most = option;
    }
    return most;
}

} // namespace Detour
