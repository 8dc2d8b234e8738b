package import HelpDesk
import Localization
import TerminalCore
import Wire

/// What the life of tickets asks for in one line.
package enum LifePrompt: Hashable, Sendable {
    /// Why two aliases are one person, or are not.
    case joinBuyers(TicketID, TicketID, isOn: Bool)
    /// What a message is, and why.
    case kind(MessageID)

    var phrase: Phrase {
        switch self {
        case .joinBuyers(_, _, true):
            Phrase("prompt.join-buyers", "How do you know that they are one person?")
        case .joinBuyers:
            Phrase("prompt.part-buyers", "How do you know that they are two persons?")
        case .kind:
            Phrase(
                "prompt.kind",
                "What is it, and why? (buyer|courtesy|buyer-auto|bounce|platform-notice WHY)")
        }
    }
}

extension WorkstationModel {
    mutating func lifeAnswered(_ prompt: LifePrompt, _ text: String) -> [Effect] {
        switch prompt {
        case .joinBuyers(let ticket, let other, let isOn):
            return [.call(.life(.joinBuyers(ticket, with: other, isOn: isOn, reason: text)))]
        case .kind(let message): return correctKind(of: message, text)
        }
    }

    /// `#12` alone asks for the reason; `#12 same address` has it.
    mutating func joinBuyers(_ ticket: TicketID, _ text: String, isOn: Bool) -> [Effect] {
        guard let other = Self.number(in: text) else {
            return ask(.otherTicket(isOn ? "link-buyers" : "part-buyers", ticket))
        }
        let parts = text.split(separator: " ", maxSplits: 1)
        let reason = parts.count == 2 ? String(parts[1]).collapsed() : ""
        guard !reason.isEmpty else {
            return ask(.life(.joinBuyers(ticket, other, isOn: isOn)))
        }
        return [
            .call(.life(.joinBuyers(ticket, with: other, isOn: isOn, reason: reason)))
        ]
    }

    /// The one marked message, or the only one that came in: nobody judges a message they may not
    /// have in view.
    var judgedMessage: MessageID? {
        guard let thread, let detail = thread.detail else { return nil }
        if !thread.marked.isEmpty { return thread.marked.count == 1 ? thread.marked.first : nil }
        let inbound = detail.messages.filter { $0.message.direction == .inbound }
        return inbound.count == 1 ? inbound[0].id : nil
    }

    /// Why no message can be judged now.
    var judgedNothing: Phrase? {
        guard judgedMessage == nil else { return nil }
        let messages = thread?.detail?.messages ?? []
        let hasInbound = messages.contains { $0.message.direction == .inbound }
        return hasInbound ? LifeStrings.markOne : LifeStrings.noMessage
    }

    /// `bounce the address is gone`: a kind and a reason.
    mutating func correctKind(of message: MessageID, _ text: String) -> [Effect] {
        let parts = text.split(separator: " ", maxSplits: 1)
        guard let word = parts.first else { return ask(.life(.kind(message))) }
        guard parts.count == 2, let kind = MessageKind(rawValue: String(word)) else {
            say(LifeStrings.badKind, .warning)
            return []
        }
        return [.call(.life(.correctKind(message, kind, reason: String(parts[1]))))]
    }
}
