package import SwiftExtensions

/// A macro's stable name, such as `late-parcel`.
package struct MacroName: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// One thing that a macro does (helpdesk section 10.4).
package enum MacroAct: Hashable, Sendable, Codable {
    /// Puts a template into the reply.
    case template(TemplateKey)
    case tag(TagName)
    case untag(TagName)
    case priority(TicketPriority)
    /// To whoever runs it.
    case assignToMe
    case assign(PersonID)
    case note(String)
    case watch
    /// Seconds from the run until somebody looks again.
    case hold(reason: String, seconds: Int64)
    case snooze(seconds: Int64)
    case resolve
    /// What becomes of the ticket once the reply has left.
    case afterSend(TicketState)

    /// Whether it is for the composer, and changes nothing before the reply leaves.
    package var isForReply: Bool {
        switch self {
        case .template, .afterSend: true
        default: false
        }
    }
}

/// A named bundle of acts. Once written it never changes; a correction is the next version.
package struct MacroVersion: Hashable, Sendable, Codable {
    package var name: MacroName
    package var number: Int
    package var title: String
    /// Kinds of questions it is for; empty for all.
    package var categories: [InquiryCategory]
    package var acts: [MacroAct]
    package var author: PersonID
    package var at: Timestamp

    /// More is no bundle but a program.
    package static let mostActs = 10

    package init(
        name: MacroName, number: Int, title: String, categories: [InquiryCategory] = [],
        acts: [MacroAct], author: PersonID, at: Timestamp
    ) {
        self.name = name
        self.number = number
        self.title = title
        self.categories = categories
        self.acts = acts
        self.author = author
        self.at = at
    }

    /// Whether it does the same as another version, whoever wrote them and when.
    package func doesTheSame(as other: MacroVersion) -> Bool {
        title == other.title && categories == other.categories && acts == other.acts
    }
}

/// A second person's word on a macro.
package struct MacroVerdict: Hashable, Sendable, Codable {
    package var name: MacroName
    package var number: Int
    package var isApproved: Bool
    package var by: PersonID
    package var reason: String

    package init(name: MacroName, number: Int, isApproved: Bool, by: PersonID, reason: String) {
        self.name = name
        self.number = number
        self.isApproved = isApproved
        self.by = by
        self.reason = reason
    }
}

/// Somebody ran a macro; what it did stands in events of its own.
package struct MacroRun: Hashable, Sendable, Codable {
    package var name: MacroName
    package var number: Int
    package var ticket: TicketID
    package var person: PersonID

    package init(name: MacroName, number: Int, ticket: TicketID, person: PersonID) {
        self.name = name
        self.number = number
        self.ticket = ticket
        self.person = person
    }
}

extension MacroVersion {
    /// What is wrong with it: a field and why; nil for nothing. `minutes` bounds its times.
    package var problem: (field: String, reason: String)? {
        if title.isEmpty { return ("title", "empty") }
        if acts.isEmpty { return ("acts", "empty") }
        if acts.count > Self.mostActs { return ("acts", "too many") }
        if acts.count(where: \.isTemplate) > 1 { return ("acts", "two templates") }
        if acts.count(where: \.movesTicket) > 1 { return ("acts", "two states") }
        return acts.lazy.compactMap(\.problem).first
    }
}

extension MacroAct {
    /// Ninety days, in seconds: nobody parks a ticket for longer by a key.
    private static let longest: Int64 = 90 * 86_400

    fileprivate var isTemplate: Bool {
        if case .template = self { true } else { false }
    }

    /// Whether it says where the ticket goes, now or after the reply.
    fileprivate var movesTicket: Bool {
        switch self {
        case .hold, .snooze, .resolve, .afterSend: true
        default: false
        }
    }

    fileprivate var problem: (field: String, reason: String)? {
        switch self {
        case .hold(let reason, let seconds):
            if reason.isEmpty { return ("hold", "a reason is needed") }
            return (60...Self.longest).contains(seconds) ? nil : ("hold", "time")
        case .snooze(let seconds):
            return (60...Self.longest).contains(seconds) ? nil : ("snooze", "time")
        case .note(let text): return text.isEmpty ? ("note", "empty") : nil
        case .afterSend(let state):
            return [.pending, .hold, .open, .resolved].contains(state) ? nil : ("then", "state")
        default: return nil
        }
    }
}
