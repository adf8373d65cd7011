// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include "scenario/script.h"
#include "scenario/wirefault.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace Detour {

/// What a route answers and how it is to be sent.
struct LabReply
{
    ScriptedAnswer answer; ///< content without a Content-Length gets one when it is written
    int delayMs = 0;
    WireFault fault = WireFault::None;
    std::optional<int> dripMs = std::nullopt; ///< from byte to byte
};

/// Where a request arrived.
struct LabPlace
{
    QByteArray scheme = QByteArrayLiteral("http"); ///< "https": over TLS
    int port = 0;
    int otherPort = 0;                                ///< the lab's other http port
    int httpPort = 0;                                 ///< the first http port, for a request that came by https
    int httpsPort = 0;                                ///< 0: the lab has no https
    QByteArray peer = QByteArrayLiteral("127.0.0.1"); ///< the client's address
};

/// An answer with the registered reason phrase and nothing else.
[[nodiscard]] ScriptedAnswer plainAnswer(StatusCode status);
/// The same with text/plain content: `text` and a line end.
[[nodiscard]] ScriptedAnswer textAnswer(StatusCode status, const QString &text);
/// The same with JSON content.
[[nodiscard]] ScriptedAnswer jsonAnswer(StatusCode status, const QJsonObject &object);
/// Text for such content: UTF-8, or nothing if the bytes are something else. Like a preview they may end within a
/// character.
[[nodiscard]] std::optional<QString> utf8Text(QByteArrayView bytes);
/// The same, and of anything else one character a byte.
[[nodiscard]] QString jsonText(QByteArrayView bytes);
/// 405 with the Allow that RFC 9110 §15.5.6 asks for.
[[nodiscard]] ScriptedAnswer methodNotAllowed(const QByteArray &allow);

} // namespace Detour
