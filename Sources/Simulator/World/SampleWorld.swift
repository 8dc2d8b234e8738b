package import HelpDesk
package import SwiftExtensions

/// The two sellers, their people, orders and mail that demonstrations and tests play with.
package struct SampleWorld: Sendable {
    package var sellers: [SampleSeller]
    package var stores: [SampleStore]
    package var people: [SamplePerson]
    package var orders: [SimulatedOrder]
    /// Oldest first.
    package var mails: [SampleMail]
    package var phrases: CrowdPhrases
    /// Folder with one TOML file of templates per language.
    package var templatesFolder: String
}

/// Who owns stores.
package struct SampleSeller: Hashable, Sendable {
    package var id: String
    package var name: String
}

/// A store and how it signs its letters.
package struct SampleStore: Hashable, Sendable {
    package var profile: StoreProfile
    package var seller: String
    package var name: String
    package var signature: String
}

/// Somebody who works at the desk.
package struct SamplePerson: Hashable, Sendable {
    package enum Role: String, Sendable { case agent, supervisor }

    /// Unix user.
    package var user: String
    package var name: String
    /// The name under letters.
    package var alias: String
    package var role: Role
    package var languages: [LanguageCode]
    /// Empty for all stores.
    package var stores: [StoreID]
    package var timeZone: String
}

/// A raw mail of the folder, with its dates filled in.
package struct SampleMail: Hashable, Sendable {
    /// File name without its ending.
    package var name: String
    /// By the address it is sent to; nil when no store has it.
    package var store: StoreID?
    /// When it says it was sent.
    package var date: Timestamp?
    package var bytes: [UInt8]
}

/// Why the folder cannot be used, with the file and what is wrong in it.
package struct SampleWorldError: Error, Hashable, Sendable, CustomStringConvertible {
    package var file: String
    package var detail: String

    package var description: String { "\(file): \(detail)" }
}
