import Crypto
import Foundation
import Settings
package import SwiftExtensions

/// What the wizard knows beside the configuration: consents that are under way, checklists that
/// were ticked, and how the last trials went. No secret is in it.
package struct SetupState: Codable, Hashable, Sendable {
    /// A store whose owner has not agreed yet; it joins the configuration when they have.
    package struct PendingStore: Codable, Hashable, Sendable {
        package var id: String
        package var sellerID: String
        package var region: String
        package var marketplaces: [String]
        package var mailbox: String?
        package var address: String?

        package init(
            id: String, sellerID: String, region: String, marketplaces: [String],
            mailbox: String?, address: String?
        ) {
            self.id = id
            self.sellerID = sellerID
            self.region = region
            self.marketplaces = marketplaces
            self.mailbox = mailbox
            self.address = address
        }
    }

    /// A consent page that was shown, and the proof that its answer is ours.
    package struct OpenConsent: Codable, Hashable, Sendable {
        package var state: String
        package var issuedAt: Timestamp

        package init(state: String, issuedAt: Timestamp) {
            self.state = state
            self.issuedAt = issuedAt
        }
    }

    /// How a trial of something ended.
    package struct Trial: Codable, Hashable, Sendable {
        package var at: Timestamp
        /// Nil when all was well, else the code of what was wrong.
        package var trouble: String?
        package var milliseconds: Int64?

        package init(at: Timestamp, trouble: String?, milliseconds: Int64? = nil) {
            self.at = at
            self.trouble = trouble
            self.milliseconds = milliseconds
        }
    }

    package var pendingStores: [PendingStore] = []
    package var openConsents: [String: OpenConsent] = [:]
    /// Digests of codes that were exchanged, newest last.
    package var usedCodes: [String] = []
    /// `host/item` of everything that was ticked in Seller Central's checklists.
    package var ticked: Set<String> = []
    package var mailTrials: [String: Trial] = [:]
    package var roundTrips: [String: Trial] = [:]

    package init() {}

    /// The file of a data folder.
    package static func path(in dataFolder: String) -> String { dataFolder + "/setup.json" }

    /// What was kept; nothing when there is no such file yet. Throws for a file that cannot be read
    /// or understood, so that nothing in it is overwritten.
    package static func load(from path: String) throws -> SetupState {
        do {
            let bytes = try FileBytes.read(path, limit: 1 << 20)
            return try JSONDecoder().decode(SetupState.self, from: Data(bytes))
        } catch let failure as FileFailure where failure.errorNumber == ENOENT {
            return SetupState()
        }
    }

    /// Keeps it, for this user alone.
    package func save(to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        try SecretPen.write(String(decoding: try encoder.encode(self), as: UTF8.self), to: path)
    }

    /// Remembers a code that was exchanged.
    package mutating func use(code: String) {
        usedCodes = (usedCodes + [Self.digest(code)]).suffix(50)
    }

    package func isUsed(code: String) -> Bool { usedCodes.contains(Self.digest(code)) }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Data(text.utf8)).map {
            ($0 < 16 ? "0" : "") + String($0, radix: 16)
        }.joined()
    }
}
