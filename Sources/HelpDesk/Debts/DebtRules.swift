package import SwiftExtensions

/// Times of the platform's clock (helpdesk sections 4.4 and 6.1): elapsed seconds, every day of the
/// year, never paused.
package enum PlatformClock {
    /// How long the platform gives for an answer.
    package static let window: Duration = .hours(24)
    /// What the desk keeps back, because the mail provider's delay counts against the seller.
    package static let margin: Duration = .minutes(30)
    /// An unconfirmed "no response needed" falls back this long before `sendBy` (section 4.2).
    package static let excuseLead: Duration = .hours(2)
    /// Voiding a debt this close to its deadline needs a supervisor (sections 4.2 and 16).
    package static let voidGuard: Duration = .hours(6)
    /// Silence of the platform for this long after acceptance means delivered (section 4.2).
    package static let bounceWindow: Duration = .minutes(30)

    /// The instant by which the platform wants the answer to a message it took at `start`.
    package static func due(from start: Timestamp) -> Timestamp { start + window }
}

extension Debt {
    /// The debt that a buyer message creates, whatever the ticket's state (invariant I1); `window` is
    /// what the marketplace gives for an answer.
    package static func created(
        _ id: DebtID, by message: Message, store: StoreID, isProvisional: Bool,
        window: Duration = PlatformClock.window
    ) -> Debt {
        let due = message.platformTime + window
        let seen = message.fetchedAt ?? message.storedAt
        return Debt(
            id: id, message: message.id, ticket: message.ticket, store: store,
            start: message.platformTime, platformDue: due, isProvisional: isProvisional,
            isStartEstimated: message.isTimeEstimated, isBornLate: due <= seen)
    }

    /// Latest instant at which an answer should leave the desk.
    package var sendBy: Timestamp { platformDue - PlatformClock.margin }

    /// When an unconfirmed excuse is owed again (vector V11).
    package var excuseExpiresAt: Timestamp { sendBy - PlatformClock.excuseLead }

    /// Whether the platform waits for us: an excuse counts only once it is confirmed.
    package var isUnsettled: Bool { state == .owed || state == .excusePending }

    /// Late as the platform counts it; an answer on the last second is in time (section 4.4).
    package func isLate(at now: Timestamp) -> Bool {
        switch state {
        case .excused, .void: false
        case .owed, .excusePending: now > platformDue
        case .answerPending, .answered: (dischargedAt ?? now) > platformDue
        }
    }
}

/// Which debts an act moves, and to what. Every function is pure; the caller records the moves.
package enum DebtRules {
    /// The moves that helpdesk section 4.2 knows; everything else is a programmer's mistake.
    package static func allows(_ from: DebtState, to: DebtState) -> Bool {
        switch (from, to) {
        case (.owed, .answerPending), (.owed, .answered), (.owed, .excusePending), (.owed, .void):
            true
        case (.excusePending, .excused), (.excusePending, .owed): true
        // A reply or a copy of one settles what a person was about to excuse.
        case (.excusePending, .answerPending), (.excusePending, .answered): true
        case (.answerPending, .answered), (.answerPending, .owed), (.answered, .owed): true
        // A buyer's message that somebody had taken for something else (section 3.2).
        case (.void, .owed): true
        default: false
        }
    }

    /// Debts that a reply settles once the transport has taken it: those the author had on screen
    /// and that started no later than the acceptance (section 4.3). A message that came while the
    /// undo countdown ran was not seen, so it stays owed and on top of somebody's list. `read` are
    /// those that the author did not only send past with a reason; nil means all that were seen.
    /// `debts` are those of the thread that the reply went to: no other buyer and no other order
    /// (invariant I5).
    package static func acceptance(
        of item: OutboxItem, at accepted: Timestamp, debts: [Debt], seen: Set<MessageID>,
        read: Set<MessageID>? = nil
    ) -> [DebtMove] {
        debts.filter { $0.isUnsettled && $0.start <= accepted && seen.contains($0.message) }
            .map {
                let isRead = read?.contains($0.message) ?? true
                return DebtMove(
                    debt: $0.id, from: $0.state, to: .answerPending, at: accepted,
                    proof: isRead ? .accepted(item.id) : .acceptedUnseen(item.id))
            }
    }

    /// No bounce came within the window, or the platform's copy was seen.
    package static func confirmation(
        of item: OutboxID, at now: Timestamp, debts: [Debt], proof: DebtProof
    ) -> [DebtMove] {
        debts.filter { $0.outbox == item && $0.state == .answerPending }
            .map {
                DebtMove(
                    debt: $0.id, from: .answerPending, to: .answered,
                    at: $0.dischargedAt ?? now, proof: proof)
            }
    }

    /// The reply did not arrive: what it settled is owed again, start and due unchanged (V9, V10).
    package static func bounce(of item: OutboxID, at now: Timestamp, debts: [Debt]) -> [DebtMove] {
        debts.filter {
            $0.outbox == item && ($0.state == .answerPending || $0.state == .answered)
        }
        .map {
            DebtMove(debt: $0.id, from: $0.state, to: .owed, at: now, proof: .bounced(item))
        }
    }

    /// Somebody answered in the platform's own inbox at `time`; `debts` are those of the thread.
    package static func externalReply(
        _ message: MessageID, at time: Timestamp, debts: [Debt]
    ) -> [DebtMove] {
        debts.filter { $0.isUnsettled && $0.start <= time }
            .map {
                DebtMove(
                    debt: $0.id, from: $0.state, to: .answered, at: time,
                    proof: .externalReply(message))
            }
    }

    /// A message from before go-live asks for nothing: its debt is void from the start.
    package static func history(_ debt: Debt, at now: Timestamp) -> DebtMove {
        DebtMove(debt: debt.id, from: .owed, to: .void, at: now, proof: .beforeGoLive)
    }

    /// The mark is set on the platform already: both steps at once, for whatever is unsettled.
    package static func excusedAtOnce(
        _ debts: [Debt], by person: PersonID, reason: String, at now: Timestamp
    ) -> [DebtMove] {
        let proof = DebtProof.person(person, reason: reason)
        return debts.filter(\.isUnsettled).flatMap { debt -> [DebtMove] in
            let confirm = DebtMove(
                debt: debt.id, from: .excusePending, to: .excused, at: now, proof: proof)
            guard debt.state == .owed else { return [confirm] }
            return [
                DebtMove(debt: debt.id, from: .owed, to: .excusePending, at: now, proof: proof),
                confirm,
            ]
        }
    }

    /// An excuse that nobody confirmed in time; nil while there is time, or nothing to expire.
    package static func excuseExpiry(of debt: Debt, at now: Timestamp) -> DebtMove? {
        guard debt.state == .excusePending, debt.excuseExpiresAt <= now else { return nil }
        return DebtMove(
            debt: debt.id, from: .excusePending, to: .owed, at: now, proof: .excuseExpired)
    }

    /// Whether voiding `debt` now needs two people.
    package static func voidNeedsTwo(_ debt: Debt, at now: Timestamp) -> Bool {
        debt.platformDue - now < PlatformClock.voidGuard
    }
}
