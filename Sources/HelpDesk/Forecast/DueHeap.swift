/// Numbers by a key, the smallest key first and the smaller number among equals.
struct DueHeap: Sendable {
    struct Entry: Comparable, Sendable {
        var key: Int64
        var number: Int

        static func < (left: Entry, right: Entry) -> Bool {
            left.key == right.key ? left.number < right.number : left.key < right.key
        }
    }

    private var entries: [Entry] = []

    var first: Entry? { entries.first }

    mutating func add(_ number: Int, at key: Int64) {
        entries.append(Entry(key: key, number: number))
        var child = entries.count - 1
        while child > 0 {
            let parent = (child - 1) / 2
            guard entries[child] < entries[parent] else { return }
            entries.swapAt(child, parent)
            child = parent
        }
    }

    mutating func popFirst() -> Entry? {
        guard let last = entries.popLast() else { return nil }
        guard let first = entries.first else { return last }
        entries[0] = last
        var parent = 0
        while true {
            var least = parent
            for child in [2 * parent + 1, 2 * parent + 2]
            where child < entries.count && entries[child] < entries[least] {
                least = child
            }
            guard least != parent else { return first }
            entries.swapAt(parent, least)
            parent = least
        }
    }

    /// Takes everything out, the smallest first.
    mutating func drain() -> [Entry] {
        defer { entries = [] }
        return entries.sorted()
    }
}

/// A line that most know from the start: what stands in it already is shared by all plays, and what
/// comes later waits in a heap beside it.
struct DueLine: Sendable {
    private let known: [DueHeap.Entry]
    private var place = 0
    private var later = DueHeap()

    /// `sorted` is in the order of service.
    init(_ sorted: [DueHeap.Entry] = []) { known = sorted }

    var first: DueHeap.Entry? {
        guard place < known.count else { return later.first }
        guard let other = later.first, other < known[place] else { return known[place] }
        return other
    }

    mutating func add(_ number: Int, at key: Int64) { later.add(number, at: key) }

    mutating func popFirst() -> DueHeap.Entry? {
        guard place < known.count else { return later.popFirst() }
        if let other = later.first, other < known[place] { return later.popFirst() }
        place += 1
        return known[place - 1]
    }

    /// Takes everything out, the smallest first.
    mutating func drain() -> [DueHeap.Entry] {
        let rest = known[place...] + later.drain()
        place = known.count
        return rest.sorted()
    }
}
