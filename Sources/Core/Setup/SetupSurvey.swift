import ChannelAmazon
import HelpDesk
package import Settings
import Store
import SwiftExtensions

/// One line of the wizard's checklist, as a code with values for the sentence that the edge makes.
package struct SetupItem: Hashable, Sendable {
    package enum State: String, Sendable {
        case done, open
        /// It was done and does not work.
        case failing
    }

    /// The raw values are for programs and never change their meaning.
    package enum Code: String, Sendable, CaseIterable {
        case configOpen = "config-open"
        case coreDone = "core-done"
        case coreOpen = "core-open"
        case keysDone = "keys-done"
        case keysOpen = "keys-open"
        case amazonDone = "amazon-done"
        case amazonOpen = "amazon-open"
        case applicationOpen = "application-open"
        case secretOpen = "secret-open"
        case mailboxNone = "mailbox-none"
        case mailboxDone = "mailbox-done"
        case mailboxUntried = "mailbox-untried"
        case mailboxFailing = "mailbox-failing"
        case storeNone = "store-none"
        case storeDone = "store-done"
        case storeMailOnly = "store-mail-only"
        case storePending = "store-pending"
        case storeUnauthorised = "store-unauthorised"
        case checklistDone = "checklist-done"
        case checklistOpen = "checklist-open"
        case roundTripDone = "round-trip-done"
        case roundTripOpen = "round-trip-open"
        case roundTripFailed = "round-trip-failed"
        case peopleDone = "people-done"
        case peopleOpen = "people-open"

        package var state: State {
            switch self {
            case .coreDone, .keysDone, .amazonDone, .mailboxDone, .storeDone, .storeMailOnly,
                .checklistDone, .roundTripDone, .peopleDone:
                .done
            case .mailboxFailing, .roundTripFailed, .storeUnauthorised, .secretOpen: .failing
            default: .open
            }
        }
    }

    package var step: String
    package var code: Code
    /// A path, a mailbox, a store, a host or an address of the desk.
    package var subject: String
    package var arguments: [String: String] = [:]
}

/// What must be set in Seller Central so that mail comes in and replies are taken (amazon reference
/// 2.11).
package enum SellerCentralList {
    package static let items = [
        "buyer-messages", "confirmations", "delivery-failures", "opt-out", "returns", "claims",
        "approved-sender",
    ]

    /// The Seller Central hosts of some stores, each with its stores' names, sorted.
    package static func hosts(_ stores: [StoreSettings]) -> [(host: String, stores: [String])] {
        var found: [String: [String]] = [:]
        for store in stores where store.channel == "amazon" {
            let codes = store.marketplaces.map { MarketplaceCode($0) }
            for seller in ConsentLink.sellers(of: codes) {
                found[seller.endpoint.host, default: []].append(store.id)
            }
        }
        return found.keys.sorted().map { ($0, found[$0] ?? []) }
    }
}

