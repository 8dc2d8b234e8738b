/// Fields of a buyer of which only a part is shown without a further right.
package enum MaskedField: String, Codable, Sendable, CaseIterable {
    case name, email
    case postalCode = "postal_code"
}

/// What of a buyer everybody sees who may read the ticket: first name, city and order (helpdesk
/// section 16). The rest needs `read_pii`, or `unmask` and a reason.
package enum PersonMask {
    /// What stands for the rest of a value.
    package static let rest = "…"

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "miss", "dr", "prof", "herr", "frau", "m", "mme", "mlle", "sig", "sr",
        "sra", "don", "dona",
    ]

    /// The first name and a sign that there is more. A name of one word stays as it is; of a
    /// Chinese, Japanese or Korean name the first character is left.
    package static func firstName(of name: String) -> String {
        let words = name.split(whereSeparator: \.isWhitespace).map(String.init)
        let named = words.drop { titles.contains($0.lowercased().filter { $0 != "." }) }
        guard let first = named.first ?? words.first else { return "" }
        if first.unicodeScalars.allSatisfy(isIdeographic), first.count > 1 || named.count > 1 {
            return String(first.prefix(1)) + rest
        }
        return words.count > 1 ? "\(first) \(rest)" : first
    }

    /// What a letter may call the buyer when its author does not see the whole name; empty when
    /// the mask leaves no name that one could write.
    package static func givenName(of name: String) -> String {
        let shown = firstName(of: name)
        let given = shown.hasSuffix(" " + rest) ? String(shown.dropLast(2)) : shown
        return given.hasSuffix(rest) ? "" : given
    }

    /// A subject without the masked part of a buyer's name: the platform writes the whole name into
    /// its subjects, where it would stand beside its own mask.
    package static func subject(_ subject: String, of name: String) -> String {
        let shown = firstName(of: name)
        guard shown != name, !name.isEmpty else { return subject }
        var rest = subject[...]
        var masked = ""
        while let first = rest.indices.first(where: { rest[$0...].hasPrefix(name) }) {
            masked += rest[..<first] + shown
            rest = rest[first...].dropFirst(name.count)
        }
        return masked + rest
    }

    private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x3005...0x30FF, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3: true
        default: false
        }
    }
}

extension OrderContact {
    /// The contact as `rights` let somebody see it.
    package func seen(with rights: RightSet) -> OrderContact {
        guard !rights.allows(.readPII) else { return self }
        var contact = self
        contact.buyerName = buyerName.map(PersonMask.firstName)
        contact.buyerEmail = buyerEmail.map { _ in PersonMask.rest }
        contact.postalCode = postalCode.map { _ in PersonMask.rest }
        return contact
    }
}
