// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "ui/compare/comparepresets.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Detour {

namespace {

const QRegularExpression &chainStart()
{
    static const QRegularExpression pattern(u"^lab:/lab/chain/(3\\d\\d)"_s, QRegularExpression::CaseInsensitiveOption);
    return pattern;
}

RequestDraft labDraft(const QString &method, const QString &path)
{
    RequestDraft draft;
    draft.method = method;
    draft.url = u"lab:/lab/chain/"_s + path;
    draft.hasBody = method != "GET"_L1 && method != "HEAD"_L1;
    if (draft.hasBody)
        draft.body = "name=Ada";
    draft.impliesType = false; // so that what is compared is the body alone
    return draft;
}

QString text(const char *words)
{
    return QCoreApplication::translate("ComparePresets", words);
}

} // namespace

QList<ComparePreset> comparePresets()
{
    RequestDraft credentials = labDraft(u"GET"_s, u"302~host=pay"_s);
    credentials.fieldLines = u"Authorization: Bearer demo\nCookie: sid=1\n"_s;
    return {
        {text("POST with a body, 302"), labDraft(u"POST"_s, u"302"_s)},
        {text("POST with a body, 301"), labDraft(u"POST"_s, u"301"_s)},
        {text("POST with a body, 307"), labDraft(u"POST"_s, u"307"_s)},
        {text("POST with a body, 300"), labDraft(u"POST"_s, u"300"_s)},
        {text("PUT with a body, 301"), labDraft(u"PUT"_s, u"301"_s)},
        {text("PUT with a body, 303"), labDraft(u"PUT"_s, u"303"_s)},
        {text("DELETE, 302"),
         [] {
             RequestDraft draft = labDraft(u"DELETE"_s, u"302"_s);
             draft.hasBody = false;
             return draft;
         }()},
        {text("HEAD, 303"), labDraft(u"HEAD"_s, u"303"_s)},
        {text("Credentials to another host, 302"), credentials},
        {text("POST through five hops"), labDraft(u"POST"_s, u"307/308/302/303/301"_s)},
        {text("A redirect to itself"),
         [] {
             RequestDraft draft;
             draft.url = u"lab:/lab/loop/self"_s;
             return draft;
         }()},
    };
}

StatusCode chainCodeOf(const RequestDraft &draft)
{
    return chainStart().match(draft.url.trimmed()).captured(1).toInt();
}

RequestDraft withChainCode(const RequestDraft &draft, StatusCode code)
{
    RequestDraft other = draft;
    other.url = draft.url.trimmed();
    other.url.replace(chainStart(), u"lab:/lab/chain/%1"_s.arg(code));
    return other;
}

} // namespace Detour
