import Core
import HelpDesk
import SwiftExtensions
import Testing
import Wire

/// Every method × the other roles × store scope (helpdesk section 16). What a role lacks the right for
/// is refused before anything is looked at; outside of its stores a role learns no more than a
/// stranger; within them it gets what somebody with the right gets, or a refusal.
@Suite struct RoleMatrixTests {
    private static let roles: [Role] = [.senior, .quality, .auditor, .service, .admin]

    /// Somebody of each role for each of two stores. Nobody else on this desk could approve, so one
    /// name lets them in.
    private func staff(_ world: World) async throws -> [(role: Role, isHome: Bool, Principal)] {
        var staff: [(role: Role, isHome: Bool, Principal)] = []
        for role in Self.roles {
            for store in [World.europe, World.america] {
                let user = "\(role.rawValue)-\(store.rawValue)"
                _ = try await world.desk.perform(
                    SavePerson(
                        unixUser: user, displayName: user, role: role, scope: .only([store])),
                    as: world.ops)
                let principal = try await world.desk.principal(unixUser: user)
                staff.append((role, store == World.europe, principal))
            }
        }
        return staff
    }

    @Test(arguments: RightsMatrixTests.rows.indices)
    func verdicts(index: Int) async throws {
        let row = RightsMatrixTests.rows[index]
        let need = try #require(DeskCalls.all.first { $0.method == row.name }?.need)
        let world = try await World.make()
        world.orders.put(
            OrderSyncTests.order("305-7683573-2694036", at: world.clock.now - .days(1)))
        _ = try await world.desk.syncOnce()
        let within = [row.agent, row.supervisor, row.admin, .refused(.notAllowed)]
        let (still, stillItem) = try await RightsMatrixTests.fresh(world, world.ana)
        for (role, isHome, caller) in try await staff(world) {
            let isAllowed = need.isMet(by: caller.rights)
            let (ticket, item) =
                isAllowed && isHome
                ? try await RightsMatrixTests.fresh(world, caller) : (still, stillItem)
            let verdict = await RightsMatrixTests.verdict {
                try await row.call(world, ticket, item, caller)
            }
            let who = "\(row.name) as \(role.rawValue), \(isHome ? "at home" : "elsewhere")"
            if !isAllowed {
                #expect(verdict == .refused(.notAllowed), "\(who)")
            } else if isHome {
                #expect(within.contains(verdict), "\(who): \(verdict)")
            } else if row.stranger != .refused(.notAllowed) {
                #expect([row.stranger, .refused(.notAllowed)].contains(verdict), "\(who)")
            } else {
                #expect(verdict != .refused(.internalError), "\(who)")
            }
        }
        try await world.checkRecord()
    }

    /// A matrix in which nobody may anything would pass above.
    @Test func everyRoleMaySomething() async throws {
        let world = try await World.make()
        let allowed = Dictionary(
            grouping: try await staff(world), by: { $0.role }
        ).mapValues { people in
            DeskCalls.all.count { handler in
                handler.need != .signedIn
                    && people.contains { handler.need.isMet(by: $0.2.rights) }
            }
        }
        for role in Self.roles where role != .service {
            #expect((allowed[role] ?? 0) > 10, "\(role.rawValue)")
        }
        #expect(allowed[.service] == 0, "a service's rights are given one by one")
    }
}
