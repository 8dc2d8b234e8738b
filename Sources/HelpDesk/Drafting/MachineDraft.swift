/// A letter that an engine proposed. It is nobody's answer before a person made it theirs.
package struct MachineDraft: Hashable, Sendable, Codable {
    package var ticket: TicketID
    /// Filled in as far as the desk knows the values; the others stand there as `{{name}}`.
    package var text: String
    package var engine: String

    package init(ticket: TicketID, text: String, engine: String) {
        self.ticket = ticket
        self.text = text
        self.engine = engine
    }
}

/// How far the making of a draft is.
package enum DraftProgress: Hashable, Sendable, Codable {
    case running
    case done(MachineDraft)
    case failed(DeskError)
}

extension DeskError.Code {
    /// No engine is set up.
    package static let draftOff: Self = "draft.off"
    /// The engine gave no draft; argument: reason.
    package static let draftFailed: Self = "draft.failed"
    /// Somebody asked for as many as an hour allows; arguments: limit, minutes.
    package static let draftBudget: Self = "draft.budget"
    /// Nobody asked for one, or it was given up.
    package static let draftNotAsked: Self = "draft.not-asked"
}

/// GEN-01: a machine wrote it, and nobody has changed a word since.
package enum MachineDraftRule {
    package static let code = "GEN-01"

    package static func finding(engine: String) -> Finding {
        var finding = Finding(
            rule: code, category: "machine", severity: .warn, start: 0, end: 0, text: "")
        finding.arguments = ["engine": engine]
        return finding
    }
}
