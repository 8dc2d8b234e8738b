package import SwiftExtensions

/// What reports count of one ticket: a pure function of its events, so that it can be worked out
/// again at any time and never drifts (helpdesk section 14).
package struct TicketFacts: Hashable, Sendable {
    /// What a ticket's figures are broken down by.
    package struct Traits: Hashable, Sendable {
        package var store: StoreID
        package var marketplace: MarketplaceCode?
        package var language: LanguageCode
        package var category: InquiryCategory

        package init(
            store: StoreID, marketplace: MarketplaceCode?, language: LanguageCode,
            category: InquiryCategory
        ) {
            self.store = store
            self.marketplace = marketplace
            self.language = language
            self.category = category
        }
    }

    /// One debt with what reports ask about it.
    package struct DebtFact: Hashable, Sendable {
        package var debt: DebtID
        package var message: MessageID
        package var start: Timestamp
        package var due: Timestamp
        package var state: DebtState
        package var dischargedAt: Timestamp?
        /// Who wrote what discharged it; nil for an answer from the platform's own inbox.
        package var answerer: PersonID?
        package var isAnsweredOutside = false
        package var isBornLate: Bool
        package var isStartEstimated: Bool
        package var bounces = 0
        /// When the desk first had the message.
        package var seenAt: Timestamp?
        /// Who had the ticket when it fell due; nil for nobody.
        package var ownerAtDue: PersonID?
        /// How long each had the ticket between start and due, in milliseconds, by person; the
        /// time without an owner, the queue's, is what is left.
        package var held: [Share] = []
    }

    /// A person's part of a debt's time.
    package struct Share: Hashable, Sendable, Codable {
        package var person: PersonID
        package var milliseconds: Int64

        package init(person: PersonID, milliseconds: Int64) {
            self.person = person
            self.milliseconds = milliseconds
        }
    }

    /// The debts that one reply answers, or that still wait for one.
    package struct Turn: Hashable, Sendable {
        package var number: Int
        package var cycle: Int
        /// Whether it is the first of its cycle; the others are next responses.
        package var isFirst: Bool
        package var start: Timestamp
        package var repliedAt: Timestamp?
        package var replier: PersonID?
    }

    /// A time at which somebody, or a timer, resolved the ticket.
    package struct Resolve: Hashable, Sendable {
        package var number: Int
        package var at: Timestamp
        /// Nil when a timer did it.
        package var resolver: PersonID?
        package var cycle: Int
        /// When a counted reopening followed.
        package var reopenedAt: Timestamp?
        /// Human replies of the cycle up to here.
        package var replies: Int
        /// The first buyer message after the cycle's only reply that is no courtesy.
        package var soleReplyAt: Timestamp?
        package var buyerAgainAt: Timestamp?
        /// A later resolve of the same cycle takes this one's place where cycles are counted.
        package var isLastOfCycle = true

        /// One reply was enough: the buyer had nothing more to say for a week.
        package var isOneTouch: Bool {
            guard let soleReplyAt else { return false }
            guard let buyerAgainAt else { return true }
            return (buyerAgainAt - soleReplyAt).wholeMilliseconds > FigureKind.touchWindow
        }
    }

    /// How long the whole ticket took.
    package struct Resolution: Hashable, Sendable {
        package var startedAt: Timestamp
        package var firstAt: Timestamp
        package var lastAt: Timestamp
        /// Times up to `lastAt`, in milliseconds: at rest before counted reopenings, waiting for the
        /// buyer, waiting for a third party.
        package var rested: Int64
        package var pending: Int64
        package var held: Int64
    }

    /// One human reply.
    package struct Reply: Hashable, Sendable {
        package var message: MessageID
        package var at: Timestamp
        /// Nil for a reply from the platform's own inbox.
        package var author: PersonID?
        /// The writer never owned the ticket.
        package var isHelp: Bool
        package var outbox: OutboxID?
        package var template: TemplateKey?
    }

    /// A span in which a debt was owed.
    package struct Owed: Hashable, Sendable {
        package var debt: DebtID
        package var start: Timestamp
        package var from: Timestamp
        package var to: Timestamp?
    }

    package var ticket: TicketID
    package var traits: Traits
    package var debts: [DebtFact] = []
    package var turns: [Turn] = []
    package var resolves: [Resolve] = []
    package var resolution: Resolution?
    package var replies: [Reply] = []
    package var owed: [Owed] = []
}
