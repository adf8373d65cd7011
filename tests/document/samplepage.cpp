// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/samplepage.h"

#include "document/pagecatalog.h"

namespace Detour::Test {

namespace {

constexpr char frontMatter[] = R"(---
code: 307
slug: 307
title: Temporary Redirect
kind: temporary
reference: RFC 9110 §15.4.8
reference-url: https://www.rfc-editor.org/rfc/rfc9110.html#section-15.4.8
since: 1999
method: stays
body: sent again
lasts: for now
cached: only if stated
location: the target: for now
summary: Elsewhere for now.
stage: full
---
)";

constexpr char text[] = R"(The *same* **method** and body, see [303](page:303) & <b>`Host`</b>.

> **In simple words.** “Ask there.”

## Example {#example}

```http run=upload title="The client asks"
POST /upload HTTP/1.1
Host: files.localhost:8307
Content-Type: application/json
Content-Length: 22

{"file": "resume.pdf"}
---
HTTP/1.1 307 Temporary Redirect
Location: /upload-temp
Content-Length: 0
---
POST /upload-temp HTTP/1.1
Host: files.localhost:8307
Content-Type: application/json
Content-Length: 22

{"file": "resume.pdf"}
---
HTTP/1.1 303 See Other
Location: http://www.localhost:8307/r
Content-Length: 0
---
GET /r HTTP/1.1
Host: www.localhost:8307
---
HTTP/1.1 200 OK
Content-Length: 2

OK
```

```next
POST /upload-temp same | with the same `22` bytes.
GET http://www.localhost:8307/r none | without a body.
```

### How it differs

| Code | In a browser | Lasts |
| --- | --- | --- |
| `sign:302` [302](page:302#why) | `pill:POST+body` becomes `pill:GET-body` | for now |
| `sign:307` **307** | stays | for now |

- one
- two, [RFC](https://www.rfc-editor.org/rfc/rfc9110.html)

1. first
2. second

```http illustration title="Only to look at"
GET / HTTP/1.1
Host: www.localhost:8307
---
HTTP/1.1 304 Not Modified
```

```js
const x = '<tag>'; // why
```
)";

} // namespace

QByteArray samplePage()
{
    return QByteArray(frontMatter) + text;
}

QByteArray samplePageWith(const QByteArray &markdown)
{
    return QByteArray(frontMatter) + markdown;
}

Page parsedPage(const QByteArray &utf8)
{
    auto page = parsePage(utf8);
    if (!page) {
        qFatal("%s", qPrintable(page.error().message));
    }
    return *std::move(page);
}

int lineOf(const QByteArray &page, const QByteArray &text)
{
    return int(page.left(page.indexOf(text)).count('\n')) + 1;
}

} // namespace Detour::Test
