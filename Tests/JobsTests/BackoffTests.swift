import Jobs
import SwiftExtensions
import Testing

@Suite struct BackoffTests {
    private let backoff = Backoff(base: .seconds(1), cap: .seconds(60))

    @Test(arguments: [(1, 1), (2, 2), (3, 4), (6, 32), (7, 60), (500, 60), (0, 1), (-5, 1)])
    func ceilingDoublesUpToTheCap(attempt: Int, seconds: Int64) {
        #expect(backoff.ceiling(afterAttempt: attempt) == .seconds(seconds))
    }

    @Test func jitterFillsTheWholeRangeAndNeverLeavesIt() {
        var random = SeededRandom(seed: 7)
        let delays = (0..<500).map { _ in backoff.delay(afterAttempt: 5, using: &random) }
        #expect(delays.allSatisfy { $0 >= .zero && $0 <= .seconds(16) })
        #expect(delays.contains { $0 < .seconds(2) })
        #expect(delays.contains { $0 > .seconds(14) })
    }

    @Test func sameSeedGivesTheSameDelays() {
        var first = SeededRandom(seed: 3)
        var second = SeededRandom(seed: 3)
        for attempt in 1...10 {
            #expect(
                backoff.delay(afterAttempt: attempt, using: &first)
                    == backoff.delay(afterAttempt: attempt, using: &second))
        }
    }

    @Test func hugeBaseDoesNotOverflow() {
        let backoff = Backoff(base: .seconds(Int64.max / 2_000_000), cap: .days(100_000))
        #expect(backoff.ceiling(afterAttempt: 40) <= .days(100_000 * 1_000_000))
    }
}
