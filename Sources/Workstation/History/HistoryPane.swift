package import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
package import TerminalWidgets

/// Everything that happened to a ticket, from its events.
package enum HistoryPane {
    package struct State: Equatable, Sendable {
        package let ticket: TicketID
        package internal(set) var events: [EventRecord] = []
        package internal(set) var isLoaded = false
        var lines: [TextLine] = []
        package var viewport = ViewportState()

        init(ticket: TicketID) { self.ticket = ticket }
    }
}

extension HistoryPane.State {
    mutating func loaded(_ events: [EventRecord], model: WorkstationModel) {
        self.events = events
        isLoaded = true
        layOut(model)
    }

    mutating func layOut(_ model: WorkstationModel) {
        let kinds = HistoryLines.kinds(events)
        lines = events.map { HistoryLines.line($0, kinds, model) }
        scroll(by: 0, model)
    }

    mutating func scroll(by distance: Int, _ model: WorkstationModel) {
        viewport.scroll(
            by: distance, lineCount: lines.count, height: ScreenLayout(model).body.height)
    }
}

/// Events as sentences.
enum HistoryLines {
    /// What each case is about; a later move of it names only its number.
    static func kinds(_ events: [EventRecord]) -> [CaseID: CaseKind] {
        var kinds: [CaseID: CaseKind] = [:]
        for record in events {
            if case .caseOpened(let item) = record.event { kinds[item.id] = item.kind }
        }
        return kinds
    }

    static func line(
        _ record: EventRecord, _ kinds: [CaseID: CaseKind], _ model: WorkstationModel
    ) -> TextLine {
        let time = model.localTime.moment(record.at, now: model.now)
        return [
            StyledText(time.padded(to: 18), .muted),
            StyledText(actor(record.actor, model).padded(to: 14), .info),
            StyledText(model.words(sentence(record.event, kinds, model))),
        ]
    }

    private static func actor(_ actor: Actor, _ model: WorkstationModel) -> String {
        switch actor {
        case .person(let person): name(person, model)
        case .service(let name): name
        }
    }

    private static func name(_ person: PersonID?, _ model: WorkstationModel) -> String {
        guard let person else { return model.words(ThreadStrings.unowned) }
        return model.people.first { $0.id == person }?.displayName ?? "#\(person.rawValue)"
    }

    private static func sentence(
        _ event: DeskEvent, _ kinds: [CaseID: CaseKind], _ model: WorkstationModel
    ) -> Phrase {
        let words = model.words
        switch event {
        case .dispatchAdded(let dispatch):
            return HistoryStrings.dispatch(
                words(DispatchWords.action(dispatch.action)),
                words(DispatchWords.state(dispatch.state)))
        case .dispatchMoved(let move):
            return HistoryStrings.dispatch(
                words(DispatchStrings.section), words(DispatchWords.state(move.to)))
        case .ticketOpened: return HistoryStrings.opened
        case .ticketAssigned(let change): return HistoryStrings.assigned(name(change.to, model))
        case .ticketStateChanged(let change):
            return HistoryStrings.state(
                words(StateWords.ticket(change.to)), change.holdReason ?? "")
        case .ticketOrderLinked(_, let order): return HistoryStrings.order(order.rawValue)
        case .ticketClassified(_, let language, let category):
            return HistoryStrings.classified(
                language.rawValue, words(StateWords.category(category)))
        case .messageAdded(let message): return added(message)
        case .debtCreated(let debt):
            return HistoryStrings.debt(model.localTime.moment(debt.platformDue, now: model.now))
        case .debtMoved(let move): return HistoryStrings.debtIs(words(StateWords.debt(move.to)))
        case .caseOpened(let item):
            return HistoryStrings.caseIs(
                words(CaseWords.kind(item.kind)), words(CaseWords.state(item.state)))
        case .caseMoved(let move):
            let kind = kinds[move.item].map { words(CaseWords.kind($0)) } ?? ""
            let reason = if case .person(_, let reason) = move.proof { reason } else { "" }
            let state = words(CaseWords.state(move.to))
            return HistoryStrings.caseIs(
                kind, reason.isEmpty ? state : "\(state) · \(reason)")
        case .caseNoted: return HistoryStrings.caseNoted
        case .ticketOrderNamed(_, let order): return HistoryStrings.order(order.rawValue)
        case .optOutNoted: return HistoryStrings.optedOut
        case .outboxAdded(let item):
            return HistoryStrings.reply(words(StateWords.outbox(item.state)), "")
        case .outboxMoved(let move):
            let evidence = move.evidence.map { "· " + words(EvidenceWords.words($0)) } ?? ""
            return HistoryStrings.reply(words(StateWords.outbox(move.to)), evidence)
        case .lintOverridden(_, let override):
            return HistoryStrings.overridden(override.rules.joined(separator: " "))
        case .draftKept, .draftFilesKept: return HistoryStrings.draft
        case .life(let event): return LifeHistory.sentence(event, model)
        case .outboxFileAdded: return HistoryStrings.fileOut
        case .buyerSeen: return HistoryStrings.buyer
        case .attachmentAdded: return HistoryStrings.file
        case .attachmentOpened(let opening):
            return HistoryStrings.fileOpened(isSaved: opening.purpose != .view)
        default: return HistoryStrings.other
        }
    }

