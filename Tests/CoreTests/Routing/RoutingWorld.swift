import Core
import HelpDesk
import SwiftExtensions
import Wire

extension World {
    /// A group of Ana and Ben with Sue as its lead, both at work.
    @discardableResult
    func group(
        _ strategy: RoutingStrategy = .roundRobin, members: [Principal]? = nil,
        change: (inout RoutingGroup) -> Void = { _ in }
    ) async throws -> RoutingGroup {
        let people = members ?? [ana, ben]
        var group = RoutingGroup(
            id: GroupID(0), name: "Europe", stores: [World.europe],
            members: people.map(\.person), leads: [sue.person], strategy: strategy)
        change(&group)
        let saved = try await desk.perform(
            SaveGroup(group: group, version: 0, reason: "The team starts."), as: sue)
        for person in people { try await say(.available, person) }
        return saved.value
    }

    func say(
        _ presence: AgentPresence, _ person: Principal, until: Timestamp? = nil
    ) async throws {
        _ = try await desk.perform(SetPresence(presence: presence, until: until), as: person)
    }

    /// A buyer's question, each from another buyer.
    func inquiry(_ number: Int, at time: Timestamp? = nil) async throws -> TicketID {
        try await question(
            "Wo ist Paket \(number)?",
            from: RelayMails(alias: "routed\(number)buyer", order: nil), at: time ?? clock.now)
    }

    func owner(_ ticket: TicketID) async throws -> PersonID? {
        try await self.ticket(ticket).owner
    }

    func decisions(_ ticket: TicketID) async throws -> [RoutingDecision] {
        try await desk.perform(ExplainRouting(ticket: ticket), as: sue).decisions
            .map(\.decision)
    }
}
