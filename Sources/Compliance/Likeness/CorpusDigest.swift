/// Tells one collection of texts from another: FNV-1a over the bytes of their lines.
package struct CorpusDigest: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    package mutating func add(line: some Sequence<UInt8>) {
        for byte in line { mix(byte) }
        mix(0x0A)
    }

    private mutating func mix(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    /// 16 hexadecimal digits.
    package var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
