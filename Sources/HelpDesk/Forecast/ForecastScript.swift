import SwiftExtensions

/// What all plays of a queue have in common, laid out so that a play looks nothing up: lanes and
/// people by place, what waits at the start in the order of service.
struct ForecastScript: Sendable {
    struct Work: Sendable {
        var lane: Int
        var at: Int64
        var actBy: Int64
        var due: Int64
        var overflowAt: Int64
        /// Place of the owner among the workers; nil for nobody who works.
        var owner: Int?
        /// Place of its handling times.
        var samples: Int
    }

    struct Worker: Sendable {
        var shifts: [Range<Int64>]
        var lanes: [Int]
        var overflow: [Int]
    }

    struct Stream: Sendable {
        var lane: Int
        var samples: Int
        var perHour: [Double]
    }

    let start: Int64
    let end: Int64
    let hours: Int
    /// The queue's items in their order.
    let items: [Work]
    let streams: [Stream]
    let workers: [Worker]
    /// Handling times, each list never empty.
    let samples: [[Int64]]
    let usualLead: Int64
    let window: Int64
    /// What waits at the start, by lane and by owner.
    private(set) var lanes: [DueLine]
    private(set) var owned: [DueLine]
    /// Items that are not there at the start.
    let later: [Int]

    init(_ queue: ForecastQueue) {
        var tables = SampleTables(queue)
        let places = Dictionary(
            queue.people.enumerated().map { ($1.person, $0) },
            uniquingKeysWith: { first, _ in first })
        (start, end) = (queue.start.seconds, queue.end.seconds)
        hours = queue.hours
        items = queue.items.map { item in
            Work(
                lane: item.lane, at: item.readyAt.seconds, actBy: item.actBy.seconds,
                due: item.due.seconds, overflowAt: item.overflowAt.seconds,
                owner: item.owner.flatMap { places[$0] }, samples: tables.place(of: item.category))
        }
        streams = queue.streams.map {
            Stream(
                lane: $0.lane, samples: tables.place(of: $0.category),
                perHour: Array($0.perHour.prefix(queue.hours)))
        }
        samples = tables.lists
        let count = (items.map(\.lane) + streams.map(\.lane)).max().map { $0 + 1 } ?? 0
        workers = queue.people.map { person in
            Worker(
                shifts: person.shifts,
                lanes: person.lanes.filter { $0 < count }.sorted(),
                overflow: person.overflow.subtracting(person.lanes).filter { $0 < count }.sorted())
        }
        usualLead = queue.usualLead.wholeMilliseconds / 1000
        window = queue.window.wholeMilliseconds / 1000
        lanes = Array(repeating: DueLine(), count: count)
        owned = Array(repeating: DueLine(), count: workers.count)
        let (start, items) = (self.start, self.items)
        later = items.indices.filter { items[$0].at > start }
        seat()
    }

    /// Lines everything up that is there at the start.
    private mutating func seat() {
        var inLane = Array(repeating: [DueHeap.Entry](), count: lanes.count)
        var ofOwner = Array(repeating: [DueHeap.Entry](), count: workers.count)
        for number in items.indices where items[number].at <= start {
            let work = items[number]
            let entry = DueHeap.Entry(key: work.actBy, number: number)
            if let owner = work.owner, let first = workers[owner].shifts.first,
                first.lowerBound < work.actBy
            {
                ofOwner[owner].append(entry)
            } else {
                inLane[work.lane].append(entry)
            }
        }
        lanes = inLane.map { DueLine($0.sorted()) }
        owned = ofOwner.map { DueLine($0.sorted()) }
    }
}

/// Lists of handling times, each kept once.
private struct SampleTables {
    private let queue: ForecastQueue
    private var places: [InquiryCategory: Int] = [:]
    private(set) var lists: [[Int64]] = []

    init(_ queue: ForecastQueue) { self.queue = queue }

    mutating func place(of category: InquiryCategory) -> Int {
        if let place = places[category] { return place }
        lists.append(queue.samples(of: category))
        places[category] = lists.count - 1
        return lists.count - 1
    }
}
