package import HelpDesk

/// Why a rule of the linter stopped at a place, and what to write instead.
package struct FindingWords: Hashable, Sendable {
    package var why: Phrase
    package var remedy: Phrase

    init(_ why: Phrase, _ remedy: Phrase) {
        self.why = why
        self.remedy = remedy
    }
}

/// Sentences for the rules of the compliance catalogue (compliance section 3).
package enum FindingSentences {
    /// The words for a rule; one we have no sentence for is named by its id.
    package static func words(rule: String) -> FindingWords {
        contact(rule) ?? link(rule) ?? form(rule) ?? PolicySentences.words(rule: rule)
            ?? OriginalitySentences.words(rule: rule)
            ?? FindingWords(
                Phrase("finding.other", "Rule {rule} stops here.", ["rule": rule]),
                Phrase("finding.other.fix", "Say it differently, or ask a supervisor."))
    }

    /// The words for one place, with what was found there where the rule's sentence has room for it;
    /// a team's own for its rules.
    package static func words(_ finding: Finding, _ words: Words) -> FindingWords {
        if let own = finding.words { return Self.words(rule: finding.rule, own) }
        let given = finding.arguments ?? [:]
        if given["likeness"] != nil { return likeness(finding.rule, words) }
        if given["unlike"] != nil { return unlike(finding.rule, words) }
        guard finding.rule == "LNG-01", let written = given["written"],
            let expected = given["expected"]
        else { return filled(Self.words(rule: finding.rule), given) }
        return PolicySentences.otherLanguage(
            words(LanguageNames.phrase(written)), words(LanguageNames.phrase(expected)))
    }

    /// The words for a rule of a team's, or of the desk where the team says nothing.
    package static func words(rule: String, _ own: RuleWords) -> FindingWords {
        let known = words(rule: rule)
        return FindingWords(
            own.why.isEmpty ? known.why : Phrase(own: own.why),
            own.remedy.isEmpty ? known.remedy : Phrase(own: own.remedy))
    }

    /// For a sentence that is like those that break a rule, though none of its words stand there.
    private static func likeness(_ rule: String, _ words: Words) -> FindingWords {
        let known = Self.words(rule: rule)
        return FindingWords(
            Phrase(
                "finding.likeness", "Sounds like this: {why} Read it again.",
                ["why": words(known.why)]),
            known.remedy)
    }

    /// For words of a rule in a sentence that is like honest ones.
    private static func unlike(_ rule: String, _ words: Words) -> FindingWords {
        let known = Self.words(rule: rule)
        return FindingWords(
            Phrase(
                "finding.unlike", "Words of a rule, probably meant otherwise: {why}",
                ["why": words(known.why)]),
            Phrase("finding.unlike.fix", "Leave it if it is meant otherwise."))
    }

    private static func filled(_ words: FindingWords, _ given: [String: String]) -> FindingWords {
        guard !given.isEmpty else { return words }
        let filled = { (phrase: Phrase) in
            Phrase(
                phrase.key, phrase.english, phrase.arguments.merging(given) { own, _ in own })
        }
        return FindingWords(filled(words.why), filled(words.remedy))
    }

    private static func contact(_ rule: String) -> FindingWords? {
        switch rule {
        case "CON-01":
            FindingWords(
                Phrase("finding.con-01", "E-mail address: Amazon removes it."),
                Phrase("finding.con-01.fix", "Ask the buyer to reply to this message."))
        case "CON-02":
            FindingWords(
                Phrase("finding.con-02", "Phone or fax number. Not allowed in messages."),
                Phrase("finding.con-02.fix", "Ask the buyer to reply to this message."))
        case "CON-03":
            FindingWords(
                Phrase("finding.con-03", "Messenger or social account. Leads off Amazon."),
                Phrase("finding.con-03.fix", "Take it out; answer in this thread."))
        case "CON-04":
            FindingWords(
                Phrase("finding.con-04", "Postal address as a way to return or to reach you."),
                Phrase("finding.con-04.fix", "Point to Your Orders for returns."))
        case "CON-05":
            FindingWords(
                Phrase("finding.con-05", "Invites the buyer to leave Amazon's messages."),
                Phrase("finding.con-05.fix", "Offer to help here instead."))
        case "CON-06":
            FindingWords(
                Phrase("finding.con-06", "Asks for the buyer's private contact data."),
                Phrase("finding.con-06.fix", "Ask for what you need in this thread."))
        case "CON-09":
            FindingWords(
                Phrase("finding.con-09", "Sends the buyer to a QR code."),
                Phrase("finding.con-09.fix", "Write the information in the message."))
        default: nil
        }
    }

    private static func link(_ rule: String) -> FindingWords? {
        switch rule {
        case "LNK-01":
            FindingWords(
                Phrase("finding.lnk-01", "Link or domain outside Amazon."),
                Phrase("finding.lnk-01.fix", "Describe it, or use a tracking link of the carrier."))
        case "LNK-02":
            FindingWords(
                Phrase("finding.lnk-02", "Allowed host, but over plain http."),
                Phrase("finding.lnk-02.fix", "Write it with https."))
        case "LNK-03":
            FindingWords(
                Phrase("finding.lnk-03", "Shortened or redirecting link."),
                Phrase("finding.lnk-03.fix", "Give the full address of an allowed host."))
        case "LNK-04":
            FindingWords(
                Phrase("finding.lnk-04", "Opt-out or unsubscribe wording."),
                Phrase("finding.lnk-04.fix", "Take it out; Amazon handles this."))
        case "LNK-05":
            FindingWords(
                Phrase("finding.lnk-05", "Link to an Amazon product, shop or review page."),
                Phrase("finding.lnk-05.fix", "Keep it only if the buyer asked for it."))
        default: nil
        }
    }

    private static func form(_ rule: String) -> FindingWords? {
        switch rule {
        case "FMT-06":
            FindingWords(
                Phrase("finding.fmt-06", "Longer than the channel accepts."),
                Phrase("finding.fmt-06.fix", "Shorten it, or send it in two replies."))
        case "FMT-08":
            FindingWords(
                Phrase("finding.fmt-08", "A value of the template is still missing."),
                Phrase("finding.fmt-08.fix", "Fill in what stands between the braces."))
        case "OBF-01":
            FindingWords(
                Phrase("finding.obf-01", "Looks like something written to slip past a filter."),
                Phrase("finding.obf-01.fix", "Write it plainly, or leave it out."))
        default: nil
        }
    }
}
