import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
package import TerminalCore
import Wire

/// A pane drawn once from the core's current data.
package enum SnapPane: String, CaseIterable, Sendable {
    case inbox, thread, composer, outbox, sync, history, help
    case account
    case reports, quality
    case wall, forecast, breaches, shifts, broadcasts, alarms
    case accountRows = "account-rows"
    case deadlines, calendars, policies
    case teams, routed
    case handOver = "hand-over"
    case card
    case rights
    case templates
    case log, jobs, drift, quarantine, checks
}

/// How a snapshot is printed.
package enum SnapForm: Sendable {
    case text
    /// With escape sequences for colour in a theme.
    case ansi(theme: String, tier: ColorTier)
    /// Text, styles and cursor, as the golden screens of the tests.
    case golden
}

extension Workstation {
    /// Draws one pane as a person would see it now; the exit holds what went wrong instead.
    package static func snap(
        _ pane: SnapPane, size: Size, form: SnapForm, options: WorkstationOptions
    ) -> Result<String, WorkstationSnapError> {
        do {
            let session = try options.session()
            var model = WorkstationModel(
                size: size, now: session.hello.now, language: options.language)
            var driver = SnapDriver(session: session)
            driver.feed(.connected(session.hello), into: &model)
            for key in pane.keys { driver.feed(.pressed(key), into: &model) }
            return .success(text(Renderer.frame(model), form))
        } catch {
            return .failure(WorkstationSnapError(exit: failure(error, options.language)))
        }
    }

    private static func text(_ frame: ScreenBuffer, _ form: SnapForm) -> String {
        switch form {
        case .text: frame.textRows.map { $0 + "\n" }.joined()
        case .ansi(let theme, let tier):
            frame.ansiText(theme: Theme.named(theme) ?? .dark, tier: tier)
        case .golden: frame.dump
        }
    }
}

/// Why there is no snapshot.
package struct WorkstationSnapError: Error, Sendable {
    package var exit: WorkstationExit
}

extension SnapPane {
    /// The presses that lead from the inbox to the pane.
    var keys: [Key] {
        let script =
            switch self {
            case .inbox: ""
            case .thread: "enter"
            case .composer: "r"
            case .outbox: "g o"
            case .sync: "g s"
            case .history: "L"
            case .help: "?"
            case .account: "g a"
            case .reports: "g f"
            case .quality: "g y"
            case .wall: "g m"
            case .forecast: "g e"
            case .breaches: "g x"
            case .shifts: "g n"
            case .broadcasts: "g b"
            case .alarms: "g !"
            case .accountRows: "g a enter"
            case .deadlines: "="
            case .calendars: "g t"
            case .policies: "g T"
            case .teams: "g w"
            case .routed: "W"
            case .handOver: "g h"
            case .card: "o"
            case .rights: "g v"
            case .templates: "g r"
            case .log: "g l"
            case .jobs: "g j"
            case .drift: "g d"
            case .quarantine: "g q"
            case .checks: "g c"
            }
        return script.split(separator: " ").compactMap { KeyPress($0).map { Key.press($0) } }
    }
}

/// Answers a model's calls from a session, one after another, until it is at rest.
private struct SnapDriver {
    let session: CoreSession
    /// Calls a pane may lead to; more would be a loop.
    private var budget = 100

    init(session: CoreSession) {
        self.session = session
    }

    mutating func feed(_ action: Action, into model: inout WorkstationModel) {
        for effect in model.update(action) { answer(effect, &model) }
        guard !model.isAtRest, budget > 0 else { return }
        budget -= 1
        feed(.ticked(model.nextTimer), into: &model)
    }

    private mutating func answer(_ effect: Effect, _ model: inout WorkstationModel) {
        let call: CoreCall
        switch effect {
        case .call(let wanted), .latest(_, let wanted): call = wanted
        default: return
        }
        guard budget > 0, !call.changesSomething else { return }
        budget -= 1
        do {
            feed(.answered(call, try call.answered(by: session)), into: &model)
        } catch {
            feed(.refused(call, error), into: &model)
        }
    }
}

extension CoreCall {
    /// A snapshot looks and never acts.
    var changesSomething: Bool {
        switch self {
        case .listTickets, .showTicket, .lint, .listOutbox, .listDispatches, .templates,
            .suggestions,
            .people,
            .showSync, .events:
            false
        case .showPast: false
        case .account(let call): call.changesSomething
        case .report(let call): call.changesSomething
        case .wall(let call): call.changesSomething
        case .clock(let call): call.changesSomething
        case .routing(let call): call.changesSomething
        case .rights(let call): call.changesSomething
        case .library(let call): call.changesSomething
        case .collision(let call): call.changesSomething
        case .engine(let call): call.changesSomething
        default: true
        }
    }

    func answered(by session: CoreSession) throws(DeskError) -> CoreAnswer {
        switch self {
        case .listTickets(let query): .tickets(try session.call(query.call))
        case .showTicket(let ticket, _):
            .ticket(try session.call(ShowTicket(ticket: ticket, refreshOrder: false)))
        case .showPast(let ticket, let instant):
            .ticket(
                try session.call(
                    ShowTicket(ticket: ticket, refreshOrder: false, asOf: instant)))
        case .lint(let ticket, let text, _):
            .findings(try session.call(LintReply(ticket: ticket, text: text)).findings)
        case .listOutbox: .outbox(try session.call(ListOutbox()).items)
        case .listDispatches: .dispatches(try session.call(ListDispatches()).dispatches)
        case .suggestions(let ticket):
            .suggestions(try session.call(SuggestReplies(ticket: ticket)))
        case .templates(let ticket):
            .templates(try session.call(ListTemplates(ticket: ticket)).templates)
        case .people: .people(try session.call(ListPeople()).people)
        case .showSync: .sync(try session.call(ShowSync()).health)
        case .events(let ticket): .events(try session.call(ListEvents(ticket: ticket)).events)
        case .account(let call): try call.answered(by: session)
        case .report(let call): .report(try call.answered(by: session))
        case .wall(let call): .wall(try call.answered(by: session))
        case .clock(let call): .clock(try call.answered(by: session))
        case .routing(let call): try call.answered(by: session)
        case .rights(let call): .rights(try call.answered(by: session))
        case .library(let call): .library(try call.answered(by: session))
        case .collision(let call): try call.answered(by: session)
        case .engine(let call): .engine(try call.answered(by: session))
        default: throw DeskError(.unknownMethod)
        }
    }
}
