import ChannelAmazon
import Channels
import HelpDesk
import MailKit
import SwiftExtensions

/// Reads mails without touching the database: the costly part of the intake, free of locks.
struct MailReading: Sendable {
    let desk: Desk

    func read(_ mail: StoredMail, isReleased: Bool = false) -> ReadMail {
        let parsed = ParsedMail(parsing: mail.bytes)
        let stores = desk.settings.stores.filter { $0.mailbox == mail.raw.mailbox }
        let addressed = Self.addressed(parsed, among: stores)
        var inbound = desk.reader.read(
            parsed, context: context(mail.raw, stores, addressed, isReleased))
        if let judgement = inbound.judgement {
            let asked = desk.categories.asked(judgement, about: inbound.body)
            (inbound.judgement, inbound.category) = (asked, asked.category)
        }
        return ReadMail(
            raw: mail.raw, parsed: parsed, inbound: inbound, stores: stores,
            addressed: addressed?.id, isReleased: isReleased)
    }

    private func context(
        _ raw: RawMail, _ stores: [StoreProfile], _ addressed: StoreProfile?, _ isReleased: Bool
    ) -> RelayContext {
        let only = addressed ?? (stores.count == 1 ? stores[0] : nil)
        let marketplaces = only?.marketplaces ?? []
        let sender = desk.ports.mailboxes[raw.mailbox]?.from
        return RelayContext(
            fetchedAt: raw.fetchedAt,
            storeAddresses: stores.compactMap(\.address) + (sender.map { [$0] } ?? []),
            defaultMarketplace: marketplaces.count == 1 ? marketplaces[0] : nil,
            isReleased: isReleased,
            resultServers: desk.ports.mailboxes[raw.mailbox]?.resultServers ?? [])
    }

    /// The store that a recipient header names: the address that the platform wrote to, or the one
    /// that the mailbox's own server noted when it forwarded the mail.
    private static func addressed(
        _ mail: ParsedMail, among stores: [StoreProfile]
    ) -> StoreProfile? {
        for recipients in [mail.to, mail.deliveredTo, mail.cc] {
            for recipient in recipients {
                let address = recipient.address.lowercased()
                if let store = stores.first(where: { $0.address?.lowercased() == address }) {
                    return store
                }
            }
        }
        return nil
    }
}
