import HelpDesk
import Localization

/// Words for cases. A kind that is new in the table of notices is shown by its own name.
enum CaseWords {
    static func kind(_ kind: CaseKind) -> Phrase {
        switch kind.rawValue {
        case "a-to-z-claim": Phrase("case.a-to-z", "A-to-z claim")
        case "a-to-z-closed": Phrase("case.a-to-z-closed", "A-to-z claim closed")
        case "chargeback": Phrase("case.chargeback", "chargeback")
        case "return-request": Phrase("case.return", "return request")
        case "refund-issued": Phrase("case.refund", "refund issued")
        case "cancellation-request": Phrase("case.cancellation", "buyer wants to cancel")
        case "seller-restricted": Phrase("case.restricted", "messaging restricted")
        case "buyer-opted-out": Phrase("case.opted-out", "buyer opted out")
        case "feedback": Phrase("case.feedback", "feedback")
        case "order-placed": Phrase("case.order-placed", "order placed")
        default:
            Phrase(
                "case.other", "{kind}",
                ["kind": String(kind.rawValue.map { $0 == "-" ? " " : $0 })])
        }
    }

    static func state(_ state: CaseState) -> Phrase {
        switch state {
        case .open: Phrase("case-state.open", "waits for us")
        case .answered: Phrase("case-state.answered", "handled")
        case .closed: Phrase("case-state.closed", "closed")
        }
    }

    static func actUntil(_ time: String, isNamed: Bool) -> Phrase {
        isNamed
            ? Phrase("case.deadline", "deadline {time}", ["time": time])
            : Phrase("case.look-by", "look at it by {time}", ["time": time])
    }
}
