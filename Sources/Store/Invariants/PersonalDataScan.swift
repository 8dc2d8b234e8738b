import GRDB
import HelpDesk

/// What lies outside the database and may hold no personal data either: names of files, words of
/// processes, lines of logs.
package struct InvariantSurroundings: Sendable {
    /// A place, such as `process 17`, and what stands there.
    package var places: [(place: String, text: String)]
    /// The desk's own mail addresses, which are nobody's personal data.
    package var ownAddresses: Set<String>
    /// Unix users whom the configuration lets do everything.
    package var configured: Set<String>

    package init(
        places: [(place: String, text: String)] = [], ownAddresses: Set<String> = [],
        configured: Set<String> = []
    ) {
        self.places = places
        self.ownAddresses = ownAddresses
        self.configured = configured
    }
}

/// Looks for buyers' names, aliases and other addresses, as far as a program can: a name counts
/// when it has two words, an address when it is not the desk's own.
struct PersonalDataScan {
    private(set) var result = InvariantResult(.namelessRecord)
    private let names: Set<String>
    private let ownAddresses: Set<String>
    /// Names that are written without spaces.
    private let unspaced: Set<String>
    private let shortest: Int
    private static let longestName = 5
    private static let longestUnspaced = 8

    init(_ db: Database, _ surroundings: InvariantSurroundings) throws {
        var names: [String] = []
        for sql in ["SELECT name FROM buyer_content", "SELECT buyer_name FROM order_contact"] {
            try db.each(sql) { fields in
                if let name = try fields.optionalText() { names.append(name) }
            }
        }
        try self.init(db, names: names, shortest: 3, surroundings.ownAddresses)
    }

    /// Looks for these names; of a Chinese, Japanese or Korean one only from `shortest` characters
    /// on, as shorter ones are ordinary words too.
    init(_ db: Database, names: [String], shortest: Int, _ ownAddresses: Set<String>) throws {
        var spaced: Set<String> = []
        var unspaced: Set<String> = []
        for name in names {
            let words = Self.words(name)
            let joined = words.joined()
            if !joined.isEmpty, joined.unicodeScalars.allSatisfy(SearchWords.isIdeographic) {
                if (shortest...Self.longestUnspaced).contains(joined.count) {
                    unspaced.insert(joined)
                }
            } else if (2...Self.longestName).contains(words.count), joined.count >= 6 {
                spaced.insert(words.joined(separator: " "))
            }
        }
        self.names = spaced
        self.unspaced = unspaced
        self.shortest = shortest
        var own = ownAddresses
        try db.each("SELECT address FROM store WHERE address IS NOT NULL") {
            own.insert(try $0.text())
        }
        self.ownAddresses = Set(own.map { $0.lowercased() })
    }

    mutating func look(at places: [(place: String, text: String)]) {
        for (place, text) in places { look(at: text, place: place) }
    }

    mutating func look(at text: String, place: String) {
        if hasAddress(text) {
            result.add("\(place) holds a mail address")
        } else if !names.isEmpty && hasName(text) || !unspaced.isEmpty && hasUnspacedName(text) {
            result.add("\(place) holds a buyer's name")
        }
    }

    private func hasAddress(_ text: String) -> Bool {
        guard text.utf8.contains(UInt8(ascii: "@")) else { return false }
        return text.split(whereSeparator: { !Self.isOfAddress($0) }).contains { word in
            let parts = word.split(separator: "@", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."),
                !parts[1].hasPrefix("."), !parts[1].hasSuffix(".")
            else { return false }
            return !ownAddresses.contains(word.lowercased())
        }
    }

    private static func isOfAddress(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || "@.+-_%".contains(character)
    }

    private func hasName(_ text: String) -> Bool {
        let words = Self.words(text)
        guard words.count > 1 else { return false }
        for start in 0..<(words.count - 1) {
            let longest = min(Self.longestName, words.count - start)
            guard longest >= 2 else { continue }
            for length in 2...longest
            where names.contains(words[start..<(start + length)].joined(separator: " ")) {
                return true
            }
        }
        return false
    }

    private func hasUnspacedName(_ text: String) -> Bool {
        let runs = text.split { character in
            !character.unicodeScalars.allSatisfy(SearchWords.isIdeographic)
        }
        return runs.map(Array.init).contains { run in
            run.indices.contains { start in
                let longest = min(Self.longestUnspaced, run.count - start)
                return longest >= shortest
                    && (shortest...longest).contains {
                        unspaced.contains(String(run[start..<(start + $0)]))
                    }
            }
        }
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && $0 != "'" }.map(String.init)
    }
}
