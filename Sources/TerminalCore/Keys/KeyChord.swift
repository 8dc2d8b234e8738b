/// One or more presses that together mean one command, such as `ctrl-s` or `g g`.
package struct KeyChord: Hashable, Sendable {
    package var presses: [KeyPress]

    package init(_ presses: [KeyPress]) {
        self.presses = presses
    }

    /// Reads presses between spaces; nil when one of them names no key or there is none.
    package init?(_ text: some StringProtocol) {
        let words = text.split(separator: " ")
        let presses = words.compactMap { KeyPress($0) }
        guard !words.isEmpty, presses.count == words.count else { return nil }
        self.presses = presses
    }

    /// Whether more presses after `typed` could complete this chord.
    package func continues(_ typed: [KeyPress]) -> Bool {
        presses.count > typed.count && presses.starts(with: typed)
    }

    /// The short form for a hint: `^S`, `gg`, `space p`.
    package var hint: String {
        let parts = presses.map(\.hint)
        return parts.joined(separator: parts.allSatisfy { $0.count == 1 } ? "" : " ")
    }
}

extension KeyChord: CustomStringConvertible {
    /// The form `init(_:)` reads.
    package var description: String {
        presses.map(\.description).joined(separator: " ")
    }
}
