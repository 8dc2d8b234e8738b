/// Bytes that can be read in one way only: a version, then fields in a fixed order, each with its
/// length before it (helpdesk section 15.1).
struct CanonicalBytes {
    private(set) var bytes: [UInt8]

    init(version: UInt8, capacity: Int) {
        bytes = []
        bytes.reserveCapacity(capacity)
        bytes.append(version)
    }

    mutating func add(_ text: String) {
        add(length: UInt32(truncatingIfNeeded: text.utf8.count))
        bytes.append(contentsOf: text.utf8)
    }

    mutating func add(_ number: Int64) { add(String(number)) }

    mutating func add(_ field: [UInt8]) {
        add(length: UInt32(truncatingIfNeeded: field.count))
        bytes.append(contentsOf: field)
    }

    /// A field that has no value is told apart from an empty one by a length that none can have.
    mutating func addNothing() { add(length: .max) }

    private mutating func add(length: UInt32) {
        withUnsafeBytes(of: length.bigEndian) { bytes.append(contentsOf: $0) }
    }
}
