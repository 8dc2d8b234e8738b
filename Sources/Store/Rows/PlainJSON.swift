/// JSON that is written by hand, for the few values that are written by the thousand: an encoder
/// would take a third of a sweep's time. What `JSONText` would have to escape is none of its
/// business; it says so, and the value is encoded in the usual way.
struct PlainJSON {
    private var bytes: [UInt8] = []
    private var isPlain = true

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    /// The whole text; nil when a word needs an escape.
    var text: String? { isPlain ? String(decoding: bytes, as: UTF8.self) : nil }

    /// Braces, keys and commas, as they are.
    mutating func raw(_ part: StaticString) {
        bytes.append(
            contentsOf: UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount))
    }

    mutating func number(_ value: Int64) { bytes.append(contentsOf: String(value).utf8) }

    mutating func flag(_ value: Bool) { raw(value ? "true" : "false") }

    mutating func word(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if !Self.needsNoEscape(byte) { isPlain = false }
            bytes.append(byte)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    /// `[…]` with each element by `write`.
    mutating func list<Element>(
        _ elements: [Element], _ write: (inout PlainJSON, Element) -> Void
    ) {
        bytes.append(UInt8(ascii: "["))
        for (index, element) in elements.enumerated() {
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            write(&self, element)
        }
        bytes.append(UInt8(ascii: "]"))
    }

    private static func needsNoEscape(_ byte: UInt8) -> Bool {
        (0x20...0x7E).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }
}
