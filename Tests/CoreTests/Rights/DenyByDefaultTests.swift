import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Rights are what decides, not roles: a role that holds nothing can call nothing, and each right
/// alone opens no call that does not name it.
@Suite struct DenyByDefaultTests {
    /// Somebody with exactly these rights, and every store.
    private func caller(_ rights: RightSet, in world: World) async throws -> Principal {
        try await world.desk.setRights(rights, of: .quality, as: world.ops)
        _ = try await world.desk.perform(
            SavePerson(unixUser: "kim", displayName: "Kim", role: .quality, scope: .all),
            as: world.ops)
        return try await world.desk.principal(unixUser: "kim")
    }

    @Test func whoeverHoldsNothingCallsNothing() async throws {
        let world = try await World.make()
        let kim = try await caller(RightSet(), in: world)
        for handler in DeskCalls.all where handler.need != .signedIn {
            let verdict = try await world.code(of: handler.method, as: kim)
            #expect(verdict == .notAllowed, "\(handler.method)")
        }
    }

    @Test(arguments: Verb.allCases)
    func aRightOpensNothingThatDoesNotNameIt(_ verb: Verb) async throws {
        let world = try await World.make()
        let widest = try #require(verb.breadths.max())
        let kim = try await caller(RightSet([verb: widest]), in: world)
        for handler in DeskCalls.all
        where !handler.need.isMet(by: RightSet([verb: widest])) {
            let verdict = try await world.code(of: handler.method, as: kim)
            #expect(verdict == .notAllowed, "\(handler.method) with \(verb)")
        }
    }

    @Test func aRoleThatChangesCountsAtOnce() async throws {
        let world = try await World.make()
        let list = ListTickets(queue: .all)
        _ = try await world.desk.perform(list, as: world.ana)
        let nothing = RightSet([.note: .stores])
        try await world.desk.setRights(nothing, of: .agent, as: world.ops)
        #expect(
            await code { _ = try await world.desk.perform(list, as: world.ana) } == .notAllowed)
        try await world.checkRecord()
        let again = try await World.make(database: world.database)
        #expect(again.ana.rights == nothing)
    }

    /// A right as wide as the group reaches colleagues' tickets of it, and no others.
    @Test func aGroupsRightEndsAtTheGroup() async throws {
        let world = try await World.make()
        var rights = Role.agent.builtInRights
        rights[.resolve] = .group
        try await world.desk.setRights(rights, of: .agent, as: world.ops)
        try await world.group(members: [world.ben])
        let ticket = try await world.inquiry(1)
        _ = try await world.desk.runDue()
        #expect(try await world.owner(ticket) == world.ben.person)
        let hold = HoldTicket(
            ticket: ticket, reason: "carrier", reviewAt: world.clock.now + .hours(1))
        #expect(
            await code { _ = try await world.desk.perform(hold, as: world.ana) } == .notAllowed)
        let stored = try #require(
            try await world.desk.perform(ListGroups(), as: world.sue).groups.first)
        var group = stored.group.value
        group.members.append(world.ana.person)
        _ = try await world.desk.perform(
            SaveGroup(group: group, version: stored.group.version, reason: "Ana joins."),
            as: world.sue)
        _ = try await world.desk.perform(hold, as: world.ana)
    }

    /// Own and free tickets are within reach, a colleague's is not.
    @Test func aNarrowRightEndsAtAColleaguesTicket() async throws {
        let world = try await World.make()
        let narrow = RightSet([
            .read: .stores, .take: .stores, .reply: .own, .resolve: .own, .excuse: .own,
            .void: .own, .unmask: .own,
        ])
        try await world.desk.setRights(narrow, of: .agent, as: world.ops)
        let ticket = try await world.question()
        _ = try await world.desk.perform(ClaimTicket(ticket: ticket), as: world.ben)
        let hold = HoldTicket(
            ticket: ticket, reason: "carrier", reviewAt: world.clock.now + .hours(1))
        let excuse = ExcuseTicket(ticket: ticket, isConfirmed: false, reason: "thanks")
        let void = ExcuseTicket(
            ticket: ticket, isConfirmed: false, isVoid: true, reason: "not a buyer")
        let unmask = UnmaskField(ticket: ticket, field: .name, reason: "customs")
        let refusals = [
            await code { _ = try await world.desk.perform(hold, as: world.ana) },
            await code { _ = try await world.desk.perform(excuse, as: world.ana) },
            await code { _ = try await world.desk.perform(void, as: world.ana) },
            await code { _ = try await world.desk.perform(unmask, as: world.ana) },
            await code {
                _ = try await world.desk.perform(
                    SnoozeTicket(ticket: ticket, until: world.clock.now + .hours(1)),
                    as: world.ana)
            },
            await code {
                _ = try await world.desk.perform(RestoreTicket(ticket: ticket), as: world.ana)
            },
            await code {
                _ = try await world.desk.perform(UndoTicket(ticket: ticket), as: world.ana)
            },
            await code { _ = try await world.send(on: ticket, as: world.ana) },
        ]
        #expect(refusals == Array(repeating: .notAllowed, count: 8))
        _ = try await world.desk.perform(hold, as: world.ben)
        _ = try await world.send(on: ticket, as: world.ben)
    }

    @Test func whoMayNotReadHearsOfNoTicket() async throws {
        let world = try await World.make()
        let kim = try await caller(Role.admin.builtInRights, in: world)
        let heard = Heard()
        _ = world.desk.subscribe(as: kim) { heard.add($0) }
        _ = try await world.question()
        try await world.desk.flushEvents()
        #expect(heard.rows.isEmpty)
        #expect(heard.counts.allSatisfy { $0 == InboxCounts() })
    }
}

extension World {
    /// The refusal that a bare call of `method` meets at the desk's door; the parameters are those
    /// that make a call readable and no more.
    fileprivate func code(of method: String, as caller: Principal) async throws -> DeskError.Code? {
        let row = try #require(RightsMatrixTests.rows.first { $0.name == method })
        do {
            try await row.call(self, TicketID(9999), OutboxID(9999), caller)
            return nil
        } catch let error as DeskError {
            return error.arguments["needs"] == nil && error.code == .notAllowed
                ? .ticketStateRefused : error.code
        }
    }
}

extension Desk {
    /// A set of rights as another administrator would have approved it; the only one that there is
    /// needs nobody.
    func setRights(_ rights: RightSet, of role: Role, as caller: Principal) async throws {
        _ = try await perform(
            SaveRole(role: role, rights: rights.words, reason: "test"), as: caller)
    }
}
