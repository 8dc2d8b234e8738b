package import HelpDesk
import SwiftExtensions
import Wire

/// Something that is about to be asked of the platform for an order, as far as it is decided.
package struct DispatchPlan: Hashable, Sendable {
    package var kind: DispatchKind
    package var action: String
    package var order: OrderID
    package var store: StoreID
    package var ticket: TicketID
    package var rule: MessageRule?
    /// The language in which the buyer wants to be written to, such as `fr-FR`.
    package var locale: String?
    package var text: String?
    /// Files on the agent's own machine, as they were looked at; read again when the plan leaves.
    package var files: [PlannedFile] = []
    package var coverage: CoveragePeriod?
    package var shipment: TypedShipment?
    package var confirmedRules: [String] = []
    /// The agent has said yes to the last question.
    package var isConfirmed = false

    init(_ offer: OrderOffer, order: OrderID, store: StoreID, ticket: TicketID) {
        kind = offer.kind
        action = offer.action
        rule = offer.rule
        self.order = order
        self.store = store
        self.ticket = ticket
    }
}

/// A shipment as people type it: `DHL 00340434 a=2 b=1`, the carrier Other with its name as
/// `Other/Bike`.
package struct TypedShipment: Hashable, Sendable {
    package var carrierCode: String
    package var carrierName: String?
    package var trackingNumber: String
    package var items: [ShippedItem] = []

    /// Nil when carrier or tracking number is missing or an item is not `ID=QUANTITY`.
    init?(_ text: String) {
        let words = text.split { $0.isWhitespace }
        guard words.count >= 2 else { return nil }
        let carrier = words[0].split(separator: "/", maxSplits: 1)
        guard let code = carrier.first else { return nil }
        carrierCode = String(code)
        carrierName = carrier.count > 1 ? String(carrier[1]) : nil
        trackingNumber = String(words[1])
        for word in words.dropFirst(2) {
            let parts = word.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2, !parts[0].isEmpty, let quantity = Int(parts[1]) else {
                return nil
            }
            items.append(ShippedItem(itemID: String(parts[0]), quantity: quantity))
        }
    }
}

/// Paths as people type them: blanks separate them, a backslash keeps a blank in a name.
enum TypedPaths {
    static func paths(in text: String) -> [String] {
        var paths: [String] = []
        var current = ""
        var isEscaped = false
        for character in text {
            if isEscaped {
                current.append(character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character.isWhitespace {
                if !current.isEmpty { paths.append(current) }
                current = ""
            } else {
                current.append(character)
            }
        }
        return current.isEmpty ? paths : paths + [current]
    }

    /// The word that is being typed, and all before it as it stands.
    static func last(in text: String) -> (before: String, path: String) {
        var start = text.startIndex
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else if character.isWhitespace {
                start = text.index(after: index)
            }
        }
        return (String(text[..<start]), paths(in: String(text[start...])).first ?? "")
    }

    /// A path as it has to be typed.
    static func typed(_ path: String) -> String {
        path.reduce(into: "") { text, character in
            if character.isWhitespace || character == "\\" { text.append("\\") }
            text.append(character)
        }
    }

    /// Two days, such as `2026-11-22 2027-11-21`.
    static func coverage(in text: String) -> CoveragePeriod? {
        let days = text.split { $0.isWhitespace }.compactMap {
            Timestamp(iso8601: "\($0)T00:00:00Z")
        }
        return days.count == 2 ? CoveragePeriod(start: days[0], end: days[1]) : nil
    }
}
