import Jobs
import Synchronization

/// Randomness for the core: the machine's, or repeatable numbers from a seed.
package final class DeskRandom: Sendable {
    /// Nil stands for the operating system's generator.
    private let seeded: Mutex<SeededRandom?>

    private init(_ seeded: SeededRandom?) {
        self.seeded = Mutex(seeded)
    }

    /// The operating system's generator.
    package static let system = DeskRandom(nil)

    package convenience init(seed: UInt64) {
        self.init(SeededRandom(seed: seed))
    }

    package func next() -> UInt64 {
        let number = seeded.withLock { $0?.next() }
        if let number { return number }
        var system = SystemRandomNumberGenerator()
        return system.next()
    }

    /// From 0 up to, but not including, 1.
    package func fraction() -> Double { Double(next() >> 11) / Double(1 << 53) }

    package func double(in range: ClosedRange<Double>) -> Double {
        range.lowerBound + fraction() * (range.upperBound - range.lowerBound)
    }

    /// Lower-case hexadecimal digits that nobody can guess: 16 a word.
    package func token(words: Int = 2) -> String {
        (0..<words).map { _ in
            let digits = String(next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
    }
}

/// The core's randomness where the standard library asks for a generator.
struct DeskRandomSource: RandomNumberGenerator {
    let random: DeskRandom

    mutating func next() -> UInt64 { random.next() }
}
