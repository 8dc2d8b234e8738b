/// Collects text as a reader would see it: runs of white space are one space outside `pre`,
/// blocks stand on lines of their own.
struct HTMLTextBuilder {
    private var bytes: [UInt8] = []
    private var needsSpace = false
    private var needsBreaks = 0

    /// The text so far without white space at its ends.
    var text: String {
        let blank: (UInt8) -> Bool = { $0 <= 0x20 }
        let start = bytes.firstIndex { !blank($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !blank($0) }.map { $0 + 1 } ?? start
        return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
    }

    mutating func append(_ run: ArraySlice<UInt8>, isPreformatted: Bool) {
        var decoder = HTMLEntities.Decoder(run)
        while let scalar = decoder.next() {
            switch scalar.value {
            case 0x0A where isPreformatted: lineBreak()
            case 0x0D: if !isPreformatted { needsSpace = true }
            case 0x09, 0x0A, 0x0C, 0x20:
                if isPreformatted { write(scalar) } else { needsSpace = true }
            case 0xA0: write(" ")
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0xFEFF: break
            default: write(scalar)
            }
        }
    }

    /// Ends the line; several in a row make empty lines, as `br` does.
    mutating func lineBreak() {
        settleBreaks()
        bytes.append(0x0A)
        needsSpace = false
    }

    /// The next text starts on a new line, after `count - 1` empty ones.
    mutating func block(_ count: Int) {
        needsBreaks = max(needsBreaks, count)
        needsSpace = false
    }

    mutating func space() {
        needsSpace = true
    }

    mutating func literal(_ text: StaticString) {
        for byte in text.description.utf8 { write(Unicode.Scalar(byte)) }
    }

    private mutating func write(_ scalar: Unicode.Scalar) {
        settleBreaks()
        if needsSpace, let last = bytes.last, last != 0x0A, last != 0x20 { bytes.append(0x20) }
        needsSpace = false
        bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private mutating func settleBreaks() {
        guard needsBreaks > 0 else { return }
        var missing = bytes.isEmpty ? 0 : needsBreaks
        var index = bytes.count - 1
        while missing > 0, index >= 0, bytes[index] == 0x0A {
            missing -= 1
            index -= 1
        }
        bytes.append(contentsOf: repeatElement(0x0A, count: missing))
        needsBreaks = 0
    }
}
