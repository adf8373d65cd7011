// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "session/requestdraft.h"

namespace Detour {

/// What is sent in place of a decided request.
struct ChangedRequest
{
    Request request;
    std::shared_ptr<BodySource> body; ///< null: the chain's own source, where the request has content
    bool isChanged = false;           ///< false: as decided
};

/// A decided request while it can still be changed in the request bar.
///
/// What was not touched is sent byte for byte as it was decided, whatever became of it as text in the editors.
class WhatIf final
{
public:
    /// `sentBody` is the draft whose body was sent last: a decided request with the same content has it whole, where
    /// the request itself knows only its beginning.
    WhatIf(const Request &decided, const RequestDraft &sentBody);

    /// As it is put into the request bar.
    [[nodiscard]] const RequestDraft &draft() const { return m_draft; }
    [[nodiscard]] const Request &decided() const { return m_decided; }

    /// The request that `edited` asks for. Errors: RequestDraft::toSpec()'s and Session::requestProblem()'s.
    [[nodiscard]] Result<ChangedRequest> asEdited(const RequestDraft &edited, Session &session,
                                                  RequestDraft::For purpose) const;

private:
    [[nodiscard]] FieldList fieldsOf(const TraceSpec &spec) const;

    Request m_decided;
    RequestDraft m_draft;
};

} // namespace Detour
