import ChannelAmazon
import Core
import Foundation
import HelpDesk
import Localization
import Settings
import SwiftExtensions

extension SetupWizard {
    /// New stores. One with orders waits beside the configuration until its owner has agreed, so
    /// that the core can start at any time.
    func storeStep() async throws {
        var index = 0
        while index < dialogue.count(of: "store") ?? .max {
            let key = "store[\(index)]"
            let id = try ask(
                "\(key).id", SetupQuestions.storeID, isNeeded: false, check: SetupChecks.word)
            guard let id else { break }
            if let store = try store(id, key) { try keep(store, key) }
            index += 1
        }
    }

    private func store(_ id: String, _ key: String) throws -> SetupState.PendingStore? {
        let old = try knownStore(id)
        guard
            let sellerID = try ask(
                "\(key).seller_id", SetupQuestions.sellerID, fallback: old?.sellerID,
                check: SetupChecks.seller),
            let codes = try ask(
                "\(key).marketplaces", SetupQuestions.marketplaces,
                fallback: old?.marketplaces.joined(separator: ","),
                check: SetupChecks.marketplaces),
            let region = SetupChecks.region(SetupChecks.list(codes.uppercased()))
        else { return nil }
        if let other = try owner(of: sellerID, in: region, except: id) {
            complain(SetupTrouble(.sellerKnown, ["store": other]), about: id)
            return nil
        }
        let mailbox = try mailbox(of: key, old)
        let address = try ask(
            "\(key).address", SetupQuestions.storeAddress,
            fallback: old?.address ?? Self.plusAddress(id, mailbox), isNeeded: false,
            check: SetupChecks.address)
        return SetupState.PendingStore(
            id: id, sellerID: sellerID, region: region,
            marketplaces: SetupChecks.list(codes.uppercased()), mailbox: mailbox?.name,
            address: address)
    }

    private func keep(_ store: SetupState.PendingStore, _ key: String) throws {
        let isAuthorised = configuration?.stores.contains {
            $0.id == store.id && $0.refreshToken != nil
        }
        if isAuthorised == true {
            try add(store, token: nil)
            try write()
        } else if try agrees("\(key).orders", SetupQuestions.orders, fallback: true) {
            try change { state in
                state.pendingStores.removeAll { $0.id == store.id }
                state.pendingStores.append(store)
            }
        } else {
            try add(store, token: nil)
            try set(
                "sync", .element("store", key: "id", value: store.id),
                .table([.init("orders", .bool(false))]))
            try write()
        }
    }

    /// Puts a store's table into the text, with its token's file when it has one.
    func add(_ store: SetupState.PendingStore, token: String?) throws {
        let place = ConfigurationText.Place.element("store", key: "id", value: store.id)
        let old = configuration?.stores.first { $0.id == store.id }
        if old?.sellerID != store.sellerID { try set("seller_id", place, .string(store.sellerID)) }
        if old?.region != store.region { try set("region", place, .string(store.region)) }
        if old?.marketplaces != store.marketplaces {
            try set("marketplaces", place, .strings(store.marketplaces))
        }
        if let token { try set("refresh_token_file", place, .string(token)) }
        if let mailbox = store.mailbox, mailbox != old?.mailbox {
            try set("mailbox", place, .string(mailbox))
        }
        if let address = store.address, address != old?.address {
            try set("address", place, .string(address))
        }
    }

    private func knownStore(_ id: String) throws -> SetupState.PendingStore? {
        if let pending = try state().pendingStores.first(where: { $0.id == id }) { return pending }
        return configuration?.stores.first { $0.id == id }.map(SetupState.PendingStore.init)
    }

    /// One account in one region is one store.
    private func owner(
        of sellerID: String, in region: String, except id: String
    ) throws -> String? {
        let pending = try state().pendingStores
        let known = (configuration?.stores ?? []).map(SetupState.PendingStore.init)
        return (known + pending).first {
            $0.sellerID == sellerID && $0.region == region && $0.id != id
        }?.id
    }

    private func mailbox(
        of key: String, _ old: SetupState.PendingStore?
    ) throws -> MailboxSettings? {
        let mailboxes = configuration?.mailboxes ?? []
        guard !mailboxes.isEmpty else { return nil }
        let names = mailboxes.map(\.name)
        let name = try ask(
            "\(key).mailbox", SetupQuestions.storeMailbox, fallback: old?.mailbox ?? names[0],
            check: { name in
                names.contains(name)
                    ? nil
                    : SetupQuestions.notMailbox.given(["names": names.joined(separator: ", ")])
            })
        return mailboxes.first { $0.name == name }
    }

    /// `desk+nova-eu@example.com`, so that the address names the store.
    private static func plusAddress(_ id: String, _ mailbox: MailboxSettings?) -> String? {
        guard let parts = mailbox?.from?.split(separator: "@"), parts.count == 2 else { return nil }
        return "\(parts[0])+\(id)@\(parts[1])"
    }
}

extension SetupState.PendingStore {
    /// A configured store, as the wizard describes one.
    init(_ store: StoreSettings) {
        self.init(
            id: store.id, sellerID: store.sellerID, region: store.region,
            marketplaces: store.marketplaces, mailbox: store.mailbox, address: store.address)
    }
}

extension SetupWizard {
    /// What must be ticked in each Seller Central.
    func sellerCentralStep() throws {
        guard let configuration else { return }
        for (host, stores) in SellerCentralList.hosts(configuration.stores) {
            say(
                SetupNews.sellerCentral,
                ["host": host, "stores": stores.joined(separator: ", ")])
            let ticked = try state().ticked
            for (index, item) in SellerCentralList.items.enumerated() {
                let mark = ticked.contains("\(host)/\(item)") ? "x" : " "
                let text = words(SetupNews.sellerCentralItem(item, addresses(stores)))
                dialogue.say("  \(index + 1). [\(mark)] \(text)")
            }
            try tick(host, ticked)
        }
    }

    private func tick(_ host: String, _ ticked: Set<String>) throws {
        let items = SellerCentralList.items
        let present = items.indices.filter { ticked.contains("\(host)/\(items[$0])") }
        let answer = try ask(
            "seller_central.\(host)", SetupQuestions.ticked,
            fallback: present.isEmpty
                ? nil : present.map { String($0 + 1) }.joined(separator: ","), isNeeded: false,
            check: { Self.numbers($0, items.count) == nil ? SetupQuestions.notNumbers : nil })
        guard let answer, let done = Self.numbers(answer, items.count) else { return }
        try change { state in
            for (index, item) in items.enumerated() {
                if done.contains(index + 1) {
                    state.ticked.insert("\(host)/\(item)")
                } else {
                    state.ticked.remove("\(host)/\(item)")
                }
            }
        }
    }

    private static func numbers(_ text: String, _ count: Int) -> Set<Int>? {
        if text == "all" { return Set(1...count) }
        let numbers = SetupChecks.list(text).map { Int($0) ?? 0 }
        return numbers.allSatisfy { (1...count).contains($0) } ? Set(numbers) : nil
    }

    private func addresses(_ stores: [String]) -> [String: String] {
        let configured = configuration?.stores.filter { stores.contains($0.id) } ?? []
        let senders = (configuration?.mailboxes ?? []).filter { mailbox in
            configured.contains { $0.mailbox == mailbox.name }
        }.compactMap(\.from)
        let to = Set(configured.compactMap(\.address)).sorted().joined(separator: ", ")
        return [
            "to": to.isEmpty ? "-" : to,
            "from": senders.isEmpty ? "-" : Set(senders).sorted().joined(separator: ", "),
        ]
    }
}
