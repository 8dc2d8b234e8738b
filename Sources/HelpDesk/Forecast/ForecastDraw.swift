import SwiftExtensions

/// The chances of one play: what arrives, and how long each answer takes. Plays of different plans
/// share their draws, so that only the plan differs.
struct ForecastDraw {
    /// Handling times of the items in their order, then of the arrivals.
    private(set) var seconds: [Int64]
    private(set) var arrivals: [ForecastScript.Work] = []
    /// Numbers of the works that are not there at the start, by instant; arrivals count on from the
    /// items.
    private(set) var later: [Int]

    init(_ script: ForecastScript, using random: inout some RandomNumberGenerator) {
        seconds = script.items.map { Self.pick(script.samples[$0.samples], &random) }
        later = []
        for stream in script.streams {
            for (hour, expected) in stream.perHour.enumerated() {
                for _ in 0..<Self.poisson(expected, &random) {
                    let second = Int64.random(in: 0..<3600, using: &random)
                    let at = script.start + Int64(hour) * 3600 + second
                    arrivals.append(Self.arrival(at, stream, script))
                    seconds.append(Self.pick(script.samples[stream.samples], &random))
                }
            }
        }
        let count = script.items.count
        let numbers = script.later + arrivals.indices.map { count + $0 }
        later = numbers.sorted { left, right in
            let (first, second) = (work(left, script).at, work(right, script).at)
            return first == second ? left < right : first < second
        }
    }

    /// An item of the queue or an arrival by its number.
    func work(_ number: Int, _ script: ForecastScript) -> ForecastScript.Work {
        number < script.items.count
            ? script.items[number] : arrivals[number - script.items.count]
    }

    private static func arrival(
        _ at: Int64, _ stream: ForecastScript.Stream, _ script: ForecastScript
    ) -> ForecastScript.Work {
        let due = at + script.window
        let actBy = min(due, at + script.usualLead)
        return ForecastScript.Work(
            lane: stream.lane, at: at, actBy: actBy, due: due,
            overflowAt: at + (actBy - at) / 2, owner: nil, samples: stream.samples)
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
