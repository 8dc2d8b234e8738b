import Glibc

/// Bounded looks into a file's bytes.
struct FileView {
    let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var byteCount: Int { bytes.count }

    func starts(with prefix: [UInt8]) -> Bool {
        bytes.count >= prefix.count && bytes.prefix(prefix.count).elementsEqual(prefix)
    }

    func starts(with prefix: String) -> Bool { has(prefix, at: 0) }

    func has(_ text: String, at offset: Int) -> Bool {
        bytes.count >= offset + text.utf8.count
            && bytes[offset..<offset + text.utf8.count].elementsEqual(text.utf8)
    }

    func isZero(_ range: Range<Int>) -> Bool {
        bytes.count >= range.upperBound && bytes[range].allSatisfy { $0 == 0 }
    }

    func text(_ range: Range<Int>) -> String {
        bytes.count >= range.upperBound ? String(decoding: bytes[range], as: UTF8.self) : ""
    }

    func contains(_ text: String, within limit: Int = .max) -> Bool {
        contains(Array(text.utf8), within: limit)
    }

    /// The text in UTF-16, low byte first.
    func containsWide(_ text: String) -> Bool {
        contains(text.utf8.flatMap { [$0, 0] }, within: .max)
    }

    private func contains(_ needle: [UInt8], within limit: Int) -> Bool {
        let length = min(limit, bytes.count)
        guard let base = bytes.baseAddress, length >= needle.count, let first = needle.first
        else { return false }
        var place = 0
        while place + needle.count <= length {
            let room = length - needle.count - place + 1
            guard let found = memchr(base + place, Int32(first), room) else { return false }
            place = base.distance(to: UnsafeRawPointer(found))
            if memcmp(base + place, needle, needle.count) == 0 { return true }
            place += 1
        }
        return false
    }
}
