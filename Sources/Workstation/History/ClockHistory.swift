import HelpDesk
import Localization

/// Deadlines, calendars and policies as sentences of the log.
enum ClockHistory {
    static func sentence(_ event: ClockEvent, _ model: WorkstationModel) -> Phrase {
        let words = model.words
        let kind: (ClockKey) -> String = { words(ClockStrings.kind($0.kind)) }
        switch event {
        case .calendarSaved(let calendar):
            return Phrase(
                "history.calendar", "calendar {name} version {version}",
                ["name": calendar.id.rawValue, "version": "\(calendar.version)"])
        case .policySaved(let policy):
            return Phrase(
                "history.policy", "policy {name} version {version}",
                ["name": policy.id.rawValue, "version": "\(policy.version)"])
        case .policiesOrdered:
            return Phrase("history.policies-ordered", "order of the policies changed")
        case .windowSet: return Phrase("history.window", "platform's answering time changed")
        case .started(_, let runs):
            let kinds = runs.map { words(ClockStrings.kind($0.key.kind)) }
            return Phrase(
                "history.clocks", "deadlines begin: {kinds}",
                ["kinds": kinds.joined(separator: ", ")])
        case .moved(let move): return moved(move, kind(move.key), model)
        case .retargeted(let change):
            let due = change.due.map { model.localTime.moment($0, now: model.now) } ?? "-"
            return Phrase(
                "history.clock-retargeted", "deadline {kind}: now {time}",
                ["kind": kind(change.key), "time": due])
        case .warned(let warning):
            let time = model.localTime.moment(warning.due, now: model.now)
            return Phrase(
                "history.clock-warned", "people warned: {kind} due {time}",
                ["kind": kind(warning.key), "time": time])
        case .breached(let breach):
            let time = model.localTime.moment(breach.dueAt, now: model.now)
            return Phrase(
                "history.clock-breached", "deadline missed: {kind} was due {time}",
                ["kind": kind(breach.key), "time": time])
        case .breachExcused(let excuse):
            return Phrase(
                "history.breach-excused", "missed deadline excused: {kind} · {reason}",
                ["kind": kind(excuse.key), "reason": excuse.reason])
        case .noticesRead: return Phrase("history.notices-read", "warning seen")
        }
    }

    private static func moved(
        _ move: ClockMove, _ kind: String, _ model: WorkstationModel
    ) -> Phrase {
        let state = model.words(ClockStrings.state(move.to))
        guard move.to == .running, let due = move.due else {
            return Phrase(
                "history.clock-moved", "deadline {kind}: {state}",
                ["kind": kind, "state": state])
        }
        return Phrase(
            "history.clock-runs", "deadline {kind} runs: due {time}",
            ["kind": kind, "time": model.localTime.moment(due, now: model.now)])
    }
}
