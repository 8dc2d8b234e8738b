/// What a text is judged by: its words, pairs of neighbouring words and short runs of letters, as
/// numbers of buckets. Buckets tell nothing of the words that fell into them.
enum CategoryFeatures {
    static let buckets = 1 << 15
    /// The longest texts are judged by their beginning.
    private static let longest = 2000
    private static let runs = 3...5
    private static let ideographs = 3

    private enum Kind {
        static let word: UInt32 = 0x77
        static let pair: UInt32 = 0x62
        static let run: UInt32 = 0x67
        static let ideograph: UInt32 = 0x63
        static let question: UInt32 = 0x3F
    }

    /// The buckets of a text, each once, in rising order.
    static func of(_ text: String) -> [Int] {
        var found: Set<Int> = []
        var before: UInt64?
        for word in words(text) {
            if word.isEastAsian {
                addIdeographs(word.scalars, &found)
                before = nil
                continue
            }
            let hash = word.scalars.reduce(start(Kind.word), mix)
            found.insert(bucket(hash))
            addRuns(word.scalars, &found)
            if let before {
                found.insert(bucket(word.scalars.reduce(mix(before, Kind.pair), mix)))
            }
            before = hash
        }
        if text.contains(where: { $0 == "?" || $0 == "？" }) {
            found.insert(bucket(start(Kind.question)))
        }
        return found.sorted()
    }

    private struct Word {
        var scalars: [UInt32]
        var isEastAsian: Bool
    }

    /// Words of one script; every number is 0.
    private static func words(_ text: String) -> [Word] {
        var words: [Word] = []
        var isOpen = false
        for scalar in TextFolding.fold(String(text.prefix(longest))).unicodeScalars {
            let isDigit = ("0"..."9").contains(scalar)
            guard isDigit || scalar.properties.isAlphabetic else {
                isOpen = false
                continue
            }
            let isEastAsian = TextFolding.isEastAsian(scalar)
            let value = isDigit ? 0x30 : scalar.value
            if isOpen, let last = words.last, last.isEastAsian == isEastAsian {
                if isDigit, last.scalars.last == value { continue }
                words[words.count - 1].scalars.append(value)
            } else {
                words.append(Word(scalars: [value], isEastAsian: isEastAsian))
            }
            isOpen = true
        }
        return words
    }

    private static func addRuns(_ word: [UInt32], _ found: inout Set<Int>) {
        let edged = [0x5E] + word + [0x24]
        for first in edged.indices {
            var hash = start(Kind.run)
            for length in 1...runs.upperBound where first + length <= edged.count {
                hash = mix(hash, edged[first + length - 1])
                if runs.contains(length) { found.insert(bucket(hash)) }
            }
        }
    }

    private static func addIdeographs(_ word: [UInt32], _ found: inout Set<Int>) {
        for first in word.indices {
            var hash = start(Kind.ideograph)
            for length in 1...ideographs where first + length <= word.count {
                hash = mix(hash, word[first + length - 1])
                found.insert(bucket(hash))
            }
        }
    }

    // FNV-1a over scalars. Not Swift's own hashes: they differ from one start to the next.
    private static func start(_ kind: UInt32) -> UInt64 { mix(0xCBF2_9CE4_8422_2325, kind) }

    private static func mix(_ hash: UInt64, _ value: UInt32) -> UInt64 {
        (hash ^ UInt64(value)) &* 0x100_0000_01B3
    }

    private static func bucket(_ hash: UInt64) -> Int {
        Int(((hash ^ (hash >> 32)) &* 0x9E37_79B9_7F4A_7C15) >> 49)
    }
}
