/// States of a text before its changes; runs of typing are one step.
struct EditHistory: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case typing
        case deleting
        case other
    }

    struct Snapshot: Hashable, Sendable {
        var buffer: TextBuffer
        var marks: [TextMark]
    }

    /// Old states beyond these are forgotten: a text of a message is small, a pasted one may not be.
    private static let stepLimit = 200
    private static let byteLimit = 8_000_000

    private var past: [Snapshot] = []
    private var future: [Snapshot] = []
    private var run: Kind?

    /// Keeps the state before a change, unless the change goes on with a run of its kind.
    mutating func record(_ snapshot: Snapshot, kind: Kind) {
        future = []
        defer { run = kind == .other ? nil : kind }
        if kind != .other, kind == run, !past.isEmpty { return }
        past.append(snapshot)
        trim()
    }

    /// The next change starts a step of its own.
    mutating func endRun() {
        run = nil
    }

    mutating func undo(current: Snapshot) -> Snapshot? {
        run = nil
        guard let snapshot = past.popLast() else { return nil }
        future.append(current)
        return snapshot
    }

    mutating func redo(current: Snapshot) -> Snapshot? {
        run = nil
        guard let snapshot = future.popLast() else { return nil }
        past.append(current)
        return snapshot
    }

    private mutating func trim() {
        var bytes = past.reduce(0) { $0 + $1.buffer.length }
        while past.count > 1, past.count > Self.stepLimit || bytes > Self.byteLimit {
            bytes -= past.removeFirst().buffer.length
        }
    }
}
