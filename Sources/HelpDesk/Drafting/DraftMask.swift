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

    /// Five digits in one word name a person, a parcel or an account.
    private static let fewestDigits = 5
    /// So many in neighbouring groups are a telephone number.
    private static let fewestInGroups = 7

    private static func withoutCodes(_ line: Substring) -> String {
        let text = aroundSlots(line) { withoutGroups($0) }
        return text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let isAddress =
                word.contains("@") || word.contains("://") || word.lowercased().hasPrefix("www.")
            guard !isAddress else { return removed }
            return aroundSlots(word) { part in
                part.count(where: \.isNumber) >= fewestDigits ? removed : String(part)
            }
        }.joined(separator: " ")
    }

    /// The text with `change` made to what stands around our slots, whatever touches them.
    private static func aroundSlots(
        _ text: Substring, _ change: (Substring) -> String
    ) -> String {
        var result = ""
        var rest = text
        while let open = rest.firstRange(of: "{{"),
            let close = rest[open.upperBound...].firstRange(of: "}}")
        {
            result += change(rest[..<open.lowerBound])
            result += rest[open.lowerBound..<close.upperBound]
            rest = rest[close.upperBound...]
        }
        return result + change(rest)
    }

    /// A telephone number is often written in groups, and touches words.
    private static func withoutGroups(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let start = rest.firstIndex(where: \.isNumber) {
            result += rest[..<start]
            let run = rest[start...].prefix {
                $0.isNumber || "+-()/.,;:!? \u{A0}\u{202F}".contains($0)
            }
            let end = run.lastIndex(where: \.isNumber).map(run.index(after:)) ?? run.endIndex
            let groups = run[..<end]
            rest = rest[end...]
            guard groups.count(where: \.isNumber) >= fewestInGroups else {
                result += groups
                continue
            }
            while let last = result.last, "+(".contains(last) { result.removeLast() }
            result += removed
        }
        return result + rest
    }
}
