package import HelpDesk
package import Localization
import SwiftExtensions
package import Wire

/// Words for what may be asked of the platform.
package enum DispatchWords {
    /// What the platform is asked to do.
    package static func action(_ name: String) -> Phrase {
        switch name {
        case "confirmCustomizationDetails":
            Phrase("dispatch.customization", "Ask about the customisation")
        case "confirmDeliveryDetails": Phrase("dispatch.delivery", "Arrange the delivery")
        case "confirmOrderDetails": Phrase("dispatch.order", "Ask about the order")
        case "confirmServiceDetails": Phrase("dispatch.service", "Arrange the service call")
        case "unexpectedProblem": Phrase("dispatch.problem", "Tell of a problem")
        case "digitalAccessKey": Phrase("dispatch.key", "Send an access key")
        case "legalDisclosure": Phrase("dispatch.legal", "Send a legal document")
        case "warranty": Phrase("dispatch.warranty", "Send a warranty")
        case "sendInvoice": Phrase("dispatch.invoice", "Send an invoice")
        case "productReviewAndSellerFeedback":
            Phrase("dispatch.review", "Ask the buyer for a review")
        case "confirmShipment": Phrase("dispatch.shipment", "Confirm a shipment")
        default: Phrase("dispatch.other", "Typed messages")
        }
    }

    /// How far it has come.
    package static func state(_ state: DispatchState) -> Phrase {
        switch state {
        case .queued: Phrase("dispatch-state.queued", "waits to leave")
        case .sending: Phrase("dispatch-state.sending", "is leaving")
        case .sent: Phrase("dispatch-state.sent", "sent")
        case .refused: Phrase("dispatch-state.refused", "not sent")
        case .unknown: Phrase("dispatch-state.unknown", "unknown whether sent")
        case .withdrawn: Phrase("dispatch-state.withdrawn", "taken back")
        }
    }

    /// `text up to 2000 · 1 to 5 files`.
    package static func limits(_ rule: MessageRule, _ words: Words) -> String {
        var parts: [String] = []
        if let limit = rule.textLimit {
            parts.append(
                words(Phrase("dispatch.text-limit", "text to {most}", ["most": "\(limit)"])))
        }
        if rule.mostFiles > 0 {
            let range = ["least": "\(rule.fewestFiles)", "most": "\(rule.mostFiles)"]
            parts.append(words(Phrase("dispatch.file-limit", "{least}-{most} files", range)))
        }
        if rule.needsCoverage { parts.append(words(Phrase("dispatch.dates", "two dates"))) }
        return parts.joined(separator: " · ")
    }

    /// Why an offer cannot be taken now: the platform's own words where it gives some.
    package static func problem(_ offer: OrderOffer) -> ErrorWords? {
        offer.problem.map {
            ErrorSentences.words(
                code: $0.rawValue, arguments: ["reason": offer.reason ?? "-"])
        }
    }
}

enum DispatchStrings {
    static let title = Phrase("dispatch.title", "What this order allows now")
    static let asking = Phrase("dispatch.asking", "Asking what the order allows...")
    static let nothing = Phrase("dispatch.nothing", "Nothing may be asked for this order now.")
    static let queued = Phrase("dispatch.queued", "Queued. Its state shows in the conversation.")
    static let takenBack = Phrase(
        "dispatch.taken-back", "Taken back. Its text is kept: m and the same choice go on with it.")
    static let noTicket = Phrase("dispatch.no-ticket", "It was made without a conversation.")
    static let notOpen = Phrase(
        "dispatch.not-open", "Only what waits to leave or was refused can be taken away.")
    static func needsYou(_ order: String) -> Phrase {
        Phrase(
            "dispatch.needs-you",
            "Something for order {order} was not sent, or may not be. See g o.",
            ["order": order])
    }
    static func leavesIn(_ seconds: Int, key: String) -> Phrase {
        Phrase(
            "dispatch.leaves-in", "The message leaves in {seconds} s. {key} takes it back.",
            ["seconds": "\(seconds)", "key": key])
    }
    static let settled = Phrase("dispatch.settled", "Settled.")
    static let section = Phrase("dispatch.section", "Messages and shipments")
    static let messageName = Phrase("dispatch.message-name", "Typed message")
    static let notShipment = Phrase(
        "dispatch.not-shipment", "Write it as: DHL 00340434161094021501 ITEM=1")
    static let notDates = Phrase(
        "dispatch.not-dates", "Write two days, such as 2026-11-22 2027-11-21.")
    static let confirmTitle = Phrase("dispatch.confirm", "Send this to Amazon?")
    static let confirmText = Phrase(
        "dispatch.confirm-text", "Once it has left it cannot be taken back.")
    static let send = Phrase("dispatch.send", "send it")
    static let goBack = Phrase("dispatch.go-back", "not yet")
    static let unknownTitle = Phrase("dispatch.unknown", "Did it reach Amazon?")
    static let unknownText = Phrase(
        "dispatch.unknown-text", "Look at the order in Seller Central before you say.")
    static let isThere = Phrase("dispatch.is-there", "it is there")
    static let sendAgain = Phrase("dispatch.send-again", "not there: send again")
    static let leaveOpen = Phrase("dispatch.leave-open", "leave it open")
    static let takeBack = Phrase("dispatch.take-back", "take it back")
    static let takeBackTitle = Phrase("dispatch.take-back-title", "Take it back?")
    static let waits = Phrase("dispatch.waits", "It has not left yet.")

    static func file(_ name: String) -> Phrase {
        Phrase("dispatch.file", "file: {name}", ["name": name])
    }
    static func badFile(_ name: String, _ why: String) -> Phrase {
        Phrase("dispatch.bad-file", "{name}: {why}", ["name": name, "why": why])
    }
    static func locale(_ tag: String) -> Phrase {
        Phrase("dispatch.locale", "The buyer reads {language}.", ["language": tag])
    }
    static func tracking(_ carrier: String, _ number: String) -> Phrase {
        Phrase(
            "dispatch.tracking", "{carrier} {number}", ["carrier": carrier, "number": number])
    }
    static func window(_ from: String, _ until: String) -> Phrase {
        Phrase(
            "dispatch.window", "Possible from {from} to {until}.",
            ["from": from, "until": until])
    }
    static func forBuyer(_ action: String, _ order: String) -> Phrase {
        Phrase("dispatch.for-order", "{action} · {order}", ["action": action, "order": order])
    }
}
