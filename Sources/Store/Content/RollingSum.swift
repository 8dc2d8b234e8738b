/// A sum of as many bytes as a window holds, which moves on by one byte in a few steps.
///
/// The sum of a text is kept beside its digest, so it must not tell the text: of the polynomial
/// modulo 2^61 - 1 only sixteen bits are shown.
struct RollingSum {
    private static let modulus: UInt64 = (1 << 61) - 1
    private static let base: UInt64 = 0x1_9E37_79B9_7F4A

    private var sum: UInt64 = 0
    /// What the byte that leaves the window weighs.
    private var weight: UInt64 = 1

    init(_ bytes: some Collection<UInt8>) {
        for (index, byte) in bytes.enumerated() {
            sum = Self.product(sum, Self.base, plus: byte)
            if index > 0 { weight = Self.product(weight, Self.base, plus: 0) }
        }
    }

    /// 0 to 65,535.
    var value: Int { Int(sum & 0xFFFF) }

    static func of(_ bytes: [UInt8]) -> Int { RollingSum(bytes).value }

    mutating func move(out old: UInt8, in new: UInt8) {
        let gone = Self.product(weight, UInt64(old), plus: 0)
        let left = sum >= gone ? sum - gone : sum + Self.modulus - gone
        sum = Self.product(left, Self.base, plus: new)
    }

    private static func product(_ one: UInt64, _ other: UInt64, plus byte: UInt8) -> UInt64 {
        let (high, low) = one.multipliedFullWidth(by: other)
        // 2^61 is 1 here: the bits above it are added to those below.
        var result = (low & modulus) + ((high << 3) | (low >> 61)) + UInt64(byte)
        if result >= modulus { result -= modulus }
        return result >= modulus ? result - modulus : result
    }
}
