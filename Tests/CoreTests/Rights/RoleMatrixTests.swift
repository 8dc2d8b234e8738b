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

    /// Calls whose verb a role has, but not as wide as this use of it asks.
    private static let narrower: [String: [Role]] = [
        // Whoever composes is seen composing; quality only reads.
        "presence.beat": [.quality]
    ]

    private struct Somebody {
        var role: Role
        var isHome: Bool
        var principal: Principal

        var who: String { "\(role.rawValue), \(isHome ? "at home" : "elsewhere")" }
    }

    /// Somebody of each role for each of two stores. Nobody else on this desk could approve, so one
    /// name lets them in.
    private func staff(_ world: World, _ roles: [Role]) async throws -> [Somebody] {
        var staff: [Somebody] = []
        for role in roles {
            for store in [World.europe, World.america] {
                let user = "\(role.rawValue)-\(store.rawValue)"
                _ = try await world.desk.perform(
                    SavePerson(
                        unixUser: user, displayName: user, role: role, scope: .only([store])),
                    as: world.ops)
                staff.append(
                    Somebody(
                        role: role, isHome: store == World.europe,
                        principal: try await world.desk.principal(unixUser: user)))
            }
        }
        return staff
    }

    private static func need(of row: RightsMatrixTests.Row) throws -> Need {
        try #require(DeskCalls.all.first { $0.method == row.name }?.need)
    }

    @Test func whatARoleLacksTheRightForIsRefused() async throws {
        let world = try await World.make()
        let (ticket, item) = try await RightsMatrixTests.fresh(world, world.ana)
        let staff = try await staff(world, Self.roles)
        var refusals: [Role: Int] = [:]
        for row in RightsMatrixTests.rows {
            let need = try Self.need(of: row)
            for one in staff where !need.isMet(by: one.principal.rights) {
                let verdict = await RightsMatrixTests.verdict {
                    try await row.call(world, ticket, item, one.principal)
                }
                #expect(verdict == .refused(.notAllowed), "\(row.name) as \(one.who)")
                refusals[one.role, default: 0] += 1
            }
        }
        // A matrix in which everybody may everything would pass above, and so would its opposite.
        for role in Self.roles {
            let all = RightsMatrixTests.rows.count * 2
            let count = refusals[role] ?? 0
            #expect(count > 10, "\(role.rawValue)")
            #expect(role == .service || count < all - 20, "\(role.rawValue)")
        }
        try await world.checkRecord()
    }

    @Test(arguments: RightsMatrixTests.rows.indices)
    func whoHasTheRightStaysWithinTheirStores(index: Int) async throws {
        let row = RightsMatrixTests.rows[index]
        let need = try Self.need(of: row)
        let roles = Self.roles.filter { need.isMet(by: $0.builtInRights) }
        guard !roles.isEmpty else { return }
        let world = try await World.make()
        world.orders.put(
            OrderSyncTests.order("305-7683573-2694036", at: world.clock.now - .days(1)))
        _ = try await world.desk.syncOnce()
        let within = [row.agent, row.supervisor, row.admin, .refused(.secondPerson)]
        let still = try await RightsMatrixTests.fresh(world, world.ana)
        for one in try await staff(world, roles) {
            let (ticket, item) =
                one.isHome ? try await RightsMatrixTests.fresh(world, one.principal) : still
            let verdict = await RightsMatrixTests.verdict {
                try await row.call(world, ticket, item, one.principal)
            }
            if one.isHome {
                let isNarrower = Self.narrower[row.name]?.contains(one.role) ?? false
                #expect(
                    within.contains(verdict) || isNarrower && verdict == .refused(.notAllowed),
                    "\(row.name) as \(one.who): \(verdict)")
            } else if row.stranger != .refused(.notAllowed) {
                #expect(
                    [row.stranger, .refused(.notAllowed)].contains(verdict),
                    "\(row.name) as \(one.who)")
            } else {
                #expect(verdict != .refused(.internalError), "\(row.name) as \(one.who)")
            }
        }
        try await world.checkRecord()
    }
}
