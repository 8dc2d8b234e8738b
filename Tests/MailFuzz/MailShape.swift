/// Where the parts of a mail lie, found by looking and not by parsing: headers, boundaries, words.
struct MailShape {
    let bytes: [UInt8]
    /// Each line with its end.
    let lines: [Range<Int>]
    /// Indices of lines that look like headers.
    let headers: [Int]
    /// Indices of lines that begin with two dashes.
    let boundaries: [Int]
    /// Indices of lines that name a type, an encoding or a charset.
    let typed: [Int]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var lines: [Range<Int>] = []
        var start = 0
        for (index, byte) in bytes.enumerated() where byte == 0x0A {
            lines.append(start..<index + 1)
            start = index + 1
        }
        if start < bytes.count { lines.append(start..<bytes.count) }
        self.lines = lines
        headers = lines.indices.filter { Self.isHeader(bytes[lines[$0]]) }
        boundaries = lines.indices.filter { bytes[lines[$0]].starts(with: [0x2D, 0x2D]) }
        typed = headers.filter { index in
            let byte = bytes[lines[index].lowerBound] | 0x20
            return byte == UInt8(ascii: "c")
        }
    }

    func line(_ index: Int) -> [UInt8] { Array(bytes[lines[index]]) }

    /// The mail with one line exchanged; nothing removes it.
    func replacing(_ index: Int, with line: [UInt8]?) -> [UInt8] {
        var result = Array(bytes[..<lines[index].lowerBound])
        result += line ?? []
        result += bytes[lines[index].upperBound...]
        return result
    }

    func inserting(_ line: [UInt8], before index: Int) -> [UInt8] {
        let place = index < lines.count ? lines[index].lowerBound : bytes.count
        return Array(bytes[..<place]) + line + bytes[place...]
    }

    private static func isHeader(_ line: ArraySlice<UInt8>) -> Bool {
        guard let colon = line.prefix(60).firstIndex(of: UInt8(ascii: ":")) else { return false }
        return colon > line.startIndex
            && line[..<colon].allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }
}
