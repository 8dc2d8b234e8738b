import HelpDesk
import SwiftExtensions
import Testing

@Suite struct GuardRulesTests {
    private static let asked = Timestamp(milliseconds: 1_772_791_800_000)
    private static let void = GuardedAct.void(TicketID(7), "nova-eu", debts: [DebtID(4)])
    private static let permit = GuardedAct.permit(
        .personalExport, store: "nova-eu", subject: "orders nova-eu", digest: "d")

    private static func person(
        _ id: Int64, _ role: Role = .supervisor, _ scope: StoreScope = .all
    ) -> Person {
        Person(
            id: PersonID(id), unixUser: "u\(id)", displayName: "U\(id)", role: role, scope: scope)
    }

    private static func item(_ act: GuardedAct) -> GuardedCase {
        GuardedCase(
            request: GuardedRequest(
                id: GuardedRequestID(1), act: act, requester: PersonID(1), reason: "spam",
                at: asked))
    }

    private func settle(
        _ item: GuardedCase, isApproved: Bool = true, as caller: Person,
        after: Duration = .minutes(1)
    ) throws -> GuardedSettlement {
        try GuardRules.settle(
            item, isApproved: isApproved, reason: "seen", as: caller.principal,
            at: Self.asked + after)
    }

    @Test func anotherPersonApprovesAndBothAreNamed() throws {
        let settlement = try settle(Self.item(Self.void), as: Self.person(2))
        #expect(settlement.outcome == .approved)
        #expect(settlement.requester == PersonID(1) && settlement.by == PersonID(2))
    }

    @Test func nobodyApprovesTheirOwnRequestButTakesItBack() throws {
        let own = Self.person(1)
        #expect(throws: DeskError(.requestOwn)) { try settle(Self.item(Self.void), as: own) }
        let back = try settle(Self.item(Self.void), isApproved: false, as: own)
        #expect(back.outcome == .withdrawn)
    }

    @Test(arguments: [
        person(2, .agent), person(2, .auditor), person(2, .supervisor, .only(["nova-us"])),
    ])
    func theSecondPersonNeedsTheRightAndTheStore(_ caller: Person) {
        #expect(throws: DeskError(.notAllowed, ["needs": "excuse_breach"])) {
            try settle(Self.item(Self.void), as: caller)
        }
        #expect(throws: DeskError.self) {
            try settle(Self.item(Self.void), isApproved: false, as: caller)
        }
    }

    @Test func aRequestIsOverAfterHalfAnHourToTheMillisecond() throws {
        let item = Self.item(Self.void)
        let last = GuardRules.lifetime - .milliseconds(1)
        _ = try settle(item, as: Self.person(2), after: last)
        #expect(throws: DeskError(.requestOver, ["state": "expired"])) {
            try settle(item, as: Self.person(2), after: GuardRules.lifetime)
        }
    }

    @Test func aSettledRequestStaysSettled() throws {
        var item = Self.item(Self.void)
        item.settlement = try settle(item, isApproved: false, as: Self.person(2))
        #expect(throws: DeskError(.requestOver, ["state": "refused"])) {
            try settle(item, as: Self.person(3))
        }
    }

    @Test func aPermitIsForItsRequesterOnceForExactlyThatAndForHalfAnHour() throws {
        var item = Self.item(Self.permit)
        let now = Self.asked + .minutes(2)
        #expect(!GuardRules.permits(item, Self.permit, by: PersonID(1), at: now))
        item.settlement = try settle(item, as: Self.person(2))
        #expect(GuardRules.permits(item, Self.permit, by: PersonID(1), at: now))
        #expect(!GuardRules.permits(item, Self.permit, by: PersonID(2), at: now))
        let other = GuardedAct.permit(
            .personalExport, store: "nova-eu", subject: "orders nova-eu", digest: "e")
        #expect(!GuardRules.permits(item, other, by: PersonID(1), at: now))
        let over = Self.asked + GuardRules.lifetime
        #expect(!GuardRules.permits(item, Self.permit, by: PersonID(1), at: over))
        item.settlement?.outcome = .used
        #expect(!GuardRules.permits(item, Self.permit, by: PersonID(1), at: now))
    }

    @Test func whatIsDoneByApprovalIsNoPermit() throws {
        var item = Self.item(Self.void)
        item.settlement = try settle(item, as: Self.person(2))
        #expect(!GuardRules.permits(item, Self.void, by: PersonID(1), at: Self.asked))
    }

    @Test func onlyMoreRightsAndTheEndOfAnAdministratorTakeTwo() {
        let old = Self.person(5, .agent, .only(["nova-eu"]))
        let needsTwo = { (change: (inout Person) -> Void, rights: RightSet) -> Bool in
            var person = old
            change(&person)
            return GuardRules.needsTwo(person, since: old, rights: rights, by: .all)
        }
        let agent = Role.agent.builtInRights
        #expect(!GuardRules.needsTwo(old, since: nil, rights: agent, by: old.scope))
        #expect(GuardRules.needsTwo(old, since: nil, rights: agent, by: .only(["nova-us"])))
        let lead = Self.person(5, .supervisor, .only(["nova-eu"]))
        #expect(GuardRules.needsTwo(lead, since: nil, rights: agent, by: .all))
        #expect(!needsTwo({ $0.displayName = "New" }, agent))
        #expect(needsTwo({ $0.role = .senior }, agent))
        #expect(needsTwo({ $0.scope = .all }, agent))
        #expect(!needsTwo({ $0.scope = .only([]) }, agent))
        #expect(!needsTwo({ $0.isActive = false }, agent))
        #expect(needsTwo({ $0.isActive = false }, Role.admin.builtInRights))
    }
}
