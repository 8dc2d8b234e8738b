import HelpDesk
import Localization
import SwiftExtensions

/// Every kind of event as a sentence. No kind is left to a catch-all: a new one does not compile
/// before it has its words.
struct HistorySentences {
    let model: WorkstationModel
    /// What each case is about; a later move of it names only its number.
    let kinds: [CaseID: CaseKind]

    func of(_ event: DeskEvent) -> Phrase {
        switch event {
        case .ticketOpened: HistoryStrings.opened
        case .ticketAssigned(let change):
            HistoryStrings.assigned(HistoryLines.name(change.to, model))
        case .ticketStateChanged(let change):
            HistoryStrings.state(words(StateWords.ticket(change.to)), change.holdReason ?? "")
        case .ticketOrderLinked(_, let order), .ticketOrderNamed(_, let order):
            HistoryStrings.order(order.rawValue)
        case .ticketClassified(_, let language, let category):
            HistoryStrings.classified(language.rawValue, words(CategoryWords.phrase(category)))
        case .messageAdded(let message): added(message)
        case .attachmentAdded: HistoryStrings.file
        case .attachmentOpened(let opening):
            HistoryStrings.fileOpened(isSaved: opening.purpose != .view)
        case .buyerSeen: HistoryStrings.buyer
        case .optOutNoted: HistoryStrings.optedOut
        case .debtCreated(let debt): HistoryStrings.debt(time(debt.platformDue))
        case .debtMoved(let move): HistoryStrings.debtIs(words(StateWords.debt(move.to)))
        case .caseOpened(let item):
            HistoryStrings.caseIs(
                words(CaseWords.kind(item.kind)), words(CaseWords.state(item.state)))
        case .caseMoved(let move): moved(move)
        case .caseNoted: HistoryStrings.caseNoted
        case .outboxAdded(let item):
            HistoryStrings.reply(words(StateWords.outbox(item.state)), "")
        case .outboxMoved(let move): moved(move)
        case .outboxFileAdded: HistoryStrings.fileOut
        case .lintOverridden(_, let override):
            HistoryStrings.overridden(override.rules.joined(separator: " "))
        case .draftKept, .draftFilesKept: HistoryStrings.draft
        case .dispatchAdded(let dispatch):
            HistoryStrings.dispatch(
                words(DispatchWords.action(dispatch.action)),
                words(DispatchWords.state(dispatch.state)))
        case .dispatchMoved(let move):
            HistoryStrings.dispatch(
                words(DispatchStrings.section), words(DispatchWords.state(move.to)))
        case .life(let event): LifeHistory.sentence(event, model)
        case .clock(let event): ClockHistory.sentence(event, model)
        case .routing(let event): RoutingHistory.sentence(event, model)
        case .rights(let event): RightsHistory.sentence(event, model)
        case .account(let event): WorkHistory.sentence(event, model)
        case .category(let event): CategoryHistory.sentence(event, model)
        case .quality(let event): WorkHistory.sentence(event, model)
        case .wall(let event): WallHistory.sentence(event, model)
        case .chronicle(let event): WorkHistory.sentence(event)
        case .jobAdded(let job): WorkHistory.sentence(job, model)
        case .jobMoved(let move): WorkHistory.sentence(move, model)
        case .syncReported(let report): WorkHistory.sentence(report, model)
        case .alarmRaised(let alarm):
            HouseHistory.alarm(
                AlarmSentences.words(
                    kind: alarm.kind.rawValue, subject: alarm.subject), model)
        case .alarmSettled: HouseHistory.alarmSettled
        case .spotCheckDrawn(let draw): HouseHistory.drawn(draw.store, time(draw.start))
        case .spotCheckRecorded(let finding):
            HouseHistory.checked(words(EngineWords.checkResult(finding.result.rawValue)))
        case .orderSaved(let order): HouseHistory.order(order.id)
        case .cursorMoved(let cursor): HouseHistory.cursor(cursor.name)
        case .mailboxWentLive(let live): HouseHistory.live(live.mailbox, time(live.at))
        case .rawMailStored: HouseHistory.mailStored
        case .rawMailSettled: HouseHistory.mailSettled
        case .rawMailReleased: HouseHistory.mailReleased
        case .storeRestricted(let limit): HouseHistory.restricted(limit.store, time(limit.until))
        case .storeConfigured(let store): HouseHistory.store(store.id)
        case .personSaved(let person): HouseHistory.person(person.unixUser)
        case .credentialRenewed: HouseHistory.renewed
        case .credentialWarned(let warning): HouseHistory.ends(time(warning.dueAt))
        case .templateSaved(let template):
            HouseHistory.template(template.key, template.version)
        case .library(let event): LibraryHistory.sentence(event, model)
        }
    }

