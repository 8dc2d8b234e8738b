import Jobs
import SwiftExtensions
import Testing

@Suite struct TokenBucketTests {
    private let start = Timestamp(seconds: 1_800_000_000)
    private let orders = RateLimit(ratePerSecond: 0.0056, burst: 20)

    @Test func fullBucketGivesItsBurstAndThenTheInterval() {
        var bucket = TokenBucket(limit: orders, at: start)
        for _ in 0..<20 { #expect(bucket.take(at: start) == .taken) }
        #expect(bucket.take(at: start) == .wait(.milliseconds(178_572)))
        #expect(bucket.take(at: start + .milliseconds(178_571)) == .wait(.milliseconds(1)))
        #expect(bucket.take(at: start + .milliseconds(178_572)) == .taken)
    }

    @Test(arguments: 1...20) func neverMoreThanBurstPlusRefillAndNearlyAllOfIt(seed: Int) {
        var random = SeededRandom(seed: UInt64(seed))
        let limit = RateLimit(
            ratePerSecond: Double.random(in: 0.005...2, using: &random),
            burst: Double(Int.random(in: 1...30, using: &random)))
        var bucket = TokenBucket(limit: limit, at: start)
        var now = start
        var taken = 0
        for _ in 0..<2000 {
            switch bucket.take(at: now) {
            case .taken: taken += 1
            case .wait(let wait): now = now + wait
            }
        }
        let seconds = Double((now - start).wholeMilliseconds) / 1000
        let permitted = limit.burst + seconds * limit.ratePerSecond
        #expect(Double(taken) <= permitted + 0.001)
        #expect(Double(taken) >= permitted * 0.95 - 1)
    }

    @Test func clockThatStepsBackGivesNothingAndLosesNothing() {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 1, burst: 2), at: start)
        #expect(bucket.take(at: start) == .taken)
        #expect(bucket.take(at: start - .hours(1)) == .taken)
        #expect(bucket.take(at: start - .hours(1)) == .wait(.seconds(1)))
        #expect(bucket.take(at: start - .hours(1) + .seconds(1)) == .taken)
    }

    @Test func refusalEmptiesTheBucketForThePause() {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 10, burst: 5), at: start)
        bucket.refused(pauseFor: .seconds(3), at: start)
        #expect(bucket.wait(at: start) == .seconds(3))
        #expect(bucket.take(at: start + .seconds(2)) == .wait(.seconds(1)))
        #expect(bucket.take(at: start + .seconds(3)) == .taken)
    }

    @Test func pauseDoesNotGrowWhenTheClockStepsBack() {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 10, burst: 5), at: start)
        bucket.refused(pauseFor: .seconds(3), at: start)
        #expect(bucket.wait(at: start - .days(1)) == .seconds(3))
    }

    @Test func newRateCountsFromNow() {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 0.1, burst: 1), at: start)
        #expect(bucket.take(at: start) == .taken)
        bucket.adapt(ratePerSecond: 1, at: start + .seconds(5))
        #expect(bucket.wait(at: start + .seconds(5)) == .milliseconds(500))
    }

    @Test(arguments: [0, -1, .nan, .infinity] as [Double])
    func rateWithoutSenseChangesNothing(rate: Double) {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 1, burst: 1), at: start)
        bucket.adapt(ratePerSecond: rate, at: start)
        #expect(bucket.limit.ratePerSecond == 1)
    }

    @Test func limitWithoutSenseBecomesTheSlowest() {
        #expect(RateLimit(ratePerSecond: .nan, burst: -3).burst == 1)
        #expect(RateLimit(ratePerSecond: -1, burst: 1).ratePerSecond > 0)
    }
}

/// Calls take time: the other side counts each one somewhere between departure and arrival.
@Suite struct TokensUnderWayTests {
    private let start = Timestamp(seconds: 1_800_000_000)

    @Test func aCallOnTheWayMakesNoRoom() {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 1, burst: 1), at: start)
        #expect(bucket.reserveOne(at: start) == .taken)
        #expect(bucket.reserveOne(at: start + .seconds(10)) == .wait(.seconds(1)))
        bucket.settle(at: start + .seconds(10))
        #expect(bucket.reserveOne(at: start + .seconds(10)) == .wait(.seconds(1)))
        #expect(bucket.reserveOne(at: start + .seconds(11)) == .taken)
    }

    @Test func theReserveIsLeftForThoseWhoCannotWait() {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 1, burst: 4), at: start)
        #expect(bucket.take(at: start, keeping: 2) == .taken)
        #expect(bucket.take(at: start, keeping: 2) == .taken)
        #expect(bucket.take(at: start, keeping: 2) == .wait(.seconds(1)))
        #expect(bucket.take(at: start) == .taken)
        #expect(bucket.take(at: start) == .taken)
        #expect(bucket.take(at: start) == .wait(.seconds(1)))
    }

    @Test func aReserveLargerThanTheBucketWaitsForAFullOne() {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 1, burst: 1), at: start)
        #expect(bucket.take(at: start, keeping: 5) == .taken)
    }

    @Test func refusalHalvesTheRateAndQuietMinutesBringItBack() {
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: 1, burst: 100), at: start)
        bucket.refused(pauseFor: .seconds(1), at: start)
        #expect(bucket.caution.share == 0.5)
        bucket.refused(pauseFor: .seconds(1), at: start)
        #expect(bucket.caution.share == 0.25)
        _ = bucket.wait(at: start + .minutes(5))
        #expect(abs(bucket.caution.share - 0.75) < 0.001)
        _ = bucket.wait(at: start + .minutes(8))
        #expect(bucket.caution == .none)
    }

    @Test(arguments: 1...30) func theWaitOfACautiousBucketIsNeitherTooLongNorTooShort(seed: UInt64)
    {
        var random = SeededRandom(seed: seed)
        let rate = Double.random(in: 0.005...3, using: &random)
        var bucket = TokenBucket(limit: RateLimit(ratePerSecond: rate, burst: 5), at: start)
        for _ in 0..<Int.random(in: 1...4, using: &random) {
            bucket.refused(pauseFor: .zero, at: start)
        }
        guard case .wait(let wait) = bucket.take(at: start) else {
            Issue.record("an empty bucket gave a token")
            return
        }
        var early = bucket
        #expect(early.take(at: start + wait - .milliseconds(3)) != .taken)
        #expect(bucket.take(at: start + wait) == .taken)
    }
}
