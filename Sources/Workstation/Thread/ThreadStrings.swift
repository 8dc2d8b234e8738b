import Localization

enum ThreadStrings {
    static let name = Phrase("thread.name", "Conversation")
    static let loading = Phrase("thread.loading", "Opening the conversation…")
    static let note = Phrase("thread.note", "note, only for the team")
    static let buyer = Phrase("thread.buyer", "buyer")
    static let desk = Phrase("thread.desk", "desk")
    static let platform = Phrase("thread.platform", "Amazon")
    static let external = Phrase("thread.external", "answered in Seller Central")
    static let bounce = Phrase("thread.bounce", "a reply came back")
    static let courtesy = Phrase("thread.courtesy", "only thanks")
    static let automatic = Phrase("thread.automatic", "automatic")
    static let unparsed = Phrase("thread.unparsed", "could not be read; shown whole")
    static let estimated = Phrase("thread.estimated", "time estimated")
    static let noMatch = Phrase("thread.no-match", "Not found in this conversation.")
    static let end = Phrase("thread.end", "end of the conversation")
    static let unowned = Phrase("thread.unowned", "unassigned")
    static let tickHere = Phrase(
        "thread.tick-here", "Tick \"no response needed\" here (y l copies it), then press e:")
    static let noUnasked = Phrase("thread.no-unasked", "answers only")
    static let subject = Phrase("thread.subject", "Subject")

    static func storeTime(_ time: String) -> Phrase {
        Phrase("thread.store-time", "{time} for the buyer", ["time": time])
    }
    static func due(_ time: String) -> Phrase {
        Phrase("thread.due", "due {time}", ["time": time])
    }
    static func attachment(_ name: String, _ kind: String, _ size: String) -> Phrase {
        Phrase(
            "thread.attachment", "attached: {name} ({kind}, {size})",
            ["name": name, "kind": kind, "size": size])
    }
    static func warning(_ text: String) -> Phrase {
        Phrase("thread.warning", "warning: {text}", ["text": text])
    }
    static func cut(_ count: Int) -> Phrase {
        Phrase("thread.cut", "{count} more characters are not shown", ["count": "\(count)"])
    }
    static func hold(_ reason: String, _ review: String) -> Phrase {
        if reason.isEmpty {
            return Phrase("thread.hold-plain", "on hold · look again {time}", ["time": review])
        }
        return Phrase(
            "thread.hold", "on hold: {reason} · look again {time}",
            ["reason": reason, "time": review])
    }
    static func left(_ time: String) -> Phrase {
        Phrase("thread.left", "{time} left", ["time": time])
    }
    static func lateBy(_ time: String) -> Phrase {
        Phrase("thread.late-by", "late by {time}", ["time": time])
    }
    static func sendingIn(_ seconds: Int, key: String) -> Phrase {
        Phrase(
            "thread.sending-in", "The reply leaves in {seconds} s. {key} takes it back.",
            ["seconds": "\(seconds)", "key": key])
    }
}
