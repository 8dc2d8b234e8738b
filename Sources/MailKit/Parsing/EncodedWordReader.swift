import Foundation

/// Reads encoded words (RFC 2047) in header values.
///
/// GMime's own reading stops at the padding of the first of several base64 words and takes
/// charsets strictly by name, both of which real mail breaks; so words are decoded here. Words of
/// one charset that follow each other are joined before decoding, since senders split characters.
enum EncodedWordReader {
    struct Reading {
        var text: String
        /// Charsets that were unknown or did not fit.
        var doubtful: [String]
    }

    /// The value as text. `raw` may still be folded.
    static func decode(_ raw: [UInt8]) -> Reading {
        var reading = Reading(text: "", doubtful: [])
        for piece in pieces(of: unfolded(raw)) {
            let decoded = Charset.decode(piece.bytes, named: piece.charset)
            reading.text += decoded.text
            if decoded.isDoubtful { reading.doubtful.append(piece.charset ?? "") }
        }
        return reading
    }

    /// The same value with every run of encoded words written anew as one in UTF-8, for parsers of
    /// structured headers, to which decoded commas and brackets must stay invisible.
    static func normalised(_ raw: [UInt8]) -> String {
        var value = ""
        var run = ""
        func close() {
            if !run.isEmpty { value += "=?utf-8?B?\(Data(run.utf8).base64EncodedString())?=" }
            run = ""
        }
        for piece in pieces(of: unfolded(raw)) {
            let text = Charset.decode(piece.bytes, named: piece.charset).text
            if piece.charset == nil {
                close()
                value += text
            } else {
                run += text
            }
        }
        close()
        return value
    }

    private struct Piece {
        /// Nil for bytes that stand as they are.
        var charset: String?
        var bytes: [UInt8]
    }

    /// Line ends before a blank go (RFC 5322 2.2.3); any other becomes a blank.
    private static func unfolded(_ raw: [UInt8]) -> [UInt8] {
        raw.contains { $0 == 0x0A || $0 == 0x0D } ? withoutLineEnds(raw) : raw
    }

    private static func withoutLineEnds(_ raw: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(raw.count)
        for (index, byte) in raw.enumerated() {
            guard byte == 0x0A || byte == 0x0D else {
                output.append(byte)
                continue
            }
            let next = index + 1 < raw.count ? raw[index + 1] : 0x20
            if !isBlank(next) { output.append(0x20) }
        }
        return output
    }

    private static func pieces(of value: [UInt8]) -> [Piece] {
        var pieces: [Piece] = []
        var scanner = WordScanner(value)
        while let found = scanner.next() {
            switch found {
            case .word(let charset, let bytes):
                if let last = pieces.last, last.charset == charset {
                    pieces[pieces.count - 1].bytes += bytes
                } else {
                    pieces.append(Piece(charset: charset, bytes: bytes))
                }
            case .plain(let range, let isBetweenWords):
                if isBetweenWords, value[range].allSatisfy(isBlank) { continue }
                pieces.append(Piece(charset: nil, bytes: Array(value[range])))
            }
        }
        return pieces
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    }
}

/// Cuts a header value into encoded words and what stands between them.
private struct WordScanner {
    enum Found {
        case word(charset: String, bytes: [UInt8])
        case plain(Range<Int>, isBetweenWords: Bool)
    }

    private let value: [UInt8]
    private var position = 0
    private var pending: Found?
    private var isBehindWord = false
    /// Behind this place no word can end, so that a search for an end is never in vain twice.
    private let lastEnd: Int

    init(_ value: [UInt8]) {
        self.value = value
        var index = value.count - 2
        while index >= 0,
            !(value[index] == UInt8(ascii: "?") && value[index + 1] == UInt8(ascii: "="))
        {
            index -= 1
        }
        lastEnd = index
    }

    mutating func next() -> Found? {
        if let pending {
            self.pending = nil
            return pending
        }
        let start = position
        while position < lastEnd {
            if value[position] == UInt8(ascii: "="), value[position + 1] == UInt8(ascii: "?"),
                let (word, end) = word(at: position)
            {
                let plain = start..<position
                position = end
                defer { isBehindWord = true }
                guard !plain.isEmpty else { return word }
                pending = word
                return .plain(plain, isBetweenWords: isBehindWord)
            }
            position += 1
        }
        position = value.count
        return start < position ? .plain(start..<position, isBetweenWords: false) : nil
    }

    /// `=?charset*language?encoding?text?=`
    private func word(at start: Int) -> (Found, end: Int)? {
        let limit = min(value.count, start + 80)
        guard let mark = value[(start + 2)..<limit].firstIndex(of: UInt8(ascii: "?")),
            mark + 2 < value.count, value[mark + 2] == UInt8(ascii: "?")
        else { return nil }
        let name = value[(start + 2)..<mark].prefix { $0 != UInt8(ascii: "*") }
        guard !name.isEmpty, name.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
        let textStart = mark + 3
        guard textStart <= lastEnd else { return nil }
        var end = textStart
        while !(value[end] == UInt8(ascii: "?") && value[end + 1] == UInt8(ascii: "=")) { end += 1 }
        let text = value[textStart..<end]
        let charset = String(decoding: name, as: UTF8.self).lowercased()
        switch value[mark + 1] | 0x20 {
        case UInt8(ascii: "b"): return (.word(charset: charset, bytes: Self.base64(text)), end + 2)
        case UInt8(ascii: "q"): return (.word(charset: charset, bytes: Self.quoted(text)), end + 2)
        default: return nil
        }
    }

    /// Lenient: what is no base64 is passed over, padding may be missing.
    private static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var clean = text.filter { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "+")
                || byte == UInt8(ascii: "/")
        }
        if clean.count % 4 == 1 { clean.removeLast() }
        while clean.count % 4 != 0 { clean.append(UInt8(ascii: "=")) }
        return Data(base64Encoded: Data(clean)).map { [UInt8]($0) } ?? []
    }

    private static func quoted(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var output: [UInt8] = []
        var index = text.startIndex
        while index < text.endIndex {
            let byte = text[index]
            if byte == UInt8(ascii: "="), index + 2 < text.endIndex,
                let high = hex(text[index + 1]), let low = hex(text[index + 2])
            {
                output.append(high << 4 | low)
                index += 3
            } else {
                output.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
                index += 1
            }
        }
        return output
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }
}
