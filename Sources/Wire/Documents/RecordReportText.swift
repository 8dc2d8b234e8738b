package import HelpDesk
import SwiftExtensions

/// A check of the record as programs and people read it; both programs print the same.
package enum RecordReportText {
    private struct Document: Encodable {
        var sound: Bool
        var report: RecordReport
        var breaks: [String]
    }

    package static func lines(_ report: RecordReport, asJSON: Bool) throws -> [String] {
        if asJSON {
            return [
                try JSONText.line(
                    Document(
                        sound: report.isSound, report: report, breaks: report.breaks.map(\.name)))
            ]
        }
        var lines = [
            "\(report.isSound ? "sound" : "broken")\t\(report.entries) entries"
                + "\t\(report.checkpoints) checkpoints\t\(report.covered) covered"
                + "\t\(report.copies.map { "\($0) copies" } ?? "no second place")"
        ]
        for found in report.breaks {
            let isNamed = report.named.contains(found)
            lines.append(found.name + (isNamed ? "\tnamed" : "\tnew"))
        }
        return lines
    }

    /// One entry of the record on one line.
    package static func line(_ entry: AuditEntry) -> String {
        [
            String(entry.seq), Timestamp(milliseconds: entry.at).iso8601, entry.actor, entry.kind,
            entry.ticket.map { "#\($0)" } ?? "-", entry.session ?? "-",
            String((entry.hash ?? "-").prefix(12)),
        ].joined(separator: "\t")
    }
}
