package import SwiftExtensions

/// A single change of the plan that a supervisor could make (helpdesk section 14.10).
package enum ForecastChange: Hashable, Sendable, Codable {
    /// What is parked with an owed answer is worked on now.
    case wakeParked
    /// Groups that help out begin to do so at once.
    case overflowOn
    /// Somebody works an hour more, from this instant on.
    case oneMoreHour(PersonID, from: Timestamp)

    /// What it costs people: parking is undone for nothing, helping disturbs another group, an hour
    /// is an hour.
    package var cost: Int {
        switch self {
        case .wakeParked: 0
        case .overflowOn: 1
        case .oneMoreHour: 2
        }
    }

    /// The queue with this change made.
    package func applied(to queue: ForecastQueue) -> ForecastQueue {
        var queue = queue
        switch self {
        case .wakeParked:
            for index in queue.items.indices {
                queue.items[index].readyAt = min(queue.items[index].readyAt, queue.start)
            }
        case .overflowOn: break
        case .oneMoreHour(let person, let from):
            guard let place = queue.people.firstIndex(where: { $0.person == person }) else {
                break
            }
            let hour = from.seconds..<from.seconds + 3600
            queue.people[place].shifts = Self.joined(queue.people[place].shifts + [hour])
        }
        return queue
    }

    package var opensOverflow: Bool { self == .overflowOn }

    /// Shifts in order, those that touch as one.
    private static func joined(_ shifts: [Range<Int64>]) -> [Range<Int64>] {
        var result: [Range<Int64>] = []
        for shift in shifts.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = result.last, shift.lowerBound <= last.upperBound {
                result[result.count - 1] =
                    last.lowerBound..<max(last.upperBound, shift.upperBound)
            } else {
                result.append(shift)
            }
        }
        return result
    }

    /// Every change that may help: waking where something is parked, helping where somebody could,
    /// and an hour more of each person behind or before each shift. Whoever has none in these hours
    /// is off, or asleep on another side of the world.
    package static func candidates(for queue: ForecastQueue) -> [ForecastChange] {
        var found: [ForecastChange] = []
        if queue.items.contains(where: { $0.readyAt > queue.start }) { found.append(.wakeParked) }
        let lanes = Set(queue.items.map(\.lane)).union(queue.streams.map(\.lane))
        if queue.people.contains(where: { !$0.overflow.isDisjoint(with: lanes) }) {
            found.append(.overflowOn)
        }
        let (start, end) = (queue.start.seconds, queue.end.seconds)
        for person in queue.people {
            var hours: [Int64] = []
            for shift in person.shifts {
                if shift.upperBound < end { hours.append(max(shift.upperBound, start)) }
                if shift.lowerBound - 3600 >= start { hours.append(shift.lowerBound - 3600) }
            }
            for hour in Set(hours).sorted() {
                found.append(.oneMoreHour(person.person, from: Timestamp(seconds: hour)))
            }
        }
        return found
    }
}

/// A change with what it is expected to leave.
package struct ForecastOption: Hashable, Sendable, Codable {
    package var change: ForecastChange
    package var expected: Double

    package init(change: ForecastChange, expected: Double) {
        self.change = change
        self.expected = expected
    }

    /// Less than this makes no difference to anybody.
    static let leastGain = 0.05
    /// A cheaper change is taken when it brings this share of what the best one brings.
    static let goodEnough = 0.8

    /// The cheapest change among those that help nearly as much as the best; nil when none helps.
    /// The earlier of equals stands.
    package static func cheapest(of options: [ForecastOption], without base: Double)
        -> ForecastOption?
    {
        let most = options.map { base - $0.expected }.max() ?? 0
        guard most >= leastGain else { return nil }
        let good = options.filter { base - $0.expected >= most * goodEnough }
        return good.enumerated().min { left, right in
            (left.element.change.cost, left.element.expected, left.offset)
                < (right.element.change.cost, right.element.expected, right.offset)
        }?.element
    }
}
