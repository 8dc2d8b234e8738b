import HelpDesk
import SwiftExtensions
import Testing

struct WallLineTests {
    private let now = Timestamp(seconds: 1_772_900_000)

    private func cell(
        _ store: StoreID, _ counts: BandCounts, group: Int64? = nil, owner: Int64? = nil,
        next minutes: Int64 = 60, urgent: Int = 0
    ) -> WallCell {
        WallCell(
            store: store, marketplace: "DE", group: group.map { GroupID($0) },
            owner: owner.map { PersonID($0) }, counts: counts, nextLimit: now + .minutes(minutes),
            urgent: urgent)
    }

    private var cells: [WallCell] {
        [
            cell("nova-eu", BandCounts(soon: 2, calm: 5), group: 1, owner: 7, next: 90),
            cell("nova-eu", BandCounts(now: 1), group: 1, next: 30, urgent: 1),
            cell("kumo-jp", BandCounts(over: 1, watch: 1), owner: 8, next: -10),
        ]
    }

    @Test func linesAddUpAndThePressingOnesStandFirst() {
        let lines = WallSum.lines(cells, by: .store)
        #expect(lines.map(\.key) == ["kumo-jp", "nova-eu"])
        #expect(lines[1].counts == BandCounts(now: 1, soon: 2, calm: 5))
        #expect(lines[1].nextLimit == now + .minutes(30))
        #expect((lines[1].unowned, lines[1].urgent) == (1, 1))
        #expect(WallSum.total(cells).counts.total == 10)
    }

    @Test func whatHasNoValueHasALineOfItsOwn() {
        #expect(WallSum.lines(cells, by: .group).map(\.key) == ["", "1"])
        #expect(WallSum.lines(cells, by: .person).map(\.key) == ["8", "", "7"])
    }

    @Test func bandsStandInTheirOrder() {
        let lines = WallSum.lines(cells, by: .band)
        #expect(lines.map(\.key) == ["over", "now", "soon", "watch", "calm"])
        #expect(lines.map(\.counts.total) == [1, 1, 2, 1, 5])
        #expect(lines.map(\.unowned) == [0, 1, 0, 0, 0])
    }

    /// The list behind a number and the number itself use one table of edges.
    @Test(arguments: UrgencyBand.allCases)
    func aBandsLimitsHoldExactlyItsTickets(_ band: UrgencyBand) {
        let (from, to) = band.limits(at: now)
        for edge in UrgencyBand.edges.map(\.below) {
            for step in [-1, 0, 1] {
                let limit = now + edge + .milliseconds(Int64(step))
                let isWithin = from.map { limit >= $0 } ?? true && to.map { limit < $0 } ?? true
                #expect(isWithin == (UrgencyBand(limit: limit, now: now) == band))
            }
        }
    }

    @Test func agesFallIntoSteps() {
        let ages = QueueAges(ages: [0, 3_600_000, 5 * 3_600_000, 30 * 3_600_000, -5])
        #expect(ages.counts == [3, 1, 0, 1])
        #expect(ages.median == .hours(1))
        #expect(ages.highest == .hours(30))
        #expect(QueueAges(ages: []).median == nil)
    }

    @Test func aBroadcastIsForWhoSeesOneOfItsStores() {
        func person(_ id: Int64, _ scope: StoreScope, isActive: Bool = true) -> Person {
            Person(
                id: PersonID(id), unixUser: "u\(id)", displayName: "U", role: .agent, scope: scope,
                isActive: isActive)
        }
        var broadcast = Broadcast(
            id: BroadcastID(1), author: PersonID(1), at: now, until: now + .hours(1),
            stores: ["nova-eu"], digest: "")
        #expect(broadcast.concerns(person(2, .only(["nova-eu", "kumo-jp"])), members: []))
        #expect(broadcast.concerns(person(2, .all), members: []))
        #expect(!broadcast.concerns(person(2, .only(["kumo-jp"])), members: []))
        #expect(!broadcast.concerns(person(1, .all), members: []))
        #expect(!broadcast.concerns(person(2, .all, isActive: false), members: []))
        broadcast.group = GroupID(4)
        #expect(!broadcast.concerns(person(2, .all), members: [PersonID(3)]))
        #expect(broadcast.concerns(person(3, .all), members: [PersonID(3)]))
        #expect(broadcast.isOpen(at: now))
        #expect(!broadcast.isOpen(at: now + .hours(1)))
    }
}
