package import HelpDesk
package import Localization

/// Words for what a second person let go past the linter.
package enum ReleaseWords {
    /// Who released a reply, why, and which rules were overridden; nil while nobody has.
    package static func line(_ override: LintOverride?, by name: String?, in words: Words)
        -> String?
    {
        guard let override, override.approvedBy != nil else { return nil }
        let rules = override.lintRules.joined(separator: ", ")
        return [words(released(name, override.approvalReason ?? "")), rules]
            .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private static func released(_ name: String?, _ reason: String) -> Phrase {
        guard let name else {
            return Phrase("thread.overridden", "released by a supervisor")
        }
        guard !reason.isEmpty else {
            return Phrase("thread.released", "released by {name}", ["name": name])
        }
        return Phrase(
            "thread.released-for", "released by {name}: {reason}",
            ["name": name, "reason": reason])
    }

    /// Why the author asks to send what is blocked.
    package static func asked(_ reason: String) -> Phrase {
        Phrase("outbox.asked", "reason given: {reason}", ["reason": reason])
    }
}
