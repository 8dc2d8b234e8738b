/// Amazon's order numbers: three, seven and seven digits, not part of a longer number.
package enum OrderNumbers {
    /// All different numbers in their order of appearance.
    package static func all(in text: String, limit: Int = 20) -> [OrderID] {
        let scalars = text.unicodeScalars.map(plain)
        var found: [OrderID] = []
        var index = 0
        while index + length <= scalars.count, found.count < limit {
            guard isNumber(scalars, at: index) else {
                index += 1
                continue
            }
            let id = OrderID(String(String.UnicodeScalarView(scalars[index..<index + length])))
            if !found.contains(id) { found.append(id) }
            index += length
        }
        return found
    }

    private static let length = 19

    private static func isNumber(_ scalars: [Unicode.Scalar], at start: Int) -> Bool {
        guard isDigit(scalars[start]) else { return false }
        for offset in 0..<length {
            let scalar = scalars[start + offset]
            let isDash = offset == 3 || offset == 11
            guard isDash ? scalar == "-" : isDigit(scalar) else { return false }
        }
        let before = start > 0 ? scalars[start - 1] : " "
        let end = start + length
        let after = end < scalars.count ? scalars[end] : " "
        let goesOn = after == "-" && end + 1 < scalars.count && isDigit(scalars[end + 1])
        let cameFrom = before == "-" && start > 1 && isDigit(scalars[start - 2])
        return !isDigit(before) && !isDigit(after) && !goesOn && !cameFrom
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

    /// Buyers and converters write full-width digits and other dashes.
    private static func plain(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0xFF10...0xFF19: Unicode.Scalar(scalar.value - 0xFF10 + 0x30) ?? scalar
        case 0x2010...0x2015, 0x2212, 0xFF0D: "-"
        default: scalar
        }
    }
}
