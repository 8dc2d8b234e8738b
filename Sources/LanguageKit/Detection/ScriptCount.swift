/// How many letters of which script a text holds.
struct ScriptCount: Equatable {
    var latin = 0
    var han = 0
    var kana = 0
    var hangul = 0
    var otherLetters = 0

    init(_ text: String) {
        for scalar in text.unicodeScalars { count(scalar) }
    }

    var letters: Int { latin + han + kana + hangul + otherLetters }
    var eastAsian: Int { han + kana + hangul }

    private mutating func count(_ scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF,
            0xFF21...0xFF3A, 0xFF41...0xFF5A:
            latin += 1
        case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF,
            0xFF66...0xFF9F:
            kana += 1
        case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x323AF, 0x3005:
            han += 1
        case 0x1100...0x11FF, 0x3130...0x318F, 0xAC00...0xD7A3:
            hangul += 1
        default:
            if scalar.properties.isAlphabetic { otherLetters += 1 }
        }
    }
}
