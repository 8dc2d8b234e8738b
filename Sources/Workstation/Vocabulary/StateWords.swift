package import HelpDesk
package import Localization

/// Words for the values of the domain.
package enum StateWords {
    static func ticket(_ state: TicketState) -> Phrase {
        switch state {
        case .new: Phrase("state.new", "new")
        case .open: Phrase("state.open", "open")
        case .pending: Phrase("state.pending", "waiting for buyer")
        case .hold: Phrase("state.hold", "on hold")
        case .snoozed: Phrase("state.snoozed", "snoozed")
        case .resolved: Phrase("state.resolved", "resolved")
        case .closed: Phrase("state.closed", "closed")
        }
    }

    /// Short words for the narrow column of the inbox.
    static func brief(_ state: TicketState) -> Phrase {
        switch state {
        case .pending: Phrase("state-brief.pending", "waiting")
        case .hold: Phrase("state-brief.hold", "hold")
        default: ticket(state)
        }
    }

    /// Short words for a narrow column; the rest as in full.
    static func brief(_ state: DebtState) -> Phrase {
        switch state {
        case .owed: Phrase("debt-brief.owed", "owed")
        case .answerPending: Phrase("debt-brief.answer-pending", "sent")
        case .excusePending: Phrase("debt-brief.excuse-pending", "tick on Amazon")
        case .void: Phrase("debt-brief.void", "not a buyer's")
        case .answered, .excused: debt(state)
        }
    }

    static func debt(_ state: DebtState) -> Phrase {
        switch state {
        case .owed: Phrase("debt.owed", "answer owed")
        case .answerPending: Phrase("debt.answer-pending", "answer sent, no bounce so far")
        case .answered: Phrase("debt.answered", "answered")
        case .excusePending: Phrase("debt.excuse-pending", "no answer needed: tick it on Amazon")
        case .excused: Phrase("debt.excused", "no answer needed")
        case .void: Phrase("debt.void", "not a buyer message")
        }
    }

    /// How far a reply has come.
    package static func outbox(_ state: OutboxState) -> Phrase {
        switch state {
        case .held: Phrase("outbox.held", "waits for review")
        case .queued: Phrase("outbox.queued", "leaves soon")
        case .sending: Phrase("outbox.sending", "being sent")
        case .accepted: Phrase("outbox.accepted", "sent")
        case .unknown: Phrase("outbox.unknown", "unknown whether sent")
        case .failed: Phrase("outbox.failed", "not sent")
        case .confirmed: Phrase("outbox.confirmed", "delivered")
        case .bounced: Phrase("outbox.bounced", "came back")
        case .withdrawn: Phrase("outbox.withdrawn", "taken back")
        }
    }

    /// Where an order stands.
    package static func order(_ status: OrderStatus) -> Phrase {
        switch status {
        case .pending: Phrase("order.pending", "pending")
        case .unshipped: Phrase("order.unshipped", "not shipped")
        case .partiallyShipped: Phrase("order.partially", "partly shipped")
        case .shipped: Phrase("order.shipped", "shipped")
        case .cancelled: Phrase("order.cancelled", "cancelled")
        case .unfulfillable: Phrase("order.unfulfillable", "cannot be fulfilled")
        case .unknown: Phrase("order.unknown", "unknown")
        }
    }

    static func role(_ role: Role) -> Phrase {
        switch role {
        case .agent: Phrase("role.agent", "agent")
        case .supervisor: Phrase("role.supervisor", "supervisor")
        case .admin: Phrase("role.admin", "admin")
        case .senior: Phrase("role.senior", "senior")
        case .quality: Phrase("role.quality", "quality")
        case .auditor: Phrase("role.auditor", "auditor")
        case .service: Phrase("role.service", "service")
        }
    }
}
