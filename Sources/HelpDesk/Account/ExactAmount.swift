/// A decimal number that is added without rounding: money is never counted in binary fractions.
package struct ExactAmount: Hashable, Sendable, Comparable, CustomStringConvertible {
    package static let zero = ExactAmount(units: 0, scale: 0)

    private static let mostDigits = 30
    private static let largestScale = 12
    private var units: Int128
    private var scale: Int

    private init(units: Int128, scale: Int) {
        var units = units
        var scale = scale
        while scale > 0, units % 10 == 0 {
            units /= 10
            scale -= 1
        }
        self.units = units
        self.scale = scale
    }

    /// Reads `-12.50`, `12,50` and `1.25E+1`. Nil for anything else, for groups of thousands, and
    /// for numbers beyond 30 digits or 12 decimals.
    package init?(_ text: String) {
        var rest = Array(text.utf8)[...]
        var isNegative = false
        if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
            isNegative = sign == UInt8(ascii: "-")
            rest = rest.dropFirst()
        }
        var exponent = 0
        if let mark = rest.firstIndex(where: { $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E") })
        {
            guard let number = Int(String(decoding: rest[(mark + 1)...], as: UTF8.self)),
                abs(number) <= Self.mostDigits
            else { return nil }
            exponent = number
            rest = rest[..<mark]
        }
        let parts = rest.split(
            omittingEmptySubsequences: false,
            whereSeparator: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
        guard (1...2).contains(parts.count),
            parts.allSatisfy({ $0.allSatisfy { (48...57).contains($0) } }),
            parts.contains(where: { !$0.isEmpty })
        else { return nil }
        let point = (parts.count == 2 ? parts[1].count : 0) - exponent
        let digits =
            Array(parts.joined()) + Array(repeating: UInt8(ascii: "0"), count: max(0, -point))
        let places = max(0, point)
        guard digits.count <= Self.mostDigits, places <= Self.largestScale else { return nil }
        var units: Int128 = 0
        for digit in digits { units = units * 10 + Int128(digit - 48) }
        self.init(units: isNegative ? -units : units, scale: places)
    }

    /// The exact sum; nil when it has more digits than this type holds.
    package func adding(_ other: ExactAmount) -> ExactAmount? {
        guard let pair = aligned(with: other) else { return nil }
        let (sum, overflow) = pair.left.addingReportingOverflow(pair.right)
        return overflow ? nil : ExactAmount(units: sum, scale: pair.scale)
    }

    package var isNegative: Bool { units < 0 }

    package static func < (left: ExactAmount, right: ExactAmount) -> Bool {
        guard let pair = left.aligned(with: right) else { return left.units < right.units }
        return pair.left < pair.right
    }

    /// With a point and no more decimals than needed.
    package var description: String { text(decimals: 0) }

    /// With a point and at least so many decimals.
    package func text(decimals: Int) -> String {
        let wanted = max(scale, min(decimals, Self.largestScale))
        var digits = String(units.magnitude)
        digits += String(repeating: "0", count: wanted - scale)
        digits = String(repeating: "0", count: max(0, wanted + 1 - digits.utf8.count)) + digits
        let sign = units < 0 ? "-" : ""
        guard wanted > 0 else { return sign + digits }
        return "\(sign)\(digits.dropLast(wanted)).\(digits.suffix(wanted))"
    }

    private func aligned(
        with other: ExactAmount
    ) -> (left: Int128, right: Int128, scale: Int)? {
        let wanted = max(scale, other.scale)
        guard let left = raised(to: wanted), let right = other.raised(to: wanted) else {
            return nil
        }
        return (left, right, wanted)
    }

    private func raised(to wanted: Int) -> Int128? {
        var units = units
        for _ in scale..<wanted {
            let (product, overflow) = units.multipliedReportingOverflow(by: 10)
            guard !overflow else { return nil }
            units = product
        }
        return units
    }
}
