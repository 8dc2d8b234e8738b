/// Reads the letters of an internationalised host label (RFC 3492, section 6.2).
enum Punycode {
    /// The label behind `xn--`, or nil when it is malformed.
    static func decode(_ label: Substring) -> String? {
        var output: [Unicode.Scalar] = []
        var input = label[...]
        if let dash = label.lastIndex(of: "-") {
            output = Array(label[..<dash].unicodeScalars)
            input = label[label.index(after: dash)...]
        }
        var code = 128
        var place = 0
        var bias = 72
        var digits = input.utf8.makeIterator()
        var isFirst = true
        while let start = digits.next() {
            guard let delta = number(start, &digits, bias) else { return nil }
            let count = output.count + 1
            bias = adapted(delta, count, isFirst: isFirst)
            isFirst = false
            place += delta
            code += place / count
            place %= count
            guard code < 0x11_0000, count < 64, let scalar = Unicode.Scalar(UInt32(code)) else {
                return nil
            }
            output.insert(scalar, at: place)
            place += 1
        }
        return String(String.UnicodeScalarView(output))
    }

    private static func number(
        _ start: UInt8, _ digits: inout Substring.UTF8View.Iterator, _ bias: Int
    ) -> Int? {
        var sum = 0
        var weight = 1
        var position = 36
        var byte = start
        while true {
            guard let digit = value(byte) else { return nil }
            sum += digit * weight
            guard sum < 1 << 24 else { return nil }
            let threshold = min(max(position - bias, 1), 26)
            if digit < threshold { return sum }
            weight *= 36 - threshold
            guard weight < 1 << 32, let next = digits.next() else { return nil }
            byte = next
            position += 36
        }
    }

    private static func value(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x61...0x7A: Int(byte) - 0x61
        case 0x41...0x5A: Int(byte) - 0x41
        case 0x30...0x39: Int(byte) - 0x30 + 26
        default: nil
        }
    }

    private static func adapted(_ delta: Int, _ count: Int, isFirst: Bool) -> Int {
        var delta = isFirst ? delta / 700 : delta / 2
        delta += delta / count
        var bias = 0
        while delta > 455 {
            delta /= 35
            bias += 36
        }
        return bias + 36 * delta / (delta + 38)
    }
}
