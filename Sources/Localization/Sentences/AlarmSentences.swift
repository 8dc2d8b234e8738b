/// What an alarm says to people; the subject stands in the sentence where it helps.
package enum AlarmSentences {
    package static let none = Phrase("alarm.none", "No alarm is on.")

    /// The sentence of an alarm's kind, as the record has it.
    package static func words(kind: String, subject: String) -> Phrase {
        switch kind {
        case "record-broken":
            Phrase(
                "alarm.record-broken",
                "The record is not what was written: {subject}. Keep the disk as it is; ask the "
                    + "auditor.",
                ["subject": subject])
        case "record-copy":
            Phrase(
                "alarm.record-copy",
                "Checkpoints do not reach their second place. Look at audit.copy_folder and "
                    + "audit.copy_command.")
        case "invariant":
            Phrase(
                "alarm.invariant", "Rule {subject} does not hold; deskhand verify says where.",
                ["subject": subject])
        case "calendar-closed":
            Phrase(
                "alarm.calendar-closed",
                "The calendar {subject} opens too little for its policies; their clocks stand "
                    + "still. Mend one of them.",
                ["subject": subject])
        case "orphan":
            Phrase("alarm.orphan", "Nobody is there to be told of this store's deadlines.")
        case "drift":
            Phrase(
                "alarm.drift",
                "The platform answers in a shape that the desk cannot read: {subject}",
                ["subject": subject])
        case "page-tokens":
            Phrase(
                "alarm.page-tokens",
                "The platform refuses its own page tokens ({subject}); orders are read in small "
                    + "pieces, slower. Tell the platform's support, with request ids of the sync log.",
                ["subject": subject])
        case "blind":
            Phrase("alarm.blind", "Nothing has been seen of this channel for too long.")
        case "clock-skew" where subject == "stepped-back":
            Phrase("alarm.clock-back", "The machine's clock stepped back.")
        case "unowned":
            Phrase("alarm.unowned", "Tickets run out of time and nobody can be found for them.")
        case "held-mail":
            Phrase(
                "alarm.held-mail",
                "Mails wait for somebody to say for which store they are: g q, then release.")
        case "merge-chain":
            Phrase(
                "alarm.merge-chain", "A merged ticket leads nowhere: {subject}.",
                ["subject": subject])
        case "clock-skew":
            Phrase("alarm.clock-skew", "The machine's clock and the platform's disagree.")
        default:
            Phrase("alarm.other", "{kind}: {subject}", ["kind": kind, "subject": subject])
        }
    }
}
