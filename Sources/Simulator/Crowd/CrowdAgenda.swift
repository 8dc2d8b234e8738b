import SwiftExtensions

/// What the crowd means to write, by time; equal times keep the order they were planned in.
struct CrowdAgenda: Sendable {
    enum Task: Sendable {
        case inquiry
        /// Only if the desk has still given `replies` answers.
        case reminder(key: String, replies: Int)
        case reaction(CrowdSituation, key: String)
        case bounce(SunkMail, recipient: String)
        case confirmation(String, key: String)
    }

    struct Entry: Sendable {
        var at: Timestamp
        var task: Task
    }

    /// Latest first, so that the next one is taken from the end.
    private var entries: [Entry] = []

    var next: Entry? { entries.last }

    mutating func add(_ task: Task, at instant: Timestamp) {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].at > instant { low = middle + 1 } else { high = middle }
        }
        entries.insert(Entry(at: instant, task: task), at: low)
    }

    /// The next entry that is due at `now`.
    mutating func take(until now: Timestamp) -> Entry? {
        guard let last = entries.last, last.at <= now else { return nil }
        entries.removeLast()
        return last
    }
}
