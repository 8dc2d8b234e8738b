/// One header line of a mail, decoded.
package struct MailHeader: Hashable, Sendable, Codable {
    package var name: String
    package var value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}

/// The headers of a mail in the order in which they came; a name may occur more than once.
package struct MailHeaders: Hashable, Sendable, Codable {
    package var all: [MailHeader]

    package init(_ all: [MailHeader] = []) {
        self.all = all
    }

    /// The first value under this name, whatever its case.
    package subscript(_ name: String) -> String? {
        all.first { Self.same($0.name, name) }?.value
    }

    /// Every value under this name, whatever its case, in order.
    package func values(_ name: String) -> [String] {
        all.filter { Self.same($0.name, name) }.map(\.value)
    }

    private static func same(_ left: String, _ right: String) -> Bool {
        left.utf8.count == right.utf8.count && left.lowercased() == right.lowercased()
    }
}