    private func words(_ phrase: Phrase) -> String { model.words(phrase) }

    private func time(_ instant: Timestamp) -> String {
        model.localTime.moment(instant, now: model.now)
    }

    private func added(_ message: Message) -> Phrase {
        switch message.direction {
        case .inbound: HistoryStrings.messageIn
        case .outbound: HistoryStrings.messageOut
        case .note: HistoryStrings.note
        }
    }

    private func moved(_ move: CaseMove) -> Phrase {
        let kind = kinds[move.item].map { words(CaseWords.kind($0)) } ?? ""
        let reason = if case .person(_, let reason) = move.proof { reason } else { "" }
        let state = words(CaseWords.state(move.to))
        return HistoryStrings.caseIs(kind, reason.isEmpty ? state : "\(state) · \(reason)")
    }

    private func moved(_ move: OutboxMove) -> Phrase {
        let evidence = move.evidence.map { "· " + words(EvidenceWords.words($0)) } ?? ""
        return HistoryStrings.reply(words(StateWords.outbox(move.to)), evidence)
    }
}

/// Set-up, mail and alarms as sentences of the log.
enum HouseHistory {
    static let alarmSettled = Phrase("history.alarm-settled", "alarm is over")
    static let mailStored = Phrase("history.mail-stored", "mail stored as it came")
    static let mailSettled = Phrase("history.mail-settled", "mail sorted")
    static let mailReleased = Phrase("history.mail-released", "held mail taken in")
    static let renewed = Phrase("history.credential-renewed", "login with Amazon renewed")

    static func alarm(_ what: Phrase, _ model: WorkstationModel) -> Phrase {
        Phrase("history.alarm", "alarm: {what}", ["what": model.words(what)])
    }
    static func drawn(_ store: StoreID, _ time: String) -> Phrase {
        Phrase(
            "history.check-drawn", "spot check: {store} {time}",
            ["store": store.rawValue, "time": time])
    }
    static func checked(_ result: String) -> Phrase {
        Phrase("history.check-recorded", "spot check recorded: {result}", ["result": result])
    }
    static func order(_ order: OrderID) -> Phrase {
        Phrase("history.order-saved", "order {order} as Amazon has it", ["order": order.rawValue])
    }
    static func cursor(_ name: String) -> Phrase {
        if name.hasPrefix("watched:") {
            return Phrase(
                "history.channel-watched", "watched from here on: {name}",
                ["name": String(name.dropFirst("watched:".count))])
        }
        return Phrase("history.cursor", "read up to here: {name}", ["name": name])
    }
    static func live(_ mailbox: MailboxName, _ time: String) -> Phrase {
        Phrase(
            "history.mailbox-live", "mailbox {mailbox} answered for since {time}",
            ["mailbox": mailbox.rawValue, "time": time])
    }
    static func restricted(_ store: StoreID, _ time: String) -> Phrase {
        Phrase(
            "history.restricted", "{store} may write first again from {time}",
            ["store": store.rawValue, "time": time])
    }
    static func store(_ store: StoreID) -> Phrase {
        Phrase("history.store", "store {store} configured", ["store": store.rawValue])
    }
    static func person(_ user: String) -> Phrase {
        Phrase("history.person", "person {user} changed", ["user": user])
    }
    static func ends(_ time: String) -> Phrase {
        Phrase("history.credential-ends", "login with Amazon ends {time}", ["time": time])
    }
    static func template(_ key: TemplateKey, _ version: Int) -> Phrase {
        Phrase(
            "history.template", "template {name} version {version}",
            ["name": key.rawValue, "version": "\(version)"])
    }
}
