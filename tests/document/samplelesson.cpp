// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "samplelesson.h"

#include <QJsonDocument>

namespace Detour::Test {

QJsonObject sampleLesson()
{
    return QJsonDocument::fromJson(R"json({
  "title": "A move", "topic": "forms", "level": 1, "minutes": 10, "codes": [302],
  "aim": "You can say what a `sign:302` does to `pill:POST+body`.",
  "controls": ["client"],
  "steps": [
    { "title": "A comment is sent", "say": "Somebody presses Send. See [302](page:302).",
      "exchange": [
        "POST /comments HTTP/1.1", "Host: blog.localhost:8307", "Authorization: Basic eDp5",
        "Content-Type: text/plain", "Content-Length: 2", "", "hi", "---",
        "HTTP/1.1 302 Found", "Location: /thanks", "Content-Length: 0", "---",
        "GET /thanks HTTP/1.1", "Host: blog.localhost:8307", "Authorization: Basic eDp5", "---",
        "HTTP/1.1 200 OK", "Content-Length: 0"],
      "next": ["GET /thanks none | without the comment."],
      "client": "curl", "cookies": false, "remembers": true,
      "predict": "What is sent after the 302?", "reveal": "A GET, and no comment.", "notes": "Wait for hands." },
    { "title": "Why", "say": "History." }],
  "remember": "A 302 turns POST into GET.",
  "exercise": {
    "task": "Keep the body.",
    "request": { "method": "PUT", "url": "lab:/lab/chain/302", "fields": ["Content-Type: text/plain"], "body": "new",
                 "client": "requests" },
    "controls": ["url", "client"],
    "goal": { "method": "PUT", "body": "same", "status": 200 },
    "solution": { "method": "PUT", "url": "lab:/lab/chain/307", "fields": ["Content-Type: text/plain"], "body": "new",
                  "client": "requests" },
    "answer": "A 307 keeps both." },
  "notes": "Ten minutes.",
  "references": [{ "words": "302", "link": "page:302" },
                 { "words": "RFC 9110", "link": "https://www.rfc-editor.org/rfc/rfc9110.html" }]
})json")
        .object();
}

} // namespace Detour::Test
