import SwiftExtensions

/// Plays a queue once: people take the most urgent answer that they may give, their own first where
/// it is as urgent, and whoever goes home leaves to the others what cannot wait for the return.
struct ForecastPlay {
    private struct Worker {
        let person: ForecastPerson
        var shift = 0
        var own = DueHeap()
        var isIdle = false
    }

    private let draw: ForecastDraw
    private let end: Int64
    private let opensOverflow: Bool
    private var workers: [Worker]
    private var lanes: [DueHeap]
    private var ready = DueHeap()
    private var nextLater = 0
    /// When each work was done; nil while it is not.
    private(set) var doneAt: [Int64?]

    init(_ queue: ForecastQueue, _ draw: ForecastDraw, opensOverflow: Bool = false) {
        self.draw = draw
        self.opensOverflow = opensOverflow
        end = queue.end.seconds
        workers = queue.people.map { Worker(person: $0) }
        let highest = draw.works.map(\.lane).max() ?? 0
        lanes = Array(repeating: DueHeap(), count: highest + 1)
        doneAt = Array(repeating: nil, count: draw.works.count)
        let start = queue.start.seconds
        for number in queue.items.indices where draw.works[number].at <= start { put(number) }
        for number in workers.indices { ready.add(number, at: start) }
    }

    mutating func run() {
        while true {
            let arrival = draw.later.indices.contains(nextLater) ? draw.later[nextLater] : nil
            let at = arrival.map { draw.works[$0].at }
            if let arrival, let at, at <= ready.first?.key ?? .max {
                guard at < end else { return }
                nextLater += 1
                put(arrival)
                wake(for: draw.works[arrival].lane, at: at)
            } else if let next = ready.popFirst() {
                guard next.key < end else { return }
                work(next.number, at: next.key)
            } else {
                return
            }
        }
    }

    /// To its owner while they are at work before it is due, else to whoever serves its lane.
    private mutating func put(_ number: Int) {
        let work = draw.works[number]
        if let owner = work.owner,
            let place = workers.firstIndex(where: { $0.person.person == owner }),
            let shift = workers[place].person.shifts.dropFirst(workers[place].shift).first,
            shift.lowerBound < work.actBy
        {
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
            let person = workers[place].person
            guard person.lanes.contains(lane) || person.overflow.contains(lane) else { continue }
            workers[place].isIdle = false
            ready.add(place, at: instant)
            if person.lanes.contains(lane), isOn(place, at: instant) { return }
        }
    }

    private func isOn(_ place: Int, at instant: Int64) -> Bool {
        workers[place].person.shifts.contains { $0.contains(instant) }
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
        let done = instant + draw.works[number].seconds
        doneAt[number] = done
        ready.add(place, at: done)
    }

    private func shift(of place: Int) -> Range<Int64>? {
        workers[place].person.shifts.dropFirst(workers[place].shift).first
    }

    /// Goes home; others take over what cannot wait for the next shift.
    private mutating func leave(_ place: Int, at instant: Int64) {
        workers[place].shift += 1
        let back = shift(of: place)?.lowerBound ?? .max
        for entry in workers[place].own.drain() {
            if draw.works[entry.number].actBy > back {
                workers[place].own.add(entry.number, at: entry.key)
            } else {
                let lane = draw.works[entry.number].lane
                lanes[lane].add(entry.number, at: entry.key)
                wake(for: lane, at: instant)
            }
        }
    }

    private mutating func take(_ place: Int, at instant: Int64) -> Int? {
        let person = workers[place].person
        var best = workers[place].own.first
        var lane: Int?
        for candidate in lanes.indices {
            guard let first = lanes[candidate].first, best.map({ first < $0 }) ?? true,
                person.lanes.contains(candidate)
                    || (person.overflow.contains(candidate)
                        && (opensOverflow || draw.works[first.number].overflowAt <= instant))
            else { continue }
            (best, lane) = (first, candidate)
        }
        guard best != nil else { return nil }
        if let lane { return lanes[lane].popFirst()?.number }
        return workers[place].own.popFirst()?.number
    }

    /// When the first waiting answer of a lane that this person only helps out may be taken.
    private func overflowOpens(for place: Int, after instant: Int64) -> Int64? {
        workers[place].person.overflow.compactMap { lane in
            guard lanes.indices.contains(lane), let first = lanes[lane].first else { return nil }
            return draw.works[first.number].overflowAt
        }.filter { $0 > instant }.min()
    }
}