    private static func added(_ message: Message) -> Phrase {
        switch message.direction {
        case .inbound: HistoryStrings.messageIn
        case .outbound: HistoryStrings.messageOut
        case .note: HistoryStrings.note
        }
    }
}

enum HistoryStrings {
    static let name = Phrase("history.name", "Log")
    static func dispatch(_ action: String, _ state: String) -> Phrase {
        Phrase("history.dispatch", "{action}: {state}", ["action": action, "state": state])
    }
    static let opened = Phrase("history.opened", "ticket opened")
    static let messageIn = Phrase("history.message-in", "message came in")
    static let messageOut = Phrase("history.message-out", "reply written")
    static let note = Phrase("history.note", "note added")
    static let file = Phrase("history.file", "file came with it")
    static let fileOut = Phrase("history.file-out", "file goes with the reply")
    static let buyer = Phrase("history.buyer", "buyer recognised")
    static let draft = Phrase("history.draft", "draft kept")
    static let other = Phrase("history.other", "record changed")

    static let caseNoted = Phrase("history.case-noted", "Amazon wrote again about the case")
    static let optedOut = Phrase("history.opted-out", "the buyer wants no unasked messages")

    static func caseIs(_ kind: String, _ state: String) -> Phrase {
        Phrase("history.case", "case: {kind} {state}", ["kind": kind, "state": state])
    }
    static func assigned(_ name: String) -> Phrase {
        Phrase("history.assigned", "owner: {name}", ["name": name])
    }
    static func state(_ state: String, _ reason: String) -> Phrase {
        Phrase("history.state", "state: {state} {reason}", ["state": state, "reason": reason])
    }
    static func order(_ order: String) -> Phrase {
        Phrase("history.order", "order: {order}", ["order": order])
    }
    static func classified(_ language: String, _ category: String) -> Phrase {
        Phrase(
            "history.classified", "language {language}, about: {category}",
            ["language": language, "category": category])
    }
    static func debt(_ time: String) -> Phrase {
        Phrase("history.debt", "answer owed until {time}", ["time": time])
    }
    static func debtIs(_ state: String) -> Phrase {
        Phrase("history.debt-is", "obligation: {state}", ["state": state])
    }
    static func reply(_ state: String, _ evidence: String) -> Phrase {
        Phrase(
            "history.reply", "reply: {state} {evidence}", ["state": state, "evidence": evidence])
    }
    static func fileOpened(isSaved: Bool) -> Phrase {
        isSaved
            ? Phrase("history.file-saved", "file taken out")
            : Phrase("history.file-viewed", "file looked at")
    }
    static func overridden(_ rules: String) -> Phrase {
        Phrase("history.overridden", "linter overridden: {rules}", ["rules": rules])
    }
}
