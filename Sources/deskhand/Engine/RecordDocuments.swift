import HelpDesk
import SwiftExtensions
import Wire

extension JSONValue {
    init(_ record: DriftRecord) {
        self = .object(Self.fields(of: record))
    }

    init(_ detail: DriftDetail) {
        var fields = Self.fields(of: detail.record)
        fields["raw"] = .text(detail.raw)
        fields["truncated"] = .bool(detail.isTruncated)
        fields["fields"] = .list(
            detail.fields.map { field in
                [
                    "path": .text(field.path), "expected": .text(field.expected),
                    "found": .text(field.found), "verdict": .text(field.verdict.rawValue),
                ]
            })
        self = .object(fields)
    }

    private static func fields(of record: DriftRecord) -> [String: JSONValue] {
        [
            "drift": JSONValue(record.id), "store": JSONValue(record.store),
            "op": .text(record.operation), "record": JSONValue(record.recordID),
            "found_at": JSONValue(record.foundAt), "path": .text(record.path),
            "expected": .text(record.expected), "found": .text(record.found),
            "attempts": .integer(Int64(record.attempts)),
            "settled_at": JSONValue(record.settledAt),
        ]
    }

    init(_ mail: QuarantinedMail) {
        self = .object(Self.fields(of: mail))
    }

    init(_ detail: QuarantinedMailDetail) {
        var fields = Self.fields(of: detail.mail)
        fields["headers"] = .list(
            detail.headers.map { ["name": .text($0.name), "value": .text($0.value)] })
        fields["text"] = .text(detail.text)
        fields["truncated"] = .bool(detail.isTruncated)
        fields["attachments"] = .list(detail.attachments.map(JSONValue.text))
        self = .object(fields)
    }

    private static func fields(of mail: QuarantinedMail) -> [String: JSONValue] {
        [
            "mail": JSONValue(mail.id), "mailbox": JSONValue(mail.mailbox),
            "store": JSONValue(mail.store), "fetched_at": JSONValue(mail.fetchedAt),
            "reasons": .list(mail.reasons.map(JSONValue.text)), "sender": .text(mail.sender),
            "subject": .text(mail.subject), "bytes": .integer(Int64(mail.byteCount)),
            "attachment_count": .integer(Int64(mail.attachmentCount)),
            "released_at": JSONValue(mail.releasedAt),
            "released_by": JSONValue(mail.releasedBy),
        ]
    }

    init(_ check: SpotCheck) {
        self = [
            "check": JSONValue(check.id), "store": JSONValue(check.store),
            "start": JSONValue(check.start), "end": JSONValue(check.start + .hours(1)),
            "desk_count": .integer(Int64(check.deskCount)),
            "tickets": .list(check.tickets.map { JSONValue($0) }),
            "result": JSONValue(check.result?.rawValue),
            "platform_count": JSONValue(check.platformCount), "note": .text(check.note),
            "recorded_by": JSONValue(check.recordedBy),
            "recorded_at": JSONValue(check.recordedAt),
        ]
    }

    init(_ summary: SpotCheckSummary) {
        self = [
            "waiting": .integer(Int64(summary.waiting)),
            "recorded": .integer(Int64(summary.recorded)),
            "missing": .integer(Int64(summary.missing)),
            "extra": .integer(Int64(summary.extra)),
            "upper_bound": JSONValue(summary.upperBound),
        ]
    }
}
