import SwiftExtensions

/// Plays a queue once: people take the most urgent answer that they may give, their own first where
/// it is as urgent, and whoever goes home leaves to the others what cannot wait for the return.
struct ForecastPlay {
    private struct Worker {
        var shift = 0
        var own: DueLine
        var isIdle = false
    }

    private let script: ForecastScript
    private let draw: ForecastDraw
    private let opensOverflow: Bool
    private var workers: [Worker]
    private var lanes: [DueLine]
    private var ready = DueHeap()
    private var nextLater = 0
    /// When each work was done; the end of time while it is not.
    private(set) var doneAt: [Int64]

    init(_ script: ForecastScript, _ draw: ForecastDraw, opensOverflow: Bool = false) {
        self.script = script
        self.draw = draw
        self.opensOverflow = opensOverflow
        workers = script.owned.map { Worker(own: $0) }
        lanes = script.lanes
        doneAt = Array(repeating: .max, count: draw.seconds.count)
        for number in workers.indices { ready.add(number, at: script.start) }
    }

    mutating func run() {
        while true {
            let arrival = nextLater < draw.later.count ? draw.later[nextLater] : nil
            let at = arrival.map { draw.work($0, script).at }
            if let arrival, let at, at <= ready.first?.key ?? .max {
                guard at < script.end else { return }
                nextLater += 1
                put(arrival)
                wake(for: draw.work(arrival, script).lane, at: at)
            } else if let next = ready.popFirst() {
                guard next.key < script.end else { return }
                work(next.number, at: next.key)
            } else {
                return
            }
        }
    }

    /// To its owner while they are at work before it is due, else to whoever serves its lane.
    private mutating func put(_ number: Int) {
        let work = draw.work(number, script)
        if let place = work.owner, let shift = shift(of: place), shift.lowerBound < work.actBy {
            workers[place].own.add(number, at: work.actBy)
            if workers[place].isIdle {
                workers[place].isIdle = false
                ready.add(place, at: max(work.at, shift.lowerBound))
            }
        } else {
            lanes[work.lane].add(number, at: work.actBy)
        }
    }

    /// One who waits for work and serves the lane begins with it.
    private mutating func wake(for lane: Int, at instant: Int64) {
        for place in workers.indices where workers[place].isIdle {
            let person = script.workers[place]
            let serves = person.lanes.contains(lane)
            guard serves || person.overflow.contains(lane) else { continue }
            workers[place].isIdle = false
            ready.add(place, at: instant)
            if serves, person.shifts.contains(where: { $0.contains(instant) }) { return }
        }
    }

    private mutating func work(_ place: Int, at instant: Int64) {
        while let shift = shift(of: place), shift.upperBound <= instant {
            leave(place, at: instant)
        }
        guard let shift = shift(of: place) else { return }
        guard shift.lowerBound <= instant else {
            ready.add(place, at: shift.lowerBound)
            return
        }
        guard let number = take(place, at: instant) else {
            workers[place].isIdle = true
            if let later = overflowOpens(for: place, after: instant) {
                workers[place].isIdle = false
                ready.add(place, at: later)
            }
            return
        }
        let done = instant + draw.seconds[number]
        doneAt[number] = done
        ready.add(place, at: done)
    }

    private func shift(of place: Int) -> Range<Int64>? {
        let shifts = script.workers[place].shifts
        return workers[place].shift < shifts.count ? shifts[workers[place].shift] : nil
    }

    /// Goes home; others take over what cannot wait for the next shift.
    private mutating func leave(_ place: Int, at instant: Int64) {
        workers[place].shift += 1
        let back = shift(of: place)?.lowerBound ?? .max
        for entry in workers[place].own.drain() {
            let work = draw.work(entry.number, script)
            if work.actBy > back {
                workers[place].own.add(entry.number, at: entry.key)
            } else {
                lanes[work.lane].add(entry.number, at: entry.key)
                wake(for: work.lane, at: instant)
            }
        }
    }

    private mutating func take(_ place: Int, at instant: Int64) -> Int? {
        let person = script.workers[place]
        var best = workers[place].own.first
        var lane: Int?
        for candidate in person.lanes {
            guard let first = lanes[candidate].first, best.map({ first < $0 }) ?? true else {
                continue
            }
            (best, lane) = (first, candidate)
        }
        for candidate in person.overflow {
            guard let first = lanes[candidate].first, best.map({ first < $0 }) ?? true,
                opensOverflow || draw.work(first.number, script).overflowAt <= instant
            else { continue }
            (best, lane) = (first, candidate)
        }
        guard best != nil else { return nil }
        if let lane { return lanes[lane].popFirst()?.number }
        return workers[place].own.popFirst()?.number
    }

    /// When the first waiting answer of a lane that this person only helps out may be taken.
    private func overflowOpens(for place: Int, after instant: Int64) -> Int64? {
        script.workers[place].overflow.compactMap { lane in
            lanes[lane].first.map { draw.work($0.number, script).overflowAt }
        }.filter { $0 > instant }.min()
    }
}
