extension Timestamp {
    /// `2026-03-07T22:10:00Z`, with milliseconds only when there are any (RFC 3339).
    package var iso8601: String {
        let time = CivilTime(self)
        var text = "\(padded(time.year, 4))-\(padded(time.month, 2))-\(padded(time.day, 2))T"
        text += "\(padded(time.hour, 2)):\(padded(time.minute, 2)):\(padded(time.second, 2))"
        if time.millisecond != 0 { text += ".\(padded(time.millisecond, 3))" }
        return text + "Z"
    }

    /// Reads RFC 3339: a date, `T` or a space, a time, an optional fraction, `Z` or `±hh:mm`.
    /// Nil for anything else, impossible dates included.
    package init?(iso8601 text: String) {
        var scanner = DigitScanner(text)
        guard let year = scanner.digits(4), scanner.skip("-"), let month = scanner.digits(2),
            scanner.skip("-"), let day = scanner.digits(2),
            scanner.skip("T") || scanner.skip("t") || scanner.skip(" "),
            let hour = scanner.digits(2), scanner.skip(":"), let minute = scanner.digits(2),
            scanner.skip(":"), let second = scanner.digits(2)
        else { return nil }
        guard (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60, second < 61
        else { return nil }
        let millisecond = scanner.fraction()
        guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        let time = CivilTime(
            year: year, month: month, day: day, hour: hour, minute: minute,
            second: min(second, 59), millisecond: millisecond)
        self = time.timestamp(offsetSeconds: offset)
        let readBack = CivilTime(self, offsetSeconds: offset)
        guard readBack.day == day, readBack.month == month else { return nil }
    }
}

private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
}

private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String) {
        rest = text[...].utf8
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func skip(_ character: Unicode.Scalar) -> Bool {
        guard rest.first == UInt8(ascii: character) else { return false }
        rest.removeFirst()
        return true
    }

    mutating func digits(_ count: Int) -> Int? {
        var number = 0
        for _ in 0..<count {
            guard let byte = rest.first, (48...57).contains(byte) else { return nil }
            number = number * 10 + Int(byte - 48)
            rest.removeFirst()
        }
        return number
    }

    mutating func fraction() -> Int {
        guard skip(".") else { return 0 }
        var milliseconds = 0
        var scale = 100
        while let byte = rest.first, (48...57).contains(byte) {
            milliseconds += Int(byte - 48) * scale
            scale /= 10
            rest.removeFirst()
        }
        return milliseconds
    }

    mutating func offset() -> Int? {
        if skip("Z") || skip("z") { return 0 }
        let sign: Int
        if skip("+") { sign = 1 } else if skip("-") { sign = -1 } else { return nil }
        guard let hours = digits(2), skip(":"), let minutes = digits(2) else { return nil }
        return sign * (hours * 3600 + minutes * 60)
    }
}
