/// Folds the letters of a host that look alike to one letter, so that imitations meet what they imitate.
enum HostSkeleton {
    static func of(_ host: String) -> String {
        let readable = host.split(separator: ".", omittingEmptySubsequences: false)
            .map {
                $0.hasPrefix("xn--") ? Punycode.decode($0.dropFirst(4)) ?? String($0) : String($0)
            }
            .joined(separator: ".")
        var skeleton = ""
        for scalar in WordFolding.fold(readable).unicodeScalars {
            skeleton.unicodeScalars.append(lookAlikes[scalar] ?? scalar)
        }
        for (pair, letter) in [("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m")] {
            skeleton = skeleton.replacing(pair, with: letter)
        }
        return skeleton
    }

    /// True when one letter changed, went missing, was added, or two neighbours changed places.
    static func isOneEditAway(_ label: String, from word: String) -> Bool {
        let left = Array(label.unicodeScalars)
        let right = Array(word.unicodeScalars)
        guard left != right, abs(left.count - right.count) <= 1, right.count >= 5 else {
            return false
        }
        let start = zip(left, right).prefix { $0 == $1 }.count
        let rest = (left.dropFirst(start), right.dropFirst(start))
        let end = zip(rest.0.reversed(), rest.1.reversed()).prefix { $0 == $1 }.count
        let middle = (Array(rest.0.dropLast(end)), Array(rest.1.dropLast(end)))
        if middle.0.count <= 1, middle.1.count <= 1 { return true }
        return middle.0.count == 2 && middle.1.count == 2 && middle.0[0] == middle.1[1]
            && middle.0[1] == middle.1[0]
    }

    private static let lookAlikes: [Unicode.Scalar: Unicode.Scalar] = {
        let rows: [(Unicode.Scalar, String)] = [
            ("a", "аɑα@4"), ("o", "оο0օ"), ("e", "еҽє3"), ("i", "іıɩ1|lӏ"), ("c", "сϲ"),
            ("p", "рρ"),
            ("n", "ոпռ"), ("m", "мṃ"), ("z", "ᴢʐ2"), ("k", "кκ"), ("t", "тτ"), ("s", "ѕ5"),
            ("y", "у"),
            ("x", "х"), ("r", "г"), ("h", "һ"),
        ]
        var table: [Unicode.Scalar: Unicode.Scalar] = [:]
        for (letter, others) in rows {
            for other in others.unicodeScalars { table[other] = letter }
        }
        return table
    }()
}
