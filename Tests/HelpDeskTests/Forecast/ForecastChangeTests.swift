import HelpDesk
import SwiftExtensions
import Testing

struct ForecastChangeTests {
    private typealias World = ForecastWorld

    private func option(_ change: ForecastChange, _ expected: Double) -> ForecastOption {
        ForecastOption(change: change, expected: expected)
    }

    @Test func anHourMoreAtTheRightEndHelps() {
        let queue = World.queue([World.item(1, due: 90)], [World.person(1, [(120, 600)])])
        #expect(World.forecast(queue).expected == 1)
        let candidates = ForecastChange.candidates(for: queue)
        let early = ForecastChange.oneMoreHour(PersonID(1), from: World.start + .minutes(60))
        #expect(candidates.contains(early))
        #expect(World.forecast(early.applied(to: queue)).expected == 0)
        let late = ForecastChange.oneMoreHour(PersonID(1), from: World.start + .minutes(600))
        #expect(candidates.contains(late))
        #expect(World.forecast(late.applied(to: queue)).expected == 1)
    }

    @Test func shiftsThatTouchBecomeOne() {
        let queue = World.queue([], [World.person(1, [(120, 600)])])
        let change = ForecastChange.oneMoreHour(PersonID(1), from: World.start + .minutes(60))
        let seconds = World.start.seconds
        #expect(change.applied(to: queue).people[0].shifts == [seconds + 3600..<seconds + 36_000])
    }

    @Test func whoHasNoShiftIsNotAskedInTheirSleep() {
        let people = [World.person(1, []), World.person(2, [(120, 1440)])]
        let queue = World.queue([World.item(1, due: 200)], people)
        let candidates = ForecastChange.candidates(for: queue)
        #expect(
            candidates == [.oneMoreHour(PersonID(2), from: World.start + .hours(1))])
    }

    @Test func onlyWhatCanBeDoneIsOffered() {
        let person = World.person(1, [(0, 1440)], lanes: [0], overflow: [2])
        let queue = World.queue([World.item(1, due: 60)], [person])
        #expect(ForecastChange.candidates(for: queue).isEmpty)
        let parked = World.queue([World.item(1, due: 60, lane: 2, ready: 5)], [person])
        #expect(
            ForecastChange.candidates(for: parked) == [.wakeParked, .overflowOn])
    }

    @Test func theCheapestThatHelpsNearlyAsMuchAsTheBestIsTaken() {
        let hour = ForecastChange.oneMoreHour(PersonID(1), from: World.start)
        let options = [option(hour, 0.4), option(.overflowOn, 0.6), option(.wakeParked, 1.8)]
        #expect(ForecastOption.cheapest(of: options, without: 2.1)?.change == .overflowOn)
        // With a base of 2.1 the overflow must bring 80 % of 1.7.
        let worse = [option(hour, 0.4), option(.overflowOn, 0.8), option(.wakeParked, 1.8)]
        #expect(ForecastOption.cheapest(of: worse, without: 2.1)?.change == hour)
    }

    @Test func whatHelpsNobodyIsNotAdvised() {
        #expect(
            ForecastOption.cheapest(of: [option(.overflowOn, 1.98)], without: 2) == nil)
        #expect(ForecastOption.cheapest(of: [], without: 2) == nil)
    }
}
