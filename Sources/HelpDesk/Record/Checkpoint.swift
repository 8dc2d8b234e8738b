package import SwiftExtensions

/// A signed word that the record had so many entries and this head (helpdesk section 15.4). Copies
/// of it in a second place show what a chain alone cannot: a log cut short or written anew.
package struct Checkpoint: Hashable, Sendable, Codable {
    /// Name of the log that it covers.
    package var log: String
    /// Counted from 1 without gaps.
    package var number: Int64
    /// How many entries it covers; the newest of them has this place in the log.
    package var entries: Int64
    /// Hash of that entry, in lower-case hex.
    package var head: String
    package var at: Timestamp
    /// SHA-256 of the checkpoint before, in lower-case hex; zeros for the first.
    package var previous: String
    /// The public key (Ed25519) of the signature, in lower-case hex.
    package var key: String
    package var signature: String

    package init(
        log: String, number: Int64, entries: Int64, head: String, at: Timestamp, previous: String,
        key: String, signature: String
    ) {
        self.log = log
        self.number = number
        self.entries = entries
        self.head = head
        self.at = at
        self.previous = previous
        self.key = key
        self.signature = signature
    }

    package static let noPrevious = String(repeating: "0", count: 64)

    /// For paper: every value on its own line, long ones in groups of eight digits.
    package var paper: String {
        """
        deskhand checkpoint \(number)
        log        \(Self.groups(log))
        entries    \(entries)
        time       \(at.iso8601)
        head       \(Self.groups(head))
        previous   \(Self.groups(previous))
        key        \(Self.groups(key))
        signature  \(Self.groups(signature))
        """
    }

    private static func groups(_ digits: String) -> String {
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, index.isMultiple(of: 32) {
                text += "\n           "
            } else if index > 0, index.isMultiple(of: 8) {
                text += " "
            }
            text.append(digit)
        }
        return text
    }
}
