import Channels
import HelpDesk
import Store

extension MailSettler {
    /// Whose mail it is: by the address it was sent to, by its order, by a buyer known already, by
    /// its marketplace. Nil where several stores share the mailbox and
    /// nothing tells: a guess would show a buyer to another seller's people.
    func resolvedStore() throws -> StoreID? {
        if let addressed = mail.addressed { return addressed }
        guard mail.stores.count > 1 else { return mail.stores.first?.id }
        if let known = try storeOfOrder() ?? storeOfBuyer() { return known }
        if let marketplace = inbound.marketplace {
            let serving = mail.stores.filter { $0.marketplaces.contains(marketplace) }
            if serving.count == 1 { return serving[0].id }
        }
        return nil
    }

    /// Of a number that the buyer typed only where it is this buyer's own.
    private func storeOfOrder() throws -> StoreID? {
        for store in mail.stores {
            guard let order = try linkedOrder(in: store.id) else { continue }
            if try transaction.order(order, store: store.id) != nil { return store.id }
        }
        return nil
    }

    private func storeOfBuyer() throws -> StoreID? {
        guard let alias = inbound.alias else { return nil }
        return try mail.stores.first {
            try transaction.buyer(store: $0.id, aliasDigest: aliasDigest(alias)) != nil
        }?.id
    }

    func aliasDigest(_ alias: RelayAlias) -> String {
        desk.digests.keyed("alias", alias.localPart)
    }

    /// Names of the thread that the platform itself gave; the weaker evidence is looked up anew.
    var platformKeys: [ThreadKey] {
        inbound.threadKeys.filter {
            $0.evidence == .platformThread || $0.evidence == .platformCase
        }
    }

    func threadDigest(_ key: ThreadKey) -> String {
        desk.digests.keyed("thread", "\(key.evidence.rawValue):\(key.value)")
    }

    /// The buyer behind the mail's alias, added or renamed as needed; nil without an alias.
    func buyer(of store: StoreID) throws -> BuyerID? {
        guard let alias = inbound.alias else { return nil }
        let digest = aliasDigest(alias)
        let name = inbound.buyerName ?? ""
        if let known = try transaction.buyer(store: store, aliasDigest: digest) {
            let content = try transaction.buyerContent(known.id)
            if !name.isEmpty, content?.name != name {
                try transaction.putBuyer(
                    known.id, BuyerContent(name: name, alias: alias.localPart))
            }
            return known.id
        }
        let buyer = Buyer(
            id: try transaction.nextBuyerID(), store: store, aliasDigest: digest,
            firstSeen: inbound.platformTime)
        try transaction.record(.buyerSeen(buyer))
        try transaction.putBuyer(buyer.id, BuyerContent(name: name, alias: alias.localPart))
        return buyer.id
    }
}
