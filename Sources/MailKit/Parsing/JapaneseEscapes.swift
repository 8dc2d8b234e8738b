/// ISO-2022-JP as mail really holds it: with half-width kana and NEC's row 13, which RFC 1468 does
/// not know and iconv's converter refuses. Written anew as Shift_JIS, which the C library reads whole.
enum JapaneseEscapes {
    struct Converted {
        var bytes: [UInt8]
        /// Whether characters of sets that Shift_JIS lacks became the geta mark.
        var isDoubtful: Bool
    }

    private enum CharacterSet { case single, kana, double, unknownDouble }

    static func shiftJIS(_ input: [UInt8]) -> Converted {
        var output = Converted(bytes: [], isDoubtful: false)
        output.bytes.reserveCapacity(input.count)
        var set = CharacterSet.single
        var place = 0
        while place < input.count {
            let byte = input[place]
            if byte == 0x1B, let (next, length) = designation(input[(place + 1)...]) {
                set = next
                place += 1 + length
                continue
            }
            switch byte {
            case 0x0E: set = .kana
            case 0x0F: set = .single
            case 0x0A, 0x0D:
                // Lines end in ASCII (RFC 1468); a writer who forgot the escape meant it.
                set = .single
                output.bytes.append(byte)
            case 0x21...0x7E:
                place += write(byte, input, place, set, &output)
            default: output.bytes.append(byte)
            }
            place += 1
        }
        return output
    }

    /// The set that an escape sequence chooses, and its length behind the Escape.
    private static func designation(_ rest: ArraySlice<UInt8>) -> (CharacterSet, Int)? {
        let text = rest.prefix(3).map { Character(Unicode.Scalar($0)) }
        switch text.prefix(2) {
        case ["(", "B"], ["(", "J"], ["(", "H"]: return (.single, 2)
        case ["(", "I"]: return (.kana, 2)
        case ["$", "@"], ["$", "B"]: return (.double, 2)
        case ["$", "("] where text.count == 3:
            return (text[2] == "B" || text[2] == "@" ? .double : .unknownDouble, 3)
        default: return nil
        }
    }

    /// Writes one printable byte or pair and says how many further bytes it took.
    private static func write(
        _ byte: UInt8, _ input: [UInt8], _ place: Int, _ set: CharacterSet,
        _ output: inout Converted
    ) -> Int {
        switch set {
        case .single: output.bytes.append(byte)
        case .kana: output.bytes.append(byte <= 0x5F ? byte + 0x80 : byte)
        case .double, .unknownDouble:
            guard place + 1 < input.count, (0x21...0x7E).contains(input[place + 1]) else {
                output.isDoubtful = true
                return 0
            }
            if set == .double {
                output.bytes += pair(byte, input[place + 1])
            } else {
                output.bytes += [0x81, 0xAC]
                output.isDoubtful = true
            }
            return 1
        }
        return 0
    }

    /// JIS X 0208 row and cell as Shift_JIS folds them: two rows into one.
    private static func pair(_ row: UInt8, _ cell: UInt8) -> [UInt8] {
        var lead = (row - 0x21) / 2 + 0x81
        if lead > 0x9F { lead += 0x40 }
        let trail = row % 2 == 1 ? cell + (cell >= 0x60 ? 0x20 : 0x1F) : cell + 0x7E
        return [lead, trail]
    }
}
