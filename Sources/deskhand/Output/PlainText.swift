import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire
import Workstation

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

    /// Whom of several the next reply answers.
    static func aim(_ aim: ReplyAim) -> String {
        let order = aim.order.map { "  \(SafeText.line($0.rawValue))" } ?? ""
        return "reply goes to \(SafeText.line(aim.buyerName))\(order) only"
    }

    static func deskCase(_ item: DeskCase) -> String {
        let due = item.reviewDue.map { "  due \($0.iso8601)" } ?? ""
        let kind = SafeText.line(item.kind.rawValue)
        return "case \(item.id.rawValue)  \(kind)  \(item.state.rawValue)\(due)"
    }

    static func message(_ view: MessageView, words: Words) -> String {
        let at = view.message.platformTime.iso8601
        let kind = view.message.kind.rawValue
        let state = view.debt?.state.rawValue ?? view.outbox?.state.rawValue ?? ""
        let files = view.attachments.map { "  [\(SafeText.line($0.name))]" }
        let body = SafeText.message(view.body).joined(separator: "\n")
        let release = ReleaseWords.line(view.outbox?.override, by: view.releasedBy, in: words)
            .map { ["   " + SafeText.line($0)] }
        let head = ["-- \(at)  \(kind)  \(state)"] + (release ?? [])
        return (head + [body] + files).joined(separator: "\n")
    }

    static func findings(_ findings: [Finding], words: Words) -> String {
        findings.map { finding in
            let said = FindingSentences.words(finding, words)
            return "\(finding.severity.rawValue)\t\(finding.rule)\t"
                + "\(finding.start)-\(finding.end)\t\(SafeText.line(finding.text))\t"
                + "\(words(said.why)) \(words(said.remedy))"
        }.joined(separator: "\n")
    }
}
