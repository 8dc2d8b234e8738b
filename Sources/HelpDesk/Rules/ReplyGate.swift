/// What the author of a reply must do before it may be queued (helpdesk sections 8.4 and 9).
package enum ReplyGate: Hashable, Sendable {
    case pass
    /// Another person must release it: these rules are overridden.
    case needsReview([Finding])
    case blocked([Finding])
    case unconfirmed([Finding])

    /// Judges the linter's findings. `reviewReason` asks for a second person's release.
    package static func judge(
        _ findings: [Finding], confirmedRules: Set<String>, reviewReason: String?
    ) -> ReplyGate {
        let blocking = findings.filter { $0.severity == .block }
        let hasReason = reviewReason?.contains { !$0.isWhitespace } ?? false
        if !blocking.isEmpty { return hasReason ? .needsReview(blocking) : .blocked(findings) }
        let warnings = findings.filter {
            $0.severity == .warn && !confirmedRules.contains($0.rule)
        }
        return warnings.isEmpty ? .pass : .unconfirmed(warnings)
    }

    /// Items that a reply's author has not seen: buyer messages, human replies and notes that came
    /// after the basis. The author's own notes are known to the author.
    package static func unseen(
        _ items: [Message], after basis: EventSequence, author: PersonID
    ) -> [Message] {
        items.filter { item in
            guard item.sequence > basis else { return false }
            return switch item.kind {
            case .buyer, .buyerAuto, .courtesy, .unparsed, .agentExternal, .agentReply: true
            case .note: item.author != author
            case .bounce, .platformNotice, .system: false
            }
        }
    }
}
