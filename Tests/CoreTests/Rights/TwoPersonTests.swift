import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Acts that one person asks for and another one approves (helpdesk section 16).
@Suite struct TwoPersonTests {
    /// A ticket that falls due in three hours.
    private func urgent(_ world: World) async throws -> TicketID {
        let ticket = try await world.question()
        world.clock.advance(by: .hours(20))
        return ticket
    }

    private func ask(_ call: some DeskCall, _ world: World, as caller: Principal) async throws
        -> GuardedRequestID
    {
        do {
            _ = try await world.desk.perform(call, as: caller)
            Issue.record("Nobody else was asked.")
        } catch let error as DeskError where error.code == .secondPerson {
            return GuardedRequestID(try #require(error.arguments["request"].flatMap(Int64.init)))
        }
        return GuardedRequestID(0)
    }

    private func settle(
        _ request: GuardedRequestID, _ isApproved: Bool = true, _ world: World,
        as caller: Principal
    ) async throws -> GuardedView {
        try await world.desk.perform(
            SettleRequest(request: request, isApproved: isApproved, reason: "read it"), as: caller)
    }

    private func void(_ ticket: TicketID) -> ExcuseTicket {
        ExcuseTicket(ticket: ticket, isConfirmed: false, isVoid: true, reason: "not a buyer")
    }

    @Test func aVoidNearTheDeadlineTakesTwoAndNamesBoth() async throws {
        let world = try await World.make()
        let ticket = try await urgent(world)
        let request = try await ask(void(ticket), world, as: world.ana)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        let again = try await ask(void(ticket), world, as: world.ana)
        #expect(again == request)
        let view = try await settle(request, true, world, as: world.sue)
        #expect(view.state == .approved)
        #expect(view.requesterName == "Ana" && view.settledByName == "Sue")
        #expect(try await world.debts(ticket).map(\.state) == [.void])
        try await world.checkRecord()
    }

    @Test func whatComesInMeanwhileStaysOwed() async throws {
        let world = try await World.make()
        let mails = RelayMails()
        let ticket = try await world.question(from: mails)
        world.clock.advance(by: .hours(20))
        let request = try await ask(void(ticket), world, as: world.ana)
        try await world.receive(mails.buyer("Noch eine Frage!", at: world.clock.now))
        _ = try await settle(request, true, world, as: world.sue)
        #expect(try await world.debts(ticket).map(\.state) == [.void, .owed])
    }

    @Test func farFromTheDeadlineOneIsEnough() async throws {
        let world = try await World.make()
        let ticket = try await world.question()
        _ = try await world.desk.perform(void(ticket), as: world.ana)
        #expect(try await world.debts(ticket).map(\.state) == [.void])
    }

    @Test func nobodyButAnotherWithTheRightAndTheStoreApproves() async throws {
        let world = try await World.make()
        let request = try await ask(void(try await urgent(world)), world, as: world.sue)
        for (caller, expected) in [
            (world.sue, DeskError.Code.requestOwn), (world.ana, .notAllowed),
            (world.mia, .requestNotFound),
        ] {
            #expect(
                await code { _ = try await settle(request, true, world, as: caller) } == expected)
        }
        #expect(try await settle(request, true, world, as: world.ops).state == .approved)
    }

