// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "semantics/messagehead.h"

namespace Detour {

MessageHead parseHead(const QByteArray &head)
{
    MessageHead parsed;
    QList<Field> fields;
    bool isFirst = true;
    for (QByteArray line : head.split('\n')) {
        if (line.endsWith('\r'))
            line.chop(1);
        if (isFirst) {
            parsed.startLine = line;
            isFirst = false;
        } else if (line.isEmpty()) {
            break;
        } else if ((line.startsWith(' ') || line.startsWith('\t')) && !fields.isEmpty()) {
            fields.last().value += ' ' + line.trimmed();
        } else {
            const qsizetype colon = line.indexOf(':');
            fields.append(colon < 0 ? Field{{}, line} : Field{line.first(colon), line.sliced(colon + 1).trimmed()});
        }
    }
    parsed.fields = FieldList(fields);
    return parsed;
}

QByteArray headOf(const QByteArray &startLine, const FieldList &fields)
{
    QByteArray head = startLine.isEmpty() ? QByteArray() : startLine + "\r\n";
    for (const Field &field : fields)
        head += field.name + ": " + field.value + "\r\n";
    return head;
}

} // namespace Detour
