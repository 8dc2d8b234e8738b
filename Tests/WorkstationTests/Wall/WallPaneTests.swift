import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

struct WallPaneTests {
    private func bench(
        _ width: Int = 80, _ height: Int = 24, _ language: InterfaceLanguage = .english,
        me: Principal = Fixture.supervisor
    ) -> Bench {
        var bench = Bench(width: width, height: height, language: language, me: me)
        bench.answersCalls = false
        return bench
    }

    private func wall(
        _ width: Int = 80, _ height: Int = 24, _ language: InterfaceLanguage = .english
    ) -> Bench {
        var bench = bench(width, height, language)
        bench.press("g m")
        answer(&bench)
        return bench
    }

    private func answer(_ bench: inout Bench, by dimension: WallDimension = .store) {
        bench.feed(
            .answered(.wall(.show(dimension)), .wall(.wall(WallFixture.wall(by: dimension)))))
        bench.feed(.answered(.wall(.forecast), .wall(.forecast(WallFixture.forecast))))
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func theWallLooksAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = wall(size.0, size.1, language)
        bench.press("j right")
        try expectScreen(bench.screen, "wall-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func theForecastLooksAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("g e")
        bench.feed(.answered(.wall(.forecast), .wall(.forecast(WallFixture.forecast))))
        bench.press("j")
        try expectScreen(bench.screen, "forecast-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func theAlarmsLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("g !")
        let alarms = [
            OpenAlarm(
                alarm: DeskAlarm(
                    id: AlarmID(1), kind: .orphan, store: "nova-eu", subject: "deadlines"),
                since: bench.model.now - .hours(3)),
            OpenAlarm(
                alarm: DeskAlarm(
                    id: AlarmID(2), kind: .recordBroken, store: nil, subject: "edited entry 5"),
                since: bench.model.now - .minutes(4)),
        ]
        bench.feed(.answered(.wall(.alarms), .wall(.alarms(alarms))))
        bench.press("j")
        try expectScreen(bench.screen, "alarms-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func theBreachesLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("g x")
        let call = WallCall.breaches(from: bench.model.now - .days(7), to: bench.model.now)
        bench.feed(.answered(.wall(call), .wall(.breaches(WallFixture.breachReply()))))
        try expectScreen(bench.screen, "breaches-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test func aCutListOfBreachesSaysSo() {
        var bench = bench(100, 30, .english)
        bench.press("g x")
        let call = WallCall.breaches(from: bench.model.now - .days(7), to: bench.model.now)
        bench.feed(.answered(.wall(call), .wall(.breaches(WallFixture.breachReply(of: 1234)))))
        #expect(bench.text.contains("The newest 3 of 1234 are listed."))
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func theShiftsLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("g n")
        bench.feed(.answered(.wall(.shifts(days: 7)), .wall(.shifts(WallFixture.shifts))))
        try expectScreen(bench.screen, "shifts-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: [(80, 24), (200, 50)], InterfaceLanguage.allCases)
    func theBroadcastsLookAsRecorded(size: (Int, Int), language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("g b")
        bench.feed(.answered(.wall(.broadcasts), .wall(.broadcasts(WallFixture.broadcasts))))
        bench.press("j")
        try expectScreen(bench.screen, "broadcasts-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test func aNumberOpensIntoItsTicketsAndEscapeGoesBack() throws {
        var bench = wall()
        bench.press("j right enter")
        let filter = WallFilter(.store, key: "nova-eu", band: .over)
        guard case .listTickets(let query)? = bench.calls.last else {
            Issue.record("No list was asked for.")
            return
        }
        #expect(query.wall == filter)
        #expect(bench.model.layer == .inbox)
        let reply = ListTickets.Reply(
            rows: [Fixture.rows[0]], offset: 0, total: 1, counts: Fixture.counts)
        bench.feed(.answered(.listTickets(query), .tickets(reply)))
        #expect(bench.text.contains("Wall: nova-eu over, 1 tickets"))
        // The whole list can be marked and given to somebody.
        bench.press("x")
        #expect(bench.model.inbox.marked == [Fixture.rows[0].id])
        bench.press("esc esc")
        #expect(bench.model.layer == .wall)
        #expect(bench.model.inbox.wall == nil)
    }

    @Test func theTotalAndThePeopleOpenToo() {
        var bench = wall()
        bench.press("enter")
        #expect(bench.model.inbox.wall?.filter == WallFilter(.store, key: nil))
        bench = wall()
        bench.press("tab j enter")
        #expect(bench.model.inbox.wall?.filter == WallFilter(.person, key: "2"))
        #expect(bench.model.inbox.wall?.name == "王芳")
    }

    @Test func aNumberOfNothingOpensNothing() {
        var bench = wall()
        // The second store has nothing over its time.
        bench.press("j j right enter")
        #expect(bench.model.layer == .wall)
        #expect(bench.text.contains("no ticket behind this number"))
    }

    @Test func whatNeedsYouLeadsToWhereItIsDone() {
        for (steps, layer) in [
            (0, Layer.forecast), (1, .inbox), (2, .outbox), (3, .breaches), (4, .inbox),
            (5, .inbox), (6, .sync),
        ] {
            var bench = wall()
            bench.press("tab tab")
            for _ in 0..<steps { bench.press("j") }
            bench.press("enter")
            #expect(bench.model.layer == layer, "\(steps)")
        }
    }

    @Test func theKeyTurnsTheDimension() {
        var bench = wall()
        bench.press("b")
        #expect(bench.calls.last == .wall(.show(.marketplace)))
        // An answer to the question before is not shown under the new heading.
        bench.feed(.answered(.wall(.show(.store)), .wall(.wall(WallFixture.wall(by: .person)))))
        #expect(bench.model.wall.wall?.dimension == .store)
        bench.press("b b")
        #expect(bench.calls.last == .wall(.show(.person)))
        answer(&bench, by: .person)
        #expect(bench.text.contains("nobody"))
    }

    private func shown(_ bench: Bench) -> Int {
        bench.calls.count { if case .wall(.show) = $0 { true } else { false } }
    }

    @Test func changesAreAskedForOnceInTwoSecondsAndTimeAloneTwiceAMinute() {
        var bench = wall()
        #expect(shown(bench) == 1)
        for _ in 0..<50 { bench.feed(.pushed(.ticketChanged(Fixture.rows[0]))) }
        bench.pass(.seconds(1))
        #expect(shown(bench) == 1)
        bench.pass(.seconds(2))
        #expect(shown(bench) == 2)
        bench.pass(.seconds(20))
        #expect(shown(bench) == 2)
        bench.pass(.seconds(15))
        #expect(shown(bench) == 3)
        // Elsewhere nobody looks, so nothing is asked.
        bench.press("g i")
        bench.feed(.pushed(.ticketChanged(Fixture.rows[0])))
        bench.pass(.seconds(60))
        #expect(shown(bench) == 3)
    }

    @Test func agentsDoNotSeeTheWall() {
        var bench = bench(me: Fixture.me)
        bench.press("g m g e g n")
        #expect(bench.model.layer == .inbox)
        #expect(!bench.calls.contains { if case .wall = $0 { true } else { false } })
    }

    @Test func aBreachIsRemarkedUponWithItsCause() {
        var bench = bench()
        bench.press("g x")
        let call = WallCall.breaches(from: bench.model.now - .days(7), to: bench.model.now)
        bench.feed(.answered(.wall(call), .wall(.breaches(WallFixture.breachReply()))))
        bench.press("e")
        bench.type("nonsense\n")
        #expect(bench.text.contains("Begin with channel-outage"))
        bench.press("e")
        bench.type("other the buyer wrote twice\n")
        // The newest stands first.
        let breach = WallFixture.breaches[2]
        #expect(
            bench.calls.last
                == .wall(
                    .excuse(breach.ticket, breach.key, .other, reason: "the buyer wrote twice")))
    }

    @Test func aWordToEverybodyIsWrittenAndAcknowledged() {
        var bench = bench()
        bench.press("g b N")
        bench.type("!! DHL strike.\n")
        #expect(bench.calls.last == .wall(.send(words: " DHL strike.", isUrgent: true)))
        bench.feed(.answered(.wall(.broadcasts), .wall(.broadcasts(WallFixture.broadcasts))))
        #expect(!bench.text.contains("\u{1B}"))
        bench.press("enter")
        #expect(bench.calls.last == .wall(.read(BroadcastID(2))))
        bench.press("j a")
        #expect(bench.text.contains("You have read this one"))
    }

    @Test func anUnreadWordStandsInTheStatusLine() {
        var counts = Fixture.counts
        counts.broadcasts = 1
        // In words where there is room, else as a short sign.
        for (width, sign) in [(200, "1 to read (g b)"), (120, " b1 ")] {
            var bench = bench(width, 30, me: Fixture.me)
            bench.feed(.pushed(.countsChanged(counts)))
            #expect(bench.text.contains(sign))
        }
    }
}
