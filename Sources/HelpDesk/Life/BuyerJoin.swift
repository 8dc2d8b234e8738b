/// Somebody says that two aliases belong to one person, or that they do not after all; the smaller
/// number is `one`.
package struct BuyerJoin: Hashable, Sendable, Codable {
    package var ticket: TicketID
    package var one: BuyerID
    package var other: BuyerID
    package var isOn: Bool
    package var reason: String

    package init(ticket: TicketID, _ one: BuyerID, _ other: BuyerID, isOn: Bool, reason: String) {
        self.ticket = ticket
        self.one = min(one, other)
        self.other = max(one, other)
        self.isOn = isOn
        self.reason = reason
    }
}
