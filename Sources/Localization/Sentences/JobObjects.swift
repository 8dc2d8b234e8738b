/// What a job is about, from its kind and key.
package enum JobObjects {
    /// What kind of work it is, or the code itself of a kind that is not known here.
    package static func kind(_ code: String) -> Phrase {
        switch code {
        case "hold-review": Phrase("job.kind.hold-review", "hold ends")
        case "snooze-wake": Phrase("job.kind.snooze-wake", "snooze ends")
        case "note-due": Phrase("job.kind.note-due", "note due")
        case "auto-resolve": Phrase("job.kind.auto-resolve", "buyer silent")
        case "auto-close": Phrase("job.kind.auto-close", "archive")
        case "bounce-window": Phrase("job.kind.bounce-window", "bounce window")
        case "excuse-expiry": Phrase("job.kind.excuse-expiry", "excuse ends")
        case "accept-timer": Phrase("job.kind.accept-timer", "begin in time")
        case "order-refresh": Phrase("job.kind.order-refresh", "read order")
        case "order-quarantine": Phrase("job.kind.order-quarantine", "unread order")
        case "dispatch": Phrase("job.kind.dispatch", "to Amazon")
        default: Phrase("job.kind.other", "{code}", ["code": code])
        }
    }

    /// `ticket #19`, or the key itself of a kind that is not known here.
    package static func name(kind: String, key: String) -> Phrase {
        let number = String(key.split(separator: "/").last ?? "")
        switch kind {
        case "hold-review", "snooze-wake", "auto-resolve", "auto-close", "accept-timer":
            return Phrase("job.object.ticket", "ticket #{number}", ["number": number])
        case "note-due":
            return Phrase("job.object.note", "note {number}", ["number": number])
        case "bounce-window":
            return Phrase("job.object.reply", "reply {number}", ["number": number])
        case "excuse-expiry":
            return Phrase("job.object.debt", "obligation {number}", ["number": number])
        case "order-refresh", "order-quarantine":
            return Phrase("job.object.order", "order {number}", ["number": number])
        case "dispatch":
            return Phrase("job.object.dispatch", "message {number}", ["number": number])
        default: return Phrase("job.object.other", "{key}", ["key": key])
        }
    }
}
