import Glibc
package import HelpDesk
import Wire

/// Cuts received bytes into lines by `memchr`, so that a page of tickets costs one scan.
package struct LineBuffer: Sendable {
    private var bytes: [UInt8] = []
    /// First byte that belongs to no finished line.
    private var start = 0
    /// Bytes before this one hold no newline.
    private var scanned = 0
    private let limit: Int

    package init(limit: Int = longestFrame) {
        self.limit = limit
    }

    package mutating func append(_ chunk: some Collection<UInt8>) {
        if start > 0, start == bytes.count {
            bytes.removeAll(keepingCapacity: bytes.capacity < 1 << 20)
            (start, scanned) = (0, 0)
        }
        bytes.append(contentsOf: chunk)
    }

    /// The next complete line without its newline; nil when there is none yet.
    /// Throws `DeskError.badRequest` when a line grows past the limit.
    package mutating func next() throws(DeskError) -> [UInt8]? {
        guard let end = indexOfNewline() else {
            scanned = bytes.count
            guard bytes.count - start <= limit else {
                throw DeskError(.badRequest, ["limit": String(limit)], detail: "frame too long")
            }
            compact()
            return nil
        }
        defer { (start, scanned) = (end + 1, end + 1) }
        return Array(bytes[start..<end])
    }

    private func indexOfNewline() -> Int? {
        let from = scanned
        return bytes.withUnsafeBytes { buffer in
            guard let base = buffer.baseAddress, from < buffer.count,
                let found = memchr(base + from, 10, buffer.count - from)
            else { return nil }
            return base.distance(to: UnsafeRawPointer(found))
        }
    }

    private mutating func compact() {
        guard start > 0 else { return }
        bytes.removeFirst(start)
        scanned -= start
        start = 0
    }
}
