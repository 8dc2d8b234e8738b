package import HelpDesk
import SwiftExtensions

/// A ticket as `--json` and `deskhand export tickets` print it; keys are a stable interface.
package struct TicketDocument: Codable, Sendable, Hashable {
    package struct Item: Codable, Sendable, Hashable {
        package var id: Int64
        package var direction: String
        package var kind: String
        package var at: String
        package var lang: String
        /// How sure the detection is, 0 to 1; of inbound items.
        package var langConfidence: Double?
        package var body: String
        /// Of the debt for inbound items, of the delivery for outbound ones.
        package var state: String?
        package var attachments: [String]
        /// Codes of what a person should know of the mail; nil for nothing.
        package var warnings: [String]?
        /// Of a reply that a second person let go past the linter.
        package var released: ReleaseDocument?

        enum CodingKeys: String, CodingKey {
            case id, direction, kind, at, lang, body, state, attachments, warnings, released
            case langConfidence = "lang_confidence"
        }
    }

    /// A return, claim or wish with its own clock.
    package struct Case: Codable, Sendable, Hashable {
        package var id: Int64
        package var kind: String
        package var state: String
        package var opened: String
        package var reviewDue: String?
        package var orderID: String?

        enum CodingKeys: String, CodingKey {
            case id, kind, state, opened
            case reviewDue = "review_due"
            case orderID = "order_id"
        }
    }

    /// To whom of several the next reply goes.
    package struct Aim: Codable, Sendable, Hashable {
        package var buyer: String
        package var orderID: String?
        /// The item that is answered.
        package var item: Int64

        enum CodingKeys: String, CodingKey {
            case buyer, item
            case orderID = "order_id"
        }
    }

    package var ticket: Int64
    package var store: String
    package var marketplace: String?
    package var orderID: String?
    package var buyer: String
    package var subject: String
    package var state: String
    package var owner: String?
    package var lang: String
    package var category: String
    /// Why it has that category. Left out of lists, and where nobody wrote it down.
    package var categoryReason: CategoryReasonDocument?
    package var tags: [String]
    /// Left out of lists.
    package var life: LifeDocument?
    package var priority: String
    package var flags: [String]
    package var wakeAt: String?
    package var mergedInto: Int64?
    package var platformDue: String?
    package var owed: Int
    /// Buyer's messages that the newest reply went past unread; left out where there are none.
    package var unreadAtReply: Int?
    package var basis: Int64
    /// Left out of lists, and where the ticket holds one thread of the platform.
    package var aim: Aim?
    /// Left out of lists.
    package var messages: [Item]?
    /// Left out of lists.
    package var cases: [Case]?
    /// Further orders that its words name, and those among all of them that the platform does not
    /// know. Left out of lists.
    package var otherOrders: [String]?
    package var unknownOrders: [String]?
    /// Typed messages, review requests and shipments. Left out of lists.
    package var dispatches: [DispatchDocument]?
    /// Who is on it at this moment. Left out of lists and of the past.
    package var presence: [PresenceDocument]?

    enum CodingKeys: String, CodingKey {
        case presence
        case priority, flags, life
        case wakeAt = "wake_at"
        case mergedInto = "merged_into"
        case ticket, store, marketplace, buyer, subject, state, owner, lang, category, tags, owed
        case basis, messages, cases, dispatches
        case aim = "reply_to"
        case categoryReason = "category_reason"
        case orderID = "order_id"
        case otherOrders = "other_orders"
        case unknownOrders = "unknown_orders"
        case platformDue = "platform_due"
        case unreadAtReply = "unread_at_reply"
    }

    package init(
        row: TicketRow, messages: [MessageView]? = nil, cases: [DeskCase]? = nil,
        dispatches: [DispatchView]? = nil
    ) {
        let facts = row.ticket
        ticket = facts.id.rawValue
        store = facts.store.rawValue
        marketplace = facts.marketplace?.rawValue
        orderID = facts.order?.rawValue
        buyer = row.buyerName
        subject = row.subject
        state = facts.state.rawValue
        owner = row.ownerName
        lang = facts.language.rawValue
        category = facts.category.rawValue
        tags = row.tags.map(\.rawValue)
        priority = facts.priority.rawValue
        flags = facts.flags.names
        wakeAt = facts.wakeAt?.iso8601
        mergedInto = facts.mergedInto?.rawValue
        // The platform's clock runs on while a mark waits to be set (helpdesk section 4.2).
        platformDue = [facts.nextDue, facts.tickDue].compactMap { $0 }.min()?.iso8601
        owed = facts.owedDebts
        unreadAtReply = row.unreadAtReply > 0 ? row.unreadAtReply : nil
        basis = facts.lastItem.rawValue
        self.messages = messages.map { $0.map(Item.init) }
        self.cases = cases.map { $0.map(Case.init) }
        self.dispatches = dispatches.map { $0.map(DispatchDocument.init) }
    }
}

