/// Takes persons and numbers out of a conversation before an engine sees it. What the desk knows
/// becomes a template's slot, so that an answer can be filled in again; what only looks like a
/// number, an address or a link is left out.
package struct DraftMask: Hashable, Sendable {
    private let known: [(value: String, slot: String)]

    /// `known` pairs values with variables of templates; `private` values have no slot.
    package init(known: [(value: String, variable: String)], hidden: [String] = []) {
        let pairs = known.map { (value: $0.value, slot: "{{\($0.variable)}}") }
        let rest = hidden.map { (value: $0, slot: Self.removed) }
        // The longest first: a whole name before its parts.
        self.known = (pairs + rest).filter { $0.value.utf8.count > 1 }
            .sorted { ($1.value.utf8.count, $0.value) < ($0.value.utf8.count, $1.value) }
    }

    package static let removed = "[...]"

    package static func == (one: DraftMask, other: DraftMask) -> Bool {
        one.known.elementsEqual(other.known) { $0.value == $1.value && $0.slot == $1.slot }
    }

    package func hash(into hasher: inout Hasher) {
        for pair in known { hasher.combine(pair.value) }
    }

    /// A buyer's braces are no slots of ours.
    package func masked(_ text: String) -> String {
        var text = text.replacing("{{", with: "(").replacing("}}", with: ")")
        for (value, slot) in known {
            for form in Set([value, value.lowercased(), value.uppercased()]) {
                for place in TextPlaces.whole(form, in: text).reversed() {
                    let bytes = Array(text.utf8)
                    text =
                        String(decoding: bytes[..<place.lowerBound], as: UTF8.self) + slot
                        + String(decoding: bytes[place.upperBound...], as: UTF8.self)
                }
            }
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { Self.withoutCodes($0) }.joined(separator: "\n")
    }

    /// Five digits in a row of digits and separators name a person, a parcel or an account.
    private static let fewestDigits = 5

    private static func withoutCodes(_ line: Substring) -> String {
        var words: [Substring] = []
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            let isAddress =
                word.contains("@") || word.contains("://") || word.lowercased().hasPrefix("www.")
            let isNumber = word.count(where: \.isNumber) >= fewestDigits && !word.contains("{{")
            words.append(isAddress || isNumber ? removed[...] : word)
        }
        return joinedNumbers(words).joined(separator: " ")
    }

    /// A telephone number is often written in groups.
    private static func joinedNumbers(_ words: [Substring]) -> [Substring] {
        var result: [Substring] = []
        var run: [Substring] = []
        func isGroup(_ word: Substring) -> Bool {
            word.contains(where: \.isNumber)
                && word.allSatisfy { $0.isNumber || "+-()/.,;:!?".contains($0) }
        }
        func close() {
            let digits = run.reduce(0) { $0 + $1.count(where: \.isNumber) }
            result += run.count > 1 && digits > 6 ? [removed[...]] : run
            run = []
        }
        for word in words {
            if isGroup(word) {
                run.append(word)
            } else {
                close()
                result.append(word)
            }
        }
        close()
        return result
    }
}
