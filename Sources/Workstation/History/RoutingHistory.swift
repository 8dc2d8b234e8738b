import HelpDesk
import Localization

/// Who got what, as sentences of the log.
enum RoutingHistory {
    static func sentence(_ event: RoutingEvent, _ model: WorkstationModel) -> Phrase {
        switch event {
        case .groupSaved(let change):
            Phrase(
                "history.group", "group {name} version {version}",
                ["name": change.value.name, "version": "\(change.version)"])
        case .rulesSaved(let change):
            Phrase(
                "history.rules", "routing rules version {version}",
                ["version": "\(change.version)"])
        case .profileSaved(let change):
            Phrase(
                "history.profile", "profile of {name} changed",
                ["name": HistoryLines.name(change.value.person, model)])
        case .decided(let decision): decided(decision, model)
        case .accepted(_, let person, _):
            Phrase(
                "history.accepted", "{name} begins",
                ["name": HistoryLines.name(person, model)])
        case .returned(let back): returned(back, model)
        case .handOverOffered(let offer):
            Phrase(
                "history.hand-over", "{name} hands over",
                ["name": HistoryLines.name(offer.from, model)])
        case .handOverLineAccepted(_, _, let person):
            Phrase(
                "history.hand-over-taken", "handed over to {name}",
                ["name": HistoryLines.name(person, model)])
        }
    }

    private static func decided(_ decision: RoutingDecision, _ model: WorkstationModel) -> Phrase {
        guard let chosen = decision.chosen else {
            return Phrase("history.routing-waits", "routing: waits, nobody fits now")
        }
        return Phrase(
            "history.routed", "routed to {name}", ["name": HistoryLines.name(chosen, model)])
    }

    private static func returned(_ back: TicketReturn, _ model: WorkstationModel) -> Phrase {
        let name = HistoryLines.name(back.person, model)
        return switch back.cause {
        case .timeout:
            Phrase(
                "history.returned-timeout", "back in the queue: {name} did not begin in time",
                ["name": name])
        case .person:
            Phrase("history.returned", "back in the queue from {name}", ["name": name])
        }
    }
}
