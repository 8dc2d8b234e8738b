import Channels
import HelpDesk
import Store
import SwiftExtensions

/// What the mails before say of a new one.
enum Copies {
    /// The first of its kind, to be stored under this key.
    case none(key: String)
    case copy(of: RawMail)
    /// Same key, other words: both are kept.
    case conflict(key: String)
}

extension MailSettler {
    /// Two mails with one text from one buyer about one order are one message when they are this
    /// close in time; later ones are a buyer who asks again.
    private static let window: Duration = .minutes(10)

    func copies(in store: StoreID) throws -> Copies {
        switch inbound.dedupe.kind {
        // A buyer may write a token into a mail's text: same token and other words are two messages.
        case .token, .messageID: return try byKey(store)
        case .content: return try byContent(store)
        }
    }

    private func digest(_ text: String) -> String { desk.digests.keyed("mail", text) }

    private func byKey(_ store: StoreID) throws -> Copies {
        let key = digest(inbound.dedupe.text)
        guard let earlier = try earlier(in: store, key) else { return .none(key: key) }
        guard try differs(from: earlier) else { return .copy(of: earlier) }
        let second = digest("\(inbound.dedupe.text)\u{0}\(inbound.contentKey)")
        if let same = try transaction.settledMail(store: store, dedupeKey: second) {
            return .copy(of: same)
        }
        return .conflict(key: second)
    }

    /// The mail that this one copies: by its key, or, where the earlier one was no plain message, by
    /// its Message-ID.
    func earlier(in store: StoreID, _ key: String) throws -> RawMail? {
        if let message = try transaction.settledMail(store: store, dedupeKey: key) {
            return message
        }
        guard let id = inbound.internetMessageID,
            let found = try transaction.messageByInternetID(id),
            let raw = try transaction.message(found.0)?.rawMail
                .flatMap({ try transaction.rawMail($0) })
        else { return nil }
        return raw.store == store && raw.outcome != .message ? raw : nil
    }

    /// Copies of one message may be wrapped differently; their words, and their buyer, are the same.
    private func differs(from earlier: RawMail) throws -> Bool {
        guard let message = earlier.message,
            let content = try transaction.messageContent(message)
        else { return false }
        if let alias = inbound.alias?.localPart, let address = content.replyAddress,
            alias != address.prefix(while: { $0 != "+" && $0 != "@" }).lowercased()
        {
            return true
        }
        return Self.letters(content.body) != Self.letters(inbound.body)
    }

    private static func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// Keys hold the ten minutes in which the message came; its neighbours are asked too.
    private func byContent(_ store: StoreID) throws -> Copies {
        let width = Self.window.wholeMilliseconds
        let slot = inbound.platformTime.milliseconds.floorDivided(by: width)
        for near in [slot, slot - 1, slot + 1] {
            let key = digest("\(inbound.contentKey)@\(near)")
            guard let earlier = try transaction.settledMail(store: store, dedupeKey: key),
                try isNear(earlier)
            else { continue }
            return .copy(of: earlier)
        }
        let key = digest("\(inbound.contentKey)@\(slot)")
        let isTaken = try transaction.settledMail(store: store, dedupeKey: key) != nil
        return .none(key: isTaken ? digest("\(key) \(mail.raw.id.rawValue)") : key)
    }

    private func isNear(_ earlier: RawMail) throws -> Bool {
        guard let message = try earlier.message.flatMap({ try transaction.message($0) }) else {
            return false
        }
        let gap = (inbound.platformTime - message.platformTime).wholeMilliseconds
        return abs(gap) <= Self.window.wholeMilliseconds
    }
}
