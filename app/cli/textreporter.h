// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "cli/output.h"
#include "cli/textlayout.h"
#include "semantics/redirectchain.h"

namespace Detour {

/// A trace as text, written hop by hop while it runs. What comes from the network is shown, never obeyed: control
/// characters are replaced, long values shortened.
class TextReporter final
{
    Q_DISABLE_COPY_MOVE(TextReporter)

public:
    struct Options
    {
        bool isColoured = false;
        bool showsSecrets = false;
    };

    /// `out` must outlive the reporter.
    TextReporter(Output &out, Options options);

    void begin(const ClientPolicy &policy, std::optional<int> redirectLimit, bool follows);
    /// All of a trace that ended before.
    void tell(const RedirectChain &chain);
    void requestSent(int hop, const Request &request);
    void hopFinished(int hop, const RedirectChain &chain);
    void end(const RedirectChain &chain);

private:
    void write(const QString &text) { m_out.write(text); }
    void writeFields(const FieldList &fields);
    void writeContent(const std::optional<ContentInfo> &content);
    void writeResponse(const Exchange &exchange);
    void writeStored(const Response &stored);
    void writeDecision(const Hop &hop);
    [[nodiscard]] QString endText(const RedirectChain &chain) const;

    Output &m_out;
    TextStyle m_style;
    bool m_showsSecrets;
    bool m_hidesRepeats = false; ///< some answer's repeated fields could not be observed
};

/// The same sentence for a person wherever a trace did not complete; empty if it did.
[[nodiscard]] QString endSentence(const RedirectChain &chain, bool showsSecrets);

} // namespace Detour
