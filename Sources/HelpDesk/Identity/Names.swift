/// A short text that names one thing and is written by people or platforms.
package protocol DeskName: RawRepresentable<String>, Hashable, Comparable, Codable, Sendable,
    ExpressibleByStringLiteral, CustomStringConvertible
{
    init(rawValue: String)
}

extension DeskName {
    package init(_ rawValue: String) { self.init(rawValue: rawValue) }
    package init(stringLiteral value: String) { self.init(rawValue: value) }
    package var description: String { rawValue }
    package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// A `[[store]]` of the configuration: one seller account in one region, such as `nova-eu`.
package struct StoreID: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A marketplace as people write it: US CA UK DE FR IT ES JP.
package struct MarketplaceCode: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A platform's order number, such as `305-7714402-1187543`.
package struct OrderID: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A BCP 47 language such as `de`, `ja` or `zh-Hans`; `und` when nobody can tell.
package struct LanguageCode: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
    package static let undetermined: LanguageCode = "und"

    /// Whether it is written as BCP 47 has it: letters and digits in parts of at most eight.
    /// Languages name files.
    package var isWellFormed: Bool {
        let parts = rawValue.split(separator: "-", omittingEmptySubsequences: false)
        return !parts.isEmpty && parts.count <= 4
            && parts.allSatisfy { part in
                (1...8).contains(part.utf8.count)
                    && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }
}

/// A `[[mailbox]]` of the configuration.
package struct MailboxName: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}

/// A template's stable key, such as `where-is-my-order.de`.
package struct TemplateKey: DeskName {
    package let rawValue: String
    package init(rawValue: String) { self.rawValue = rawValue }
}
