import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

/// Lines for a terminal or a pipe. Buyers' words pass through `SafeText` first, always.
enum PlainText {
    /// `isBlind` marks the clock of a store whose newest messages may be missing.
    static func ticketLine(_ row: TicketRow, now: Timestamp, isBlind: Bool = false) -> String {
        let facts = row.ticket
        let mark = isBlind ? "~" : ""
        let left = mark + (facts.clockDue.map { TimeLeft.clock(until: $0, now: now) } ?? "-")
        let columns = [
            "#\(facts.id.rawValue)", left, facts.state.rawValue, facts.store.rawValue,
            facts.marketplace?.rawValue ?? "-", facts.language.rawValue,
            SafeText.line(row.ownerName ?? "-"), facts.order?.rawValue ?? "-",
            SafeText.line(row.buyerName),
            SafeText.line(row.subject),
        ]
        return columns.joined(separator: "\t")
    }

    static func deskCase(_ item: DeskCase) -> String {
        let due = item.reviewDue.map { "  due \($0.iso8601)" } ?? ""
        let kind = SafeText.line(item.kind.rawValue)
        return "case \(item.id.rawValue)  \(kind)  \(item.state.rawValue)\(due)"
    }

    static func message(_ view: MessageView) -> String {
        let at = view.message.platformTime.iso8601
        let kind = view.message.kind.rawValue
        let state = view.debt?.state.rawValue ?? view.outbox?.state.rawValue ?? ""
        let files = view.attachments.map { "  [\(SafeText.line($0.name))]" }
        let body = SafeText.message(view.body).joined(separator: "\n")
        return (["-- \(at)  \(kind)  \(state)", body] + files).joined(separator: "\n")
    }

    static func findings(_ findings: [Finding], words: Words) -> String {
        findings.map { finding in
            let said = FindingSentences.words(finding)
            return "\(finding.severity.rawValue)\t\(finding.rule)\t"
                + "\(finding.start)-\(finding.end)\t\(SafeText.line(finding.text))\t"
                + "\(words(said.why)) \(words(said.remedy))"
        }.joined(separator: "\n")
    }
}
