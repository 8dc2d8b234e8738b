import SwiftExtensions

/// The chances of one play: what arrives, and how long each answer takes. Plays of different plans
/// share their draws, so that only the plan differs.
struct ForecastDraw {
    struct Work {
        var lane: Int
        var at: Int64
        var actBy: Int64
        var due: Int64
        var seconds: Int64
        var owner: PersonID?
        var overflowAt: Int64
    }

    /// The queue's items in their order, then the arrivals by instant.
    let works: [Work]
    /// Numbers of the works that are not there at the start, by instant.
    let later: [Int]

    init(_ queue: ForecastQueue, using random: inout some RandomNumberGenerator) {
        var works = queue.items.map { item in
            Work(
                lane: item.lane, at: item.readyAt.seconds, actBy: item.actBy.seconds,
                due: item.due.seconds,
                seconds: Self.pick(queue.samples(of: item.category), &random), owner: item.owner,
                overflowAt: item.overflowAt.seconds)
        }
        let start = queue.start.seconds
        for stream in queue.streams {
            for (hour, expected) in stream.perHour.prefix(queue.hours).enumerated() {
                for _ in 0..<Self.poisson(expected, &random) {
                    let at = start + Int64(hour) * 3600 + Int64.random(in: 0..<3600, using: &random)
                    works.append(Self.arrival(at, stream, queue, &random))
                }
            }
        }
        self.works = works
        later = works.indices.filter { $0 >= queue.items.count || works[$0].at > start }
            .sorted { (works[$0].at, $0) < (works[$1].at, $1) }
    }

    private static func arrival(
        _ at: Int64, _ stream: ForecastStream, _ queue: ForecastQueue,
        _ random: inout some RandomNumberGenerator
    ) -> Work {
        let due = at + queue.window.wholeMilliseconds / 1000
        let actBy = min(due, at + queue.usualLead.wholeMilliseconds / 1000)
        return Work(
            lane: stream.lane, at: at, actBy: actBy, due: due,
            seconds: pick(queue.samples(of: stream.category), &random), owner: nil,
            overflowAt: at + (actBy - at) / 2)
    }

    private static func pick(
        _ samples: [Int64], _ random: inout some RandomNumberGenerator
    ) -> Int64 {
        max(1, samples.count == 1 ? samples[0] : samples.randomElement(using: &random) ?? 1)
    }

    /// How many events of a mean come about, by counting exponential gaps.
    static func poisson(_ mean: Double, _ random: inout some RandomNumberGenerator) -> Int {
        guard mean > 0, mean.isFinite else { return 0 }
        var left = min(mean, 5000)
        var count = 0
        // In slices, so that the product of chances never falls below what a number can hold.
        while left > 0 {
            let slice = min(left, 30)
            let floor = Self.exponential(-slice)
            var product = Double.random(in: 0..<1, using: &random)
            while product > floor {
                count += 1
                product *= Double.random(in: 0..<1, using: &random)
            }
            left -= slice
        }
        return count
    }

    /// e to the power of a number between -30 and 0, which this floor has no library for: the series
    /// of the 64th part, squared six times.
    static func exponential(_ power: Double) -> Double {
        let part = power / 64
        var term = 1.0
        var sum = 1.0
        for step in 1...12 {
            term *= part / Double(step)
            sum += term
        }
        for _ in 0..<6 { sum *= sum }
        return sum
    }
}
