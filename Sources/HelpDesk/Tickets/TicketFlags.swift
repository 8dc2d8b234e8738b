/// Marks of a ticket that say nothing about its state (helpdesk section 5.1).
package struct TicketFlags: OptionSet, Hashable, Sendable, Codable {
    package let rawValue: Int
    package init(rawValue: Int) { self.rawValue = rawValue }

    /// Believed to be no honest inquiry; its debts run all the same.
    package static let spam = TicketFlags(rawValue: 1)
    /// No personal notices about it.
    package static let muted = TicketFlags(rawValue: 2)
    /// Nothing of it may be erased.
    package static let legalHold = TicketFlags(rawValue: 4)
    /// Part of a rehearsal; left out of every figure.
    package static let drill = TicketFlags(rawValue: 8)
    package static let vip = TicketFlags(rawValue: 16)

    /// The words for the flags that are set, as the command line prints them.
    package var names: [String] {
        let known: [(TicketFlags, String)] = [
            (.spam, "spam"), (.muted, "muted"), (.legalHold, "legal-hold"), (.drill, "drill"),
            (.vip, "vip"),
        ]
        return known.filter { contains($0.0) }.map(\.1)
    }
}
