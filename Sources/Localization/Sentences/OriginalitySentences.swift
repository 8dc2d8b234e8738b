import HelpDesk

/// Sentences for repeated replies and for facts that do not hold (helpdesk sections 10.3 and 10.7).
enum OriginalitySentences {
    static func words(rule: String) -> FindingWords? {
        switch rule {
        case "FCT-01":
            FindingWords(
                Phrase("finding.fct-01", "Filled in as “{old}”; the desk now has “{new}”."),
                Phrase("finding.fct-01.fix", "Put the new value in, or take the sentence out."))
        case "FCT-02":
            FindingWords(
                Phrase("finding.fct-02", "Almost the order's tracking number, which is {new}."),
                Phrase("finding.fct-02.fix", "Put the order's number in its place."))
        case "FCT-03":
            FindingWords(
                Phrase("finding.fct-03", "More than the whole order cost ({total})."),
                Phrase("finding.fct-03.fix", "Check the amount."))
        case "FCT-04":
            FindingWords(
                Phrase("finding.fct-04", "Greets somebody who is not this buyer."),
                Phrase("finding.fct-04.fix", "Check the name, or greet without one."))
        case "FCT-05":
            FindingWords(
                Phrase("finding.fct-05", "The text that you had translated said {old}."),
                Phrase("finding.fct-05.fix", "Put it back in, or confirm that it is gone."))
        case "FCT-06":
            FindingWords(
                Phrase("finding.fct-06", "Amazon was asked for {variable} too long ago."),
                Phrase(
                    "finding.fct-06.fix",
                    "The desk is asking again; wait a moment, or confirm it as it stands."))
        case "GEN-01":
            FindingWords(
                Phrase("finding.gen-01", "{engine} wrote this, and nobody has changed a word."),
                Phrase("finding.gen-01.fix", "Read it, make it yours, or confirm it as it stands."))
        case "ORI-01":
            FindingWords(
                Phrase(
                    "finding.ori-01", "This buyer got nearly this on {day} ({percent} % alike)."),
                Phrase(
                    "finding.ori-01.fix",
                    "Say what is new since then, and answer what the buyer wrote last."))
        case "ORI-02":
            FindingWords(
                Phrase("finding.ori-02", "This ticket has had the same text {count} times."),
                Phrase("finding.ori-02.fix", "Write it anew, or ask a supervisor to release it."))
        case "ORI-03":
            FindingWords(
                Phrase("finding.ori-03", "In {count} of your last {of} replies, word for word."),
                Phrase(
                    "finding.ori-03.fix",
                    "Be personal here: name the product, or take up the buyer's own words."))
        case "ORI-04":
            FindingWords(
                Phrase("finding.ori-04", "No sentence takes up the question “{question}”"),
                Phrase("finding.ori-04.fix", "Answer it, or say when you will."))
        case Finding.spellingRule:
            FindingWords(
                Phrase("finding.spl-01", "No dictionary knows “{word}”. Perhaps: {guesses}"),
                Phrase("finding.spl-01.fix", "^X v keeps it among your own words."))
        default: nil
        }
    }
}