    @Test func whatNobodyApprovesInHalfAnHourLapses() async throws {
        let world = try await World.make()
        let ticket = try await urgent(world)
        let request = try await ask(void(ticket), world, as: world.ana)
        world.clock.advance(by: GuardRules.lifetime)
        #expect(
            await code { _ = try await settle(request, true, world, as: world.sue) }
                == .requestOver)
        #expect(try await world.debts(ticket).map(\.state) == [.owed])
        #expect(try await ask(void(ticket), world, as: world.ana) != request)
    }

    @Test func anApprovalThatComesTooLateForTheTicketChangesNothing() async throws {
        let world = try await World.make()
        let ticket = try await urgent(world)
        let request = try await ask(void(ticket), world, as: world.ana)
        _ = try await world.desk.perform(
            ExcuseTicket(ticket: ticket, isConfirmed: true, isAtOnce: true, reason: "thanks"),
            as: world.sue)
        #expect(
            await code { _ = try await settle(request, true, world, as: world.sue) }
                == .ticketStateRefused)
        let open = try await world.desk.perform(ListRequests(isOpenOnly: true), as: world.sue)
        #expect(open.requests.map(\.item.request.id) == [request])
    }

    @Test func requestsAreSeenByWhoAsksAndWhoMayApprove() async throws {
        let world = try await World.make()
        let request = try await ask(void(try await urgent(world)), world, as: world.ana)
        for (caller, sees) in [
            (world.ana, true), (world.sue, true), (world.ben, false), (world.mia, false),
        ] {
            let list = try await world.desk.perform(ListRequests(), as: caller).requests
            #expect(list.map(\.item.request.id) == (sees ? [request] : []))
            #expect(list.allSatisfy { $0.mayApprove == (caller == world.sue) })
        }
    }

    @Test func anotherRoleTakesTwoAdministrators() async throws {
        let world = try await World.make()
        let second = SavePerson(unixUser: "root2", displayName: "Rut", role: .admin, scope: .all)
        _ = try await world.desk.perform(second, as: world.ops)
        let rut = try await world.desk.principal(unixUser: "root2")
        // Whom one has let in does not yet count as another person.
        let early = SavePerson(
            unixUser: "ben", displayName: "Ben", role: .senior, scope: .only([World.europe]))
        _ = try await world.desk.perform(early, as: world.ops)
        let alone = try await world.desk.perform(ListRequests(), as: world.ops).requests
        #expect(alone.map(\.state) == [.alone, .alone])
        world.clock.advance(by: GuardRules.probation)
        let change = SavePerson(
            unixUser: "ana", displayName: "Ana", role: .senior, scope: .only([World.europe]))
        let request = try await ask(change, world, as: world.ops)
        #expect(try await world.desk.principal(unixUser: "ana").role == .agent)
        let shown = try await world.desk.perform(
            ListRequests(isOpenOnly: true), as: rut
        ).requests
        #expect(shown.first?.changes == [PersonChange("role", from: "agent", to: "senior")])
        _ = try await settle(request, true, world, as: rut)
        #expect(try await world.desk.principal(unixUser: "ana").rights.allows(.merge))
        try await world.checkRecord()
    }

    /// What all are measured by changes only when two want it, and only to what was read.
    @Test func aPolicyTakesTwoAndTheLeaveIsForExactlyIt() async throws {
        let world = try await World.make()
        try await world.keep(World.policy("usual", next: 60))
        var policy = World.policy("usual", next: 30)
        policy.version = 1
        let request = try await ask(SavePolicy(policy: policy), world, as: world.sue)
        let shown = try await world.desk.perform(ListRequests(isOpenOnly: true), as: world.ops)
        #expect(shown.requests.map(\.item.request.id) == [request])
        guard
            case .permit(.policyChange, nil, let subject, _)? = shown.requests.first?.item.request
                .act
        else {
            Issue.record("\(shown)")
            return
        }
        #expect(subject == "usual v2, next 60 min > 30 min")
        #expect(
            await code { _ = try await settle(request, true, world, as: world.ana) } == .notAllowed)
        _ = try await settle(request, true, world, as: world.ops)
        var other = policy
        other.targets.next = 10
        #expect(try await ask(SavePolicy(policy: other), world, as: world.sue) != request)
        let saved = try await world.desk.perform(SavePolicy(policy: policy), as: world.sue)
        #expect(saved.version == 2)
        // The leave is used up; so is the one for a version that is no longer the next.
        #expect(
            await code {
                _ = try await world.desk.perform(SavePolicy(policy: other), as: world.sue)
            }
                == .policyChanged)
        try await world.checkRecord()
    }

    @Test func theOnlyAdministratorGoesOnAloneAndTheRecordSaysSo() async throws {
        let world = try await World.make()
        let change = SavePerson(
            unixUser: "ana", displayName: "Ana", role: .senior, scope: .only([World.europe]))
        _ = try await world.desk.perform(change, as: world.ops)
        let requests = try await world.desk.perform(ListRequests(), as: world.ops).requests
        #expect(requests.map(\.state) == [.alone])
    }

    @Test func aRoleChangesWithItsHistoryAndDifference() async throws {
        let world = try await World.make()
        var rights = Role.agent.builtInRights
        rights[.merge] = .stores
        rights[.unmask] = nil
        try await world.desk.setRights(rights, of: .agent, as: world.ops)
        let roles = try await world.desk.perform(ListRoles(), as: world.sue).roles
        let agent = try #require(roles.first { $0.role == .agent })
        #expect(agent.version == 1 && agent.added == ["merge:stores"])
        #expect(agent.removed == ["unmask:stores"] && agent.reason == "test")
        let history = try await world.desk.perform(
            ListRightsHistory(part: .roles), as: world.sue
        ).entries
        #expect(history.map(\.subject) == ["agent"])
        #expect(
            history.first?.changes == [
                PersonChange("right", from: "unmask:stores", to: ""),
                PersonChange("right", from: "", to: "merge:stores"),
            ])
    }
}
