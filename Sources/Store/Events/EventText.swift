import HelpDesk
import SwiftExtensions

/// An event as the log keeps it. The two that a sweep writes are put down by hand, in the very
/// bytes that the encoder would give.
enum EventText {
    static func of(_ event: DeskEvent) throws -> String {
        try quick(event) ?? JSONText.text(event)
    }

    /// Nil for every other event, and where a name holds what JSON escapes.
    static func quick(_ event: DeskEvent) -> String? {
        guard case .clock(let event) = event else { return nil }
        var json = PlainJSON(capacity: 320)
        switch event {
        case .warned(let warning):
            json.raw(#"{"clock":{"_0":{"warned":{"_0":"#)
            json.add(warning)
        case .breached(let breach):
            json.raw(#"{"clock":{"_0":{"breached":{"_0":"#)
            json.add(breach)
        default: return nil
        }
        json.raw("}}}}")
        return json.text
    }
}

/// Keys stand in the order of the alphabet, and what is nil is left out.
extension PlainJSON {
    fileprivate mutating func add(_ warning: ClockWarning) {
        raw(#"{"audience":"#)
        add(warning.audience)
        raw(#","due":"#)
        number(warning.due.milliseconds)
        raw(#","key":"#)
        add(warning.key)
        if let next = warning.nextAt {
            raw(#","nextAt":"#)
            number(next.milliseconds)
        }
        raw(#","skipped":"#)
        list(warning.skipped) { $0.word($1.text) }
        raw(#","store":"#)
        word(warning.store.rawValue)
        raw(#","threshold":"#)
        word(warning.threshold.text)
        raw(#","ticket":"#)
        number(warning.ticket.rawValue)
        raw("}")
    }

    fileprivate mutating func add(_ breach: ClockBreach) {
        raw(#"{"audience":"#)
        add(breach.audience)
        raw(#","cause":"#)
        word(breach.cause.rawValue)
        raw(#","dueAt":"#)
        number(breach.dueAt.milliseconds)
        raw(#","key":"#)
        add(breach.key)
        if let next = breach.nextAt {
            raw(#","nextAt":"#)
            number(next.milliseconds)
        }
        raw(#","noticedAt":"#)
        number(breach.noticedAt.milliseconds)
        if let owner = breach.owner {
            raw(#","owner":"#)
            number(owner.rawValue)
        }
        raw(#","skipped":"#)
        list(breach.skipped) { $0.word($1.text) }
        raw(#","store":"#)
        word(breach.store.rawValue)
        raw(#","ticket":"#)
        number(breach.ticket.rawValue)
        raw("}")
    }

    private mutating func add(_ audience: WarningAudience) {
        raw(#"{"isOnPane":"#)
        flag(audience.isOnPane)
        raw(#","people":"#)
        list(audience.people) { $0.number($1.rawValue) }
        raw(#","rung":"#)
        word(audience.rung.rawValue)
        raw("}")
    }

    private mutating func add(_ key: ClockKey) {
        raw(#"{"kind":"#)
        word(key.kind.rawValue)
        raw(#","subject":"#)
        word(key.subject.text)
        raw("}")
    }
}
