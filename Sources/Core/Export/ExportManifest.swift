package import HelpDesk
import Store
import SwiftExtensions
import Wire

/// What an export is, beside its files; signed, so that neither can be changed unseen (helpdesk
/// section 17). Keys are a stable interface.
package struct ExportManifest: Hashable, Sendable, Codable {
    package struct File: Hashable, Sendable, Codable {
        package var name: String
        package var rows: Int
        package var bytes: Int
        package var sha256: String
    }

    package var version = 1
    package var software: String
    package var what: String
    package var format: String
    /// What was asked for, such as `store`.
    package var query: [String: String]
    /// Stores that the export reaches.
    package var scope: [String]
    package var hasPersonalData: Bool
    package var reason: String
    package var madeBy: String
    package var madeAt: String
    /// The zone of all times in the files.
    package var timeBase = "UTC"
    package var columns: [String]
    package var files: [File]
    package var log: String
    /// The place of the last event that the files include.
    package var lastEvent: Int64
    /// A signed checkpoint that covers it.
    package var checkpoint: Checkpoint?
    package var publicKey: String
    /// Ed25519 over this document with an empty signature, as sorted JSON.
    package var signature = ""

    enum CodingKeys: String, CodingKey {
        case version, software, what, format, query, scope, reason, columns, files, log
        case checkpoint, signature
        case hasPersonalData = "personal_data"
        case madeBy = "made_by"
        case madeAt = "made_at"
        case timeBase = "time_base"
        case lastEvent = "last_event"
        case publicKey = "public_key"
    }

    /// What the signature is over.
    func signedBytes() throws -> [UInt8] {
        var unsigned = self
        unsigned.signature = ""
        return Array(try JSONText.line(unsigned).utf8)
    }
}
