// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/predict/optioncapsule.h"

namespace Detour {

namespace {

Sheet sheetOf(const Expectation &option, const Request &request)
{
    switch (option.content) {
    case ContentFate::Same:
        return Sheet::Full;
    case ContentFate::None:
        return request.content ? Sheet::Dropped : Sheet::None;
    case ContentFate::Empty:
        return Sheet::Empty;
    }
    Q_UNREACHABLE();
}

} // namespace

Capsule capsuleOf(const Expectation &option, const Request &request)
{
    return {option.method, sheetOf(option, request)};
}

} // namespace Detour
