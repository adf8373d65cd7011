// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "document/codespan.h"

#include <algorithm>

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

bool isMethodName(QStringView text)
{
    return !text.isEmpty() && text.size() <= 16
           && std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'A' && c <= u'Z'; });
}

LinkTarget pageLink(const QString &path)
{
    LinkTarget target;
    const qsizetype hash = path.indexOf(u'#');
    target.slug = hash < 0 ? path : path.left(hash);
    target.anchor = hash < 0 ? QString() : path.mid(hash + 1);
    const bool isWhole = hash < 0 || isSlug(target.anchor);
    if (isSlug(target.slug) && isWhole) {
        target.kind = LinkTarget::Kind::Page;
        target.address = "page:"_L1 + path;
    }
    return target;
}

LinkTarget runLink(const QString &path)
{
    LinkTarget target;
    target.slug = path.section(u'/', 0, 0);
    target.example = path.section(u'/', 1);
    if (isSlug(target.slug) && isSlug(target.example)) {
        target.kind = LinkTarget::Kind::Run;
        target.address = "run:"_L1 + path;
    }
    return target;
}

bool isAddressCharacter(QChar c)
{
    return c > u' ' && c < u'\x7F' && c != u'"' && c != u'<' && c != u'>' && c != u'\\' && c != u'`';
}

} // namespace

QString CodeSpan::pillName() const
{
    switch (body) {
    case Body::Present:
        return method + "+body"_L1;
    case Body::Dropped:
        return method + "-body"_L1;
    case Body::None:
        break;
    }
    return method;
}

QString CodeSpan::pillWords() const
{
    switch (body) {
    case Body::Present:
        return method + " (with body)"_L1;
    case Body::Dropped:
        return method + " (body dropped)"_L1;
    case Body::None:
        break;
    }
    return method;
}

CodeSpan readCodeSpan(const QString &text)
{
    CodeSpan span;
    if (text.startsWith("pill:"_L1)) {
        QStringView name = QStringView(text).mid(5);
        if (name.endsWith("+body"_L1)) {
            span.body = CodeSpan::Body::Present;
            name.chop(5);
        } else if (name.endsWith("-body"_L1)) {
            span.body = CodeSpan::Body::Dropped;
            name.chop(5);
        }
        span.isPill = isMethodName(name);
        span.method = name.toString();
    } else if (text.startsWith("sign:"_L1) && text.size() == 8) {
        const int code = QStringView(text).mid(5).toInt();
        span.sign = isRedirection(code) ? code : 0;
    }
    return span;
}

LinkTarget readLink(const QString &href, const QString &ownSlug)
{
    if (href.startsWith("page:"_L1) || href.startsWith(u'#')) {
        return pageLink(href.startsWith(u'#') ? ownSlug + href : href.mid(5));
    }
    if (href.startsWith("run:"_L1)) {
        return runLink(href.mid(4));
    }
    LinkTarget target;
    const bool isChoice = href.startsWith("server:"_L1) || href.startsWith("sort:"_L1);
    if (isChoice && isSlug(href.section(u':', 1))) {
        target.kind = LinkTarget::Kind::Choice;
        target.address = href;
    } else if (href.startsWith("https://"_L1) && href.size() > 8) {
        const bool isPlain = std::all_of(href.begin(), href.end(), isAddressCharacter);
        target.kind = isPlain ? LinkTarget::Kind::Outside : LinkTarget::Kind::None;
        target.address = href;
    }
    return target;
}

bool isSlug(QStringView text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

} // namespace Detour
