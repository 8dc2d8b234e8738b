import Foundation
import SwiftExtensions

extension PretendRandom {
    /// A share of 0 up to 1.
    mutating func share() -> Double {
        Double(next() >> 11) / Double(1 << 53)
    }

    /// The wait until the next of events that come every `mean` milliseconds; at most ten of it.
    mutating func wait(mean: Double) -> Duration {
        let times = min(10, -log(max(share(), .leastNormalMagnitude)))
        return .milliseconds(Int64(mean * times) + 1)
    }

    mutating func letters(_ count: Int, of alphabet: [Character]) -> String {
        String((0..<count).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &self)] })
    }

    /// A token of a footer: `A` and 20 capitals and digits.
    mutating func footerToken() -> String {
        "A" + letters(20, of: Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"))
    }

    mutating func alias() -> String {
        letters(1, of: Array("abcdefghijklmnopqrstuvwxyz"))
            + letters(14, of: Array("abcdefghijklmnopqrstuvwxyz0123456789"))
    }

    /// A version 4 UUID (RFC 9562).
    mutating func uuid() -> String {
        var hex = Array(hex(32))
        hex[12] = "4"
        hex[16] = "a"
        for position in [20, 16, 12, 8] { hex.insert("-", at: position) }
        return String(hex)
    }
}
