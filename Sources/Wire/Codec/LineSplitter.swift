import HelpDesk

/// Cuts a byte stream into lines, however the bytes arrive.
package struct LineSplitter: Sendable {
    private var pending: [UInt8] = []
    /// Longest line accepted, in bytes; may change between appends.
    package var limit: Int

    package init(limit: Int = longestFrame) {
        self.limit = limit
    }

    /// Adds bytes and returns the lines that they complete, without their newlines.
    /// Throws `DeskError.badRequest` when a line grows past the limit; the stream is then unusable.
    package mutating func append(_ bytes: some Sequence<UInt8>) throws -> [[UInt8]] {
        var lines: [[UInt8]] = []
        for byte in bytes {
            guard byte != UInt8(ascii: "\n") else {
                lines.append(pending)
                pending.removeAll(keepingCapacity: true)
                continue
            }
            guard pending.count < limit else {
                throw DeskError(.badRequest, ["limit": String(limit)], detail: "frame too long")
            }
            pending.append(byte)
        }
        return lines
    }
}
