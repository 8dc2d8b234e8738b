import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    mutating func engineAnswered(_ call: EngineCall, _ answer: EngineAnswer) -> [Effect] {
        switch answer {
        case .overview(let reply):
            (engine.overview, engine.overviewAt) = (reply, now)
            engine.lanes.clamp(count: lanes.count)
            return []
        case .log(let reply):
            logArrived(reply, call)
            return []
        case .jobs(let reply):
            engine.jobs.loaded(reply.jobs)
            return fetchEngineItem()
        case .drift(let reply):
            engine.drift.loaded(reply.records)
            engine.unknownFields = reply.unknownFields
            return fetchEngineItem()
        case .quarantine(let reply):
            engine.mails.loaded(reply.mails)
            return fetchEngineItem()
        case .checks(let reply):
            engine.checks.loaded(reply.checks)
            engine.checkSummary = reply.summary
            return []
        case .job(let detail):
            engine.job = detail
            engine.jobs.replace(detail.job)
            return []
        case .driftRecord(let detail):
            engine.driftRecord = detail
            return []
        case .mail(let detail):
            engine.mail = detail
            return []
        case .jobMoved, .rerun, .released, .recorded: return engineActed(call, answer)
        }
    }

    private mutating func logArrived(_ reply: ListSyncLog.Reply, _ call: EngineCall) {
        guard case .log(let filter, let before) = call, filter == engine.logFilter else { return }
        if before == nil {
            // At the top one follows the log; further down the line that is read stays.
            let isAtTop = engine.log.list.selection == 0
            engine.log.loaded(reply.entries)
            if isAtTop { engine.log.list.select(0, count: reply.entries.count) }
        } else {
            engine.log.append(reply.entries)
        }
        engine.hasOlderLog = reply.hasMore
    }

    private mutating func engineActed(_ call: EngineCall, _ answer: EngineAnswer) -> [Effect] {
        switch answer {
        case .jobMoved(let job):
            engine.jobs.replace(job)
            let name = "\(job.id.rawValue)"
            if case .retry = call {
                say(EngineStrings.retried(name), .ok)
            } else {
                say(EngineStrings.dropped(name), .ok)
            }
        case .rerun(let reply):
            let isAll = reply.settled == reply.tried
            say(EngineStrings.rerun(reply.settled, of: reply.tried), isAll ? .ok : .warning)
        case .released(let reply) where reply.outcome == .quarantined:
            say(EngineStrings.stillHeld, .warning)
        case .released(let reply):
            let ticket = reply.ticket.map { number($0) }
            say(ticket.map { EngineStrings.releasedAs($0) } ?? EngineStrings.released, .ok)
        case .recorded(let check):
            engine.checks.replace(check)
            say(EngineStrings.recorded, .ok)
        default: break
        }
        closeEngineDetail()
        return fetchEngine()
    }
}
