import Core
import HelpDesk
import Store
import SwiftExtensions
import Testing
import Wire

@Suite struct WallTests {
    private func wall(_ world: World, by dimension: WallDimension, as caller: Principal? = nil)
        async throws -> ShowWall.Reply
    {
        try await world.desk.perform(ShowWall(by: dimension), as: caller ?? world.sue)
    }

    /// Three questions: one late, one due within the hour that Ana owns, one with all its time.
    private func busy() async throws -> (World, late: TicketID, near: TicketID, calm: TicketID) {
        let world = try await World.make()
        let late = try await world.inquiry(1, at: world.clock.now - .hours(25))
        let near = try await world.inquiry(2, at: world.clock.now - .hours(23))
        let calm = try await world.inquiry(3, at: world.clock.now - .minutes(5))
        _ = try await world.desk.perform(ClaimTicket(ticket: near), as: world.ana)
        return (world, late, near, calm)
    }

    @Test func everyDimensionAddsUpToTheSame() async throws {
        let (world, _, _, _) = try await busy()
        for dimension in WallDimension.allCases {
            let reply = try await wall(world, by: dimension)
            #expect(reply.total.counts == BandCounts(over: 1, now: 1, calm: 1))
            #expect(reply.total.unowned == 2)
            let sum = reply.lines.reduce(BandCounts()) { $0 + $1.counts }
            #expect(sum == reply.total.counts, "\(dimension)")
        }
        let people = try await wall(world, by: .person)
        #expect(people.lines.map(\.label) == ["", "Ana"])
        #expect(people.needs.late == 1)
        #expect(people.ages.counts == [1, 0, 1, 1])
    }

    /// Each number opens into as many tickets as it says, and they are the ones that it counts.
    @Test(arguments: WallDimension.allCases)
    func everyNumberOpensIntoItsTickets(_ dimension: WallDimension) async throws {
        let (world, _, _, _) = try await busy()
        let reply = try await wall(world, by: dimension)
        for line in reply.lines {
            for band in UrgencyBand.allCases {
                let filter = WallFilter(dimension, key: line.key, band: band)
                let wanted =
                    dimension == .band && band.rawValue != line.key ? nil : line.counts[band]
                guard let wanted else { continue }
                let list = try await world.desk.perform(
                    ListTickets(queue: .all, wall: filter), as: world.sue)
                #expect(list.total == wanted)
                #expect(list.rows.count == wanted)
                for row in list.rows {
                    #expect(UrgencyBand(limit: row.ticket.actBy, now: world.clock.now) == band)
                }
            }
            let free = try await world.desk.perform(
                ListTickets(
                    queue: .all, wall: WallFilter(dimension, key: line.key, isUnowned: true)),
                as: world.sue)
            #expect(free.total == line.unowned)
        }
    }

    @Test func whatCannotBeAKeyFindsNothing() async throws {
        let (world, _, _, _) = try await busy()
        for filter in [
            WallFilter(.person, key: "x' OR 1"), WallFilter(.group, key: "99999999999999999999"),
            WallFilter(.store, key: "nova'--"),
        ] {
            let list = try await world.desk.perform(
                ListTickets(queue: .all, wall: filter), as: world.sue)
            #expect(list.total == 0)
        }
    }

    @Test func hiddenStoresAreNotCounted() async throws {
        let (world, _, _, _) = try await busy()
        let narrow = try await world.narrowed()
        let reply = try await wall(world, by: .store, as: narrow)
        #expect(reply.total.counts.total == 0)
        #expect(reply.ages.counts.reduce(0, +) == 0)
        #expect(reply.needs.late == 0)
        #expect(!reply.people.contains { $0.agent.name == "Ana" })
        let list = try await world.desk.perform(
            ListTickets(queue: .all, wall: WallFilter(.store, key: World.europe.rawValue)),
            as: narrow)
        #expect(list.total == 0)
    }

    @Test func unownedAndUrgentIsCountedWhereItWaits() async throws {
        let world = try await World.make()
        // Nobody of the group is at work: 22 of 24 hours are used up.
        let group = try await world.group { $0.members = [] }
        _ = try await world.inquiry(1, at: world.clock.now - .hours(23))
        _ = try await world.desk.runDue()
        let reply = try await wall(world, by: .group)
        let line = try #require(reply.lines.first)
        #expect(line.label == group.name)
        #expect((line.urgent, line.unowned) == (1, 1))
        let list = try await world.desk.perform(
            ListTickets(
                queue: .all, wall: WallFilter(.group, key: line.key, isUrgent: true)),
            as: world.sue)
        #expect(list.total == 1)
    }

    @Test func peopleHaveLoadAndWhatIsDue() async throws {
        let (world, _, _, _) = try await busy()
        let ana = try #require(
            try await wall(world, by: .store).people.first { $0.agent.name == "Ana" })
        #expect(ana.counts == BandCounts(now: 1))
        #expect(ana.agent.load == 1)
        #expect(ana.held == 0)
    }
}

extension World {
    /// Sue, from now on with the American store alone.
    func narrowed() async throws -> Principal {
        _ = try await desk.perform(
            SavePerson(
                unixUser: "sue", displayName: "Sue", role: .supervisor,
                scope: .only([World.america])), as: ops)
        return try await desk.principal(unixUser: "sue")
    }
}
