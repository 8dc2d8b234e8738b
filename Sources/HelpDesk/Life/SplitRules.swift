/// Which messages may become a ticket of their own (helpdesk section 11.4).
package enum SplitRules {
    /// Throws `splitNothing` and `splitEverything`: a buyer's message must go and another must stay,
    /// so that both tickets can be answered.
    package static func check(
        _ chosen: Set<MessageID>, of items: [Message]
    ) throws(DeskError) {
        let inbound = items.filter { $0.direction == .inbound }
        guard chosen.isSubset(of: Set(items.map(\.id))),
            inbound.contains(where: { chosen.contains($0.id) })
        else { throw DeskError(.splitNothing) }
        guard inbound.contains(where: { !chosen.contains($0.id) }) else {
            throw DeskError(.splitEverything)
        }
    }
}