/// Looks at what is set up and what is missing: at files and the record only, never at the network.
package struct SetupSurvey: Sendable {
    private let file: String

    package init(file: String) {
        self.file = file
    }

    /// The checklist, in the order of the wizard's steps.
    package func items() -> [SetupItem] {
        guard let text = try? ConfigurationPen.read(file),
            let configuration = try? Configuration.read(text, file: file, checksSecrets: false)
        else { return [SetupItem(step: "core", code: .configOpen, subject: file)] }
        let state =
            (try? SetupState.load(from: SetupState.path(in: configuration.core.data)))
            ?? SetupState()
        return core(configuration) + amazon(configuration) + mailboxes(configuration, state)
            + stores(configuration, state) + lists(configuration, state)
            + roundTrips(configuration, state) + [people(configuration)]
    }

    private func core(_ configuration: Configuration) -> [SetupItem] {
        let data = configuration.core.data
        let folder = try? FileStatus(path: data)
        let isPrivate = folder.map { $0.isDirectory && $0.permissions & 0o077 == 0 } ?? false
        let key = data + "/content.key"
        let hasKey = (try? FileStatus(path: key)) != nil
        return [
            SetupItem(step: "core", code: isPrivate ? .coreDone : .coreOpen, subject: data),
            SetupItem(step: "core", code: hasKey ? .keysDone : .keysOpen, subject: key),
        ]
    }

    private func amazon(_ configuration: Configuration) -> [SetupItem] {
        guard let amazon = configuration.amazon else {
            return [SetupItem(step: "amazon", code: .amazonOpen, subject: "[amazon]")]
        }
        let code: SetupItem.Code =
            !Self.isUsable(amazon.clientSecret)
            ? .secretOpen : amazon.applicationID == nil ? .applicationOpen : .amazonDone
        return [SetupItem(step: "amazon", code: code, subject: "[amazon]")]
    }

    private func mailboxes(
        _ configuration: Configuration, _ state: SetupState
    ) -> [SetupItem] {
        guard !configuration.mailboxes.isEmpty else {
            return [SetupItem(step: "mailboxes", code: .mailboxNone, subject: "[[mailbox]]")]
        }
        return configuration.mailboxes.map { mailbox in
            let trial = state.mailTrials[mailbox.name]
            let code: SetupItem.Code =
                trial == nil
                ? .mailboxUntried : trial?.trouble == nil ? .mailboxDone : .mailboxFailing
            return SetupItem(
                step: "mailboxes", code: code, subject: mailbox.name,
                arguments: ["trouble": trial?.trouble ?? "-"])
        }
    }

    private func stores(_ configuration: Configuration, _ state: SetupState) -> [SetupItem] {
        let pending = state.pendingStores.map {
            SetupItem(step: "consent", code: .storePending, subject: $0.id)
        }
        let known = configuration.stores.map { store in
            SetupItem(
                step: "stores", code: Self.code(store), subject: store.id,
                arguments: ["store": store.id])
        }
        guard known.isEmpty, pending.isEmpty else { return known + pending }
        return [SetupItem(step: "stores", code: .storeNone, subject: "[[store]]")]
    }

    private static func code(_ store: StoreSettings) -> SetupItem.Code {
        guard let token = store.refreshToken else { return .storeMailOnly }
        return isUsable(token) ? .storeDone : .storeUnauthorised
    }

    private static func isUsable(_ secret: Settings.Secret) -> Bool {
        (try? secret.load()) != nil
    }

    private func lists(_ configuration: Configuration, _ state: SetupState) -> [SetupItem] {
        SellerCentralList.hosts(configuration.stores).map { host, _ in
            let all = SellerCentralList.items
            let done = all.count { state.ticked.contains("\(host)/\($0)") }
            return SetupItem(
                step: "seller-central",
                code: done == all.count ? .checklistDone : .checklistOpen, subject: host,
                arguments: ["done": String(done), "all": String(all.count)])
        }
    }

    private func roundTrips(
        _ configuration: Configuration, _ state: SetupState
    ) -> [SetupItem] {
        Self.addresses(configuration).map { address, _ in
            let trial = state.roundTrips[address]
            let code: SetupItem.Code =
                trial == nil
                ? .roundTripOpen : trial?.trouble == nil ? .roundTripDone : .roundTripFailed
            return SetupItem(
                step: "round-trip", code: code, subject: address,
                arguments: ["trouble": trial?.trouble ?? "-"])
        }
    }

    /// Every address at which the desk receives and from whose mailbox it sends, once.
    package static func addresses(
        _ configuration: Configuration
    ) -> [(address: String, mailbox: MailboxSettings)] {
        configuration.mailboxes.filter { $0.outbound != nil }.flatMap { mailbox in
            let given = configuration.stores.filter { $0.mailbox == mailbox.name }
                .compactMap(\.address)
            let own = given.isEmpty ? [mailbox.from].compactMap(\.self) : given
            return Set(own).sorted().map { ($0, mailbox) }
        }
    }

    private func people(_ configuration: Configuration) -> SetupItem {
        let path = configuration.core.data + "/desk.sqlite"
        var count = 0
        if (try? FileStatus(path: path)) != nil, let look = try? DatabaseInspection(path: path) {
            defer { look.close() }
            let admins = configuration.core.admins
            count = ((try? look.activeUsers()) ?? []).count { !admins.contains($0) }
        }
        return SetupItem(
            step: "people", code: count > 0 ? .peopleDone : .peopleOpen, subject: "people",
            arguments: ["count": String(count)])
    }
}
