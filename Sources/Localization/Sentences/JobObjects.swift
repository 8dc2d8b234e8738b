/// What a job is about, from its kind and key.
package enum JobObjects {
    /// `ticket #19`, or the key itself of a kind that is not known here.
    package static func name(kind: String, key: String) -> Phrase {
        let number = String(key.split(separator: "/").last ?? "")
        switch kind {
        case "hold-review", "auto-resolve", "auto-close":
            return Phrase("job.object.ticket", "ticket #{number}", ["number": number])
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
