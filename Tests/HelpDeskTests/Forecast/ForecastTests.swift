import HelpDesk
import SwiftExtensions
import Testing

/// Worked examples: one person answers one message in ten minutes unless said otherwise.
struct ForecastTests {
    private typealias World = ForecastWorld

    @Test func anAnswerThatCannotBeDoneInTimeIsCertainToBeLate() {
        let forecast = World.forecast(World.queue([World.item(1, due: 5)], [World.person(1)]))
        #expect(forecast.expected == 1)
        #expect(forecast.risks.map(\.chance) == [1])
        #expect((forecast.low, forecast.high) == (1, 1))
        #expect(forecast.perHour.first == 1)
    }

    @Test func doneAtTheDeadlineIsInTime() {
        let forecast = World.forecast(World.queue([World.item(1, due: 10)], [World.person(1)]))
        #expect(forecast.expected == 0)
        #expect(forecast.risks.isEmpty)
    }

    @Test func theMoreUrgentGoesFirstAndTheSecondIsLate() {
        let items = [World.item(1, due: 18), World.item(2, due: 12)]
        let forecast = World.forecast(World.queue(items, [World.person(1)]))
        #expect(forecast.risks.map(\.ticket) == [TicketID(1)])
    }

    @Test func twoPeopleDoBoth() {
        let items = [World.item(1, due: 18), World.item(2, due: 12)]
        let people = [World.person(1), World.person(2)]
        #expect(World.forecast(World.queue(items, people)).expected == 0)
    }

    /// The order of service goes by the desk's own deadline, the breach by the platform's.
    @Test func anEarlierOwnDeadlineGoesBeforeAnEarlierPlatformDeadline() {
        let items = [World.item(1, due: 15), World.item(2, due: 300, actBy: 5)]
        let forecast = World.forecast(World.queue(items, [World.person(1)]))
        #expect(forecast.risks.map(\.ticket) == [TicketID(1)])
    }

    @Test func nobodyAtWorkMeansLate() {
        let items = [World.item(1, due: 60), World.item(2, due: 600)]
        let forecast = World.forecast(World.queue(items, [World.person(1, [(300, 600)])]))
        #expect(forecast.risks.map(\.ticket) == [TicketID(1)])
        #expect(forecast.perHour[0] == 1)
    }

    @Test func whatIsLateAlreadyIsNoForecast() {
        let forecast = World.forecast(World.queue([World.item(1, due: -5)], [World.person(1)]))
        #expect(forecast.lateAlready == 1)
        #expect(forecast.expected == 0)
    }

    @Test func whatFallsDueBehindTheEndIsNotCounted() {
        let queue = World.queue([World.item(1, due: 200)], [], hours: 3)
        #expect(World.forecast(queue).expected == 0)
        #expect(World.forecast(World.queue([World.item(1, due: 180)], [], hours: 3)).expected == 1)
    }

    @Test func parkedWorkIsTakenUpWhenItWakes() {
        let queue = World.queue([World.item(1, due: 60, ready: 55)], [World.person(1)])
        #expect(World.forecast(queue).expected == 1)
        let woken = ForecastChange.wakeParked.applied(to: queue)
        #expect(World.forecast(woken).expected == 0)
    }

    @Test func anOwnersWorkWaitsForTheOwnerWhileTheyCome() {
        let items = [World.item(1, due: 30, owner: 1), World.item(2, due: 40, owner: 1)]
        // The second person is idle but does not take what is not theirs.
        let people = [World.person(1, [(15, 600)]), World.person(2)]
        let forecast = World.forecast(World.queue(items, people))
        #expect(forecast.expected == 0)
        let late = World.queue([World.item(1, due: 20, owner: 1)], [World.person(1, [(15, 600)])])
        #expect(World.forecast(late).expected == 1)
    }

    @Test func whoGoesHomeLeavesWhatCannotWait() {
        let items = (1...3).map { World.item($0, due: 100, owner: 1) }
        let people = [World.person(1, [(0, 20)]), World.person(2)]
        #expect(World.forecast(World.queue(items, people)).expected == 0)
        #expect(World.forecast(World.queue(items, [people[0]])).expected == 1)
    }

    @Test func aLaneThatNobodyServesIsLateUntilOthersHelp() {
        let items = [World.item(1, due: 60, lane: 1, overflow: 55)]
        let people = [World.person(1, lanes: [0], overflow: [1])]
        let queue = World.queue(items, people)
        #expect(World.forecast(queue).expected == 1)
        #expect(World.forecast(queue, overflow: true).expected == 0)
        let early = World.queue([World.item(1, due: 60, lane: 1, overflow: 30)], people)
        #expect(World.forecast(early).expected == 0)
    }

    @Test func theSameSeedGivesTheSameForecast() {
        let stream = ForecastStream(
            lane: 0, category: .other, perHour: Array(repeating: 4, count: 24))
        let items = (1...20).map { World.item($0, due: $0 * 30) }
        let queue = World.queue(
            items, [World.person(1)], streams: [stream], samples: [300, 900, 2400])
        let first = World.forecast(queue, plays: 50)
        #expect(first == World.forecast(queue, plays: 50))
        #expect(first != World.forecast(queue, plays: 50, seed: 8))
        #expect(first.expected > 0)
        #expect((first.low...first.high).contains(Int(first.expected.rounded())))
        #expect(first.arrivals == stream.perHour)
    }

    @Test func arrivalsTakeTimeFromWhatWaits() {
        let items = (1...5).map { World.item($0, due: 400, actBy: 390) }
        let stream = ForecastStream(
            lane: 0, category: .other, perHour: Array(repeating: 12, count: 24))
        var queue = World.queue(items, [World.person(1, [(60, 1440)])])
        #expect(World.forecast(queue).expected == 0)
        queue.streams = [stream]
        queue.usualLead = .minutes(30)
        #expect(World.forecast(queue).expected > 1)
    }

    @Test func drawnArrivalsHaveTheirMean() {
        let stream = ForecastStream(lane: 0, category: .other, perHour: [75])
        // All are late behind a window of a minute and nobody at work.
        var queue = World.queue([], [], streams: [stream], hours: 2)
        queue.window = .minutes(1)
        let forecast = World.forecast(queue, plays: 400)
        #expect(abs(forecast.expected - 75) < 2)
        // A Poisson count of mean 75 lies in 75 +- 14.2 in nine cases of ten.
        #expect((58...64).contains(forecast.low))
        #expect((86...93).contains(forecast.high))
    }
}
