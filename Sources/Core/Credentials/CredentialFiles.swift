import Foundation
import HelpDesk
import Settings
import SwiftExtensions

/// What the files of credentials tell of their age, for a desk that was set up by hand.
enum CredentialFiles {
    /// One renewal for each file that is there; estimated, for a file may be younger than what is
    /// in it.
    static func renewals(_ configuration: Configuration) -> [CredentialRenewal] {
        var renewals = configuration.stores.filter { $0.channel == "amazon" }.compactMap { store in
            store.refreshToken.flatMap {
                renewal(.authorisation(StoreID(store.id)), $0)
            }
        }
        if let amazon = configuration.amazon {
            renewals += [renewal(.clientSecret, amazon.clientSecret)].compactMap(\.self)
        }
        return renewals
    }

    private static func renewal(
        _ subject: CredentialSubject, _ secret: Settings.Secret
    ) -> CredentialRenewal? {
        guard case .file(let path) = secret,
            let facts = try? FileManager.default.attributesOfItem(atPath: path),
            let date = facts[.modificationDate] as? Date
        else { return nil }
        return CredentialRenewal(
            subject: subject, at: Timestamp(seconds: Int64(date.timeIntervalSince1970)),
            isEstimated: true)
    }
}
