/// Marks that make every message and every answer of the scenario findable: letters only, so that
/// no rule takes them for a number of some kind.
enum Marks {
    /// `QBAAAK` for kind `B` and number 10: five letters of the number after `Q` and the kind.
    static func mark(_ kind: Character, _ number: Int) -> String {
        var rest = number
        var letters: [Character] = []
        for _ in 0..<5 {
            letters.append(alphabet[rest % alphabet.count])
            rest /= alphabet.count
        }
        return "Q\(kind)" + String(letters.reversed())
    }

    /// The marks of a kind in a text, in order.
    static func all(_ kind: Character, in text: String) -> [String] {
        text.split { !$0.isLetter }.map(String.init)
            .filter { $0.count == 7 && $0.hasPrefix("Q\(kind)") && $0.allSatisfy(isOurs) }
    }

    private static func isOurs(_ letter: Character) -> Bool {
        letter == "Q" || alphabet.contains(letter)
    }

    // No vowels, so that no word arises by chance.
    private static let alphabet = Array("BCDFGHJKLMNPRSTVWXZ")
}