extension TicketDocument {
    /// Exports keep to the keys that were promised for them; how sure a detection was, and what a
    /// reply went past and who released it, is for people who look at the ticket.
    package mutating func leaveOutDetection() {
        unreadAtReply = nil
        for index in messages?.indices ?? 0..<0 {
            messages?[index].langConfidence = nil
            messages?[index].released = nil
        }
    }
}

extension TicketDocument.Aim {
    package init(_ aim: ReplyAim) {
        buyer = aim.buyerName
        orderID = aim.order?.rawValue
        item = aim.message.rawValue
    }
}

extension TicketDocument.Item {
    package init(_ view: MessageView) {
        id = view.message.id.rawValue
        direction = view.message.direction.rawValue
        kind = view.message.kind.rawValue
        at = view.message.platformTime.iso8601
        lang = view.message.language.rawValue
        langConfidence =
            view.message.direction == .inbound ? view.message.languageConfidence : nil
        body = view.body
        state = view.debt?.state.rawValue ?? view.outbox?.state.rawValue
        attachments = view.attachments.map(\.name)
        warnings = view.warnings.isEmpty ? nil : view.warnings
        released = view.outbox?.override.flatMap { ReleaseDocument($0, by: view.releasedBy) }
    }
}

// Every promised key is printed; what is not there is null. Only lists leave the messages out.
extension TicketDocument {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(ticket, forKey: .ticket)
        try container.encode(store, forKey: .store)
        try container.encode(marketplace, forKey: .marketplace)
        try container.encode(orderID, forKey: .orderID)
        try container.encode(buyer, forKey: .buyer)
        try container.encode(subject, forKey: .subject)
        try container.encode(state, forKey: .state)
        try container.encode(owner, forKey: .owner)
        try container.encode(lang, forKey: .lang)
        try container.encode(category, forKey: .category)
        try container.encodeIfPresent(categoryReason, forKey: .categoryReason)
        try container.encode(tags, forKey: .tags)
        try container.encodeIfPresent(life, forKey: .life)
        try container.encode(priority, forKey: .priority)
        try container.encode(flags, forKey: .flags)
        try container.encode(wakeAt, forKey: .wakeAt)
        try container.encode(mergedInto, forKey: .mergedInto)
        try container.encode(platformDue, forKey: .platformDue)
        try container.encode(owed, forKey: .owed)
        try container.encodeIfPresent(unreadAtReply, forKey: .unreadAtReply)
        try container.encode(basis, forKey: .basis)
        try container.encodeIfPresent(aim, forKey: .aim)
        try container.encodeIfPresent(messages, forKey: .messages)
        try container.encodeIfPresent(cases, forKey: .cases)
        try container.encodeIfPresent(otherOrders, forKey: .otherOrders)
        try container.encodeIfPresent(unknownOrders, forKey: .unknownOrders)
        try container.encodeIfPresent(dispatches, forKey: .dispatches)
        try container.encodeIfPresent(presence, forKey: .presence)
    }
}

extension TicketDocument.Case {
    package init(_ item: DeskCase) {
        id = item.id.rawValue
        kind = item.kind.rawValue
        state = item.state.rawValue
        opened = item.openedAt.iso8601
        reviewDue = item.reviewDue?.iso8601
        orderID = item.order?.rawValue
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(kind, forKey: .kind)
        try container.encode(state, forKey: .state)
        try container.encode(opened, forKey: .opened)
        try container.encode(reviewDue, forKey: .reviewDue)
        try container.encode(orderID, forKey: .orderID)
    }
}

extension TicketDocument.Item {
    package func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        try container.encode(direction, forKey: .direction)
        try container.encode(kind, forKey: .kind)
        try container.encode(at, forKey: .at)
        try container.encode(lang, forKey: .lang)
        try container.encodeIfPresent(langConfidence, forKey: .langConfidence)
        try container.encode(body, forKey: .body)
        try container.encode(state, forKey: .state)
        try container.encode(attachments, forKey: .attachments)
        try container.encodeIfPresent(warnings, forKey: .warnings)
        try container.encodeIfPresent(released, forKey: .released)
    }
}
