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
            StyledText(model.words(HistorySentences(model: model, kinds: kinds).of(record.event))),
        ]
    }

    private static func actor(_ actor: Actor, _ model: WorkstationModel) -> String {
        switch actor {
        case .person(let person): name(person, model)
        case .service(let name): name
        }
    }

    static func name(_ person: PersonID?, _ model: WorkstationModel) -> String {
        guard let person else { return model.words(ThreadStrings.unowned) }
        return model.people.first { $0.id == person }?.displayName ?? "#\(person.rawValue)"
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
