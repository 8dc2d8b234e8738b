import ChannelAmazon
import Crypto
import Foundation
import HelpDesk
import Logging
import MailKit
package import Settings
package import Store
import SwiftExtensions

extension Desk {
    /// A desk with real doors, as the configuration describes them. Throws `configuration` for what
    /// no reader of the file could know, such as a sendmail command that does not parse.
    package static func assemble(
        configuration: Configuration, database: DeskDatabase,
        options: DeskOptions = DeskOptions()
    ) async throws -> Desk {
        // Digests are made of mails; before the first one there is nothing that a new key spoils.
        let isNeeded = try await database.read { try $0.rawMail(RawMailID(1)) } != nil
        let digestKey = try DigestKey.load(
            orCreateAt: configuration.core.data + "/digest.key", isNeeded: isNeeded)
        return try await open(
            database: database, settings: DeskSettings(configuration, options),
            ports: try ports(configuration, options), digestKey: digestKey, clock: options.clock,
            random: options.random, logger: options.logger)
    }

    private static func ports(
        _ configuration: Configuration, _ options: DeskOptions
    ) throws -> DeskPorts {
        var ports = DeskPorts()
        for mailbox in configuration.mailboxes {
            ports.mailboxes[MailboxName(mailbox.name)] = try MailboxPort(mailbox, options)
        }
        if let amazon = configuration.amazon {
            try AmazonPorts(amazon, options).add(configuration.stores, to: &ports)
        }
        ports.checkpointCopies = CheckpointCopies(configuration.audit)
        let needsNetwork = configuration.mailboxes.contains {
            if case .oauth2 = $0.login { true } else { false }
        }
        if needsNetwork, ports.network == nil { ports.network = NetworkTransport() }
        ports.spelling = SpellingPrograms.find(configuration.core.spelling)
        if let translation = configuration.translation {
            try ports.add(translation)
        }
        if let drafting = configuration.drafting { ports.add(drafting) }
        return ports
    }
}

extension DeskSettings {
    /// The values of a configuration file and of the program that read it.
    package init(_ configuration: Configuration, _ options: DeskOptions) {
        self.init(
            stores: configuration.stores.map(StoreProfile.init),
            orderSync: Dictionary(
                configuration.stores.map { store in
                    (
                        StoreID(store.id),
                        OrderSyncSettings(
                            backfillDays: store.backfillDays,
                            every: .seconds(Int64(store.everySeconds)))
                    )
                }, uniquingKeysWith: { first, _ in first }),
            admins: configuration.core.admins, people: options.people,
            templates: options.templates, templateScopes: options.templateScopes,
            storeNames: options.storeNames, timeZone: configuration.core.timeZone,
            undoSeconds: configuration.core.undoSeconds, isRehearsal: options.isRehearsal,
            coreVersion: options.coreVersion,
            excuseConfirmer: configuration.core.agentsConfirmExcuses ? .excuse : .confirmExcuse
        )
        credentials = CredentialFiles.renewals(configuration)
        lintRules = configuration.core.lintRules
    }
}

extension StoreProfile {
    fileprivate init(_ store: StoreSettings) {
        self.init(
            id: StoreID(store.id), channel: store.channel, sellerID: store.sellerID,
            region: store.region, marketplaces: store.marketplaces.map { MarketplaceCode($0) },
            mailbox: store.mailbox.map { MailboxName($0) }, address: store.address)
    }
}
