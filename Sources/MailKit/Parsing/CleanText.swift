/// Removes from text of strangers what could move a cursor, split a header or turn a line around.
enum CleanText {
    /// One line: line breaks and tabs become spaces, other controls and all direction and
    /// zero-width marks go; cut at `limit` bytes of UTF-8.
    static func line(_ text: String, limit: Int = 16 << 10) -> String {
        if text.utf8.count <= limit, text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            return text
        }
        var clean = String.UnicodeScalarView()
        var size = 0
        for scalar in text.unicodeScalars {
            guard let kept = onOneLine(scalar) else { continue }
            size += UTF8.width(kept)
            if size > limit { break }
            clean.append(kept)
        }
        return String(clean)
    }

    private static func onOneLine(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar.value {
        case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: " "
        case 0..<0x20, 0x7F..<0xA0: nil
        case 0x061C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: nil
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: nil
        default: scalar
        }
    }

    /// Many lines: CR LF and CR become LF, tabs stay, other controls go. Cut at `limit` bytes.
    static func body(_ text: String, limit: Int) -> (text: String, isCut: Bool) {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(min(text.utf8.count, limit))
        var previous: UInt8 = 0
        var isCut = false
        for byte in text.utf8 {
            if bytes.count >= limit {
                isCut = true
                break
            }
            append(byte, after: previous, to: &bytes)
            previous = byte
        }
        if isCut { dropBrokenEnd(&bytes) }
        return (String(decoding: bytes, as: UTF8.self), isCut)
    }

    private static func append(_ byte: UInt8, after previous: UInt8, to bytes: inout [UInt8]) {
        switch byte {
        case 0x0D: bytes.append(0x0A)
        case 0x0A where previous == 0x0D: break
        case 0x0A, 0x09: bytes.append(byte)
        case 0..<0x20, 0x7F: break
        case 0x80..<0xA0 where previous == 0xC2: bytes.removeLast()  // C1 controls
        default: bytes.append(byte)
        }
    }

    /// Removes the bytes of a character that the cut split.
    private static func dropBrokenEnd(_ bytes: inout [UInt8]) {
        var count = 0
        while let last = bytes.last, last & 0xC0 == 0x80, count < 3 {
            bytes.removeLast()
            count += 1
        }
        if let last = bytes.last, last >= 0xC0 { bytes.removeLast() }
    }
}
