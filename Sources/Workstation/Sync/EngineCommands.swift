import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// Moves and acts in the panes of the sync engine.
enum EngineCommands {
    private static let panes = Set(EnginePane.layers)

    static let all: [Command] = acts + jobs + records + moving + going

    private static let acts: [Command] = [
        Command(
            "open", ["enter", "right", "l"], in: panes,
            Phrase("command.open-item", "Shows it alone; a store's line leads to its log"),
            hint: Phrase("hint.open-item", "show"),
            unless: { $0.engineItemCount == 0 ? EngineStrings.nothing : nil }
        ) { model, _ in model.openEngineItem() },
        Command(
            "filter", ["/"], in: [.syncLog],
            Phrase("command.filter", "Narrows the log: store, error class, operation, failed"),
            hint: Phrase("hint.filter", "filter"), argument: "TEXT"
        ) { model, text in
            text.isEmpty
                ? model.askEngine(.filterLog, text: model.engine.logFilter.text)
                : model.filterLog(text)
        },
        Command(
            "failures", ["f"], in: [.syncLog],
            Phrase("command.failures", "Shows failures alone, or all again"),
            hint: Phrase("hint.failures", "failures")
        ) { model, _ in model.toggleFailures() },
        Command(
            "copy-request", ["y"], in: [.syncLog],
            Phrase("command.copy-request", "Copies the request id for the platform's support"),
            hint: Phrase("hint.copy-request", "copy id"),
            unless: {
                $0.engine.log.selected?.requestID == nil ? EngineStrings.noRequest : nil
            }
        ) { model, _ in model.engine.log.selected?.requestID.map { [.copy($0)] } ?? [] },
    ]

    private static let jobs: [Command] = [
        Command(
            "retry-job", ["R"], in: [.jobs],
            Phrase("command.retry-job", "Runs a job again that was given up"),
            hint: Phrase("hint.retry-job", "run again"),
            unless: { jobObstacle($0, EngineStrings.notRetryable, \.canRetry) }
        ) { model, _ in
            model.engine.jobs.selected.map {
                model.ask(QuestionPane.Purpose.engine(.retryJob($0)))
            } ?? []
        },
        Command(
            "drop-job", ["X"], in: [.jobs],
            Phrase("command.drop-job", "Gives a job up for good, with a reason"),
            hint: Phrase("hint.drop-job", "drop"), argument: "REASON",
            unless: { jobObstacle($0, EngineStrings.notDroppable, \.canDrop) }
        ) { model, reason in
            guard let job = model.engine.jobs.selected else { return [] }
            return reason.isEmpty
                ? model.askEngine(.dropJob(job.id))
                : [.call(.engine(.drop(job.id, reason: reason)))]
        },
        Command(
            "all-jobs", ["a"], in: [.jobs],
            Phrase("command.all-jobs", "Shows done jobs too, or hides them"),
            hint: Phrase("hint.all-jobs", "with done")
        ) { model, _ in
            model.engine.showsDoneJobs.toggle()
            return model.fetchEngine()
        },
    ]

    private static let records: [Command] = [
        Command(
            "rerun-drift", ["R"], in: [.drift],
            Phrase("command.rerun-drift", "Reads the record again"),
            hint: Phrase("hint.rerun-drift", "read again"),
            unless: { model in
                guard model.isSupervisor else { return TicketStrings.supervisorOnly }
                guard let record = model.engine.drift.selected else { return EngineStrings.nothing }
                return record.settledAt == nil ? nil : EngineStrings.isSettled
            }
        ) { model, _ in
            model.ask(
                QuestionPane.Purpose.engine(.rerunDrift(model.engine.drift.selected, count: 1)))
        },
        Command(
            "rerun-all-drift", ["A"], in: [.drift],
            Phrase("command.rerun-all", "Reads all open records again"),
            hint: Phrase("hint.rerun-all", "all again"),
            unless: { model in
                guard model.isSupervisor else { return TicketStrings.supervisorOnly }
                let isAnyOpen = model.engine.drift.items.contains { $0.settledAt == nil }
                return isAnyOpen ? nil : EngineStrings.noDrift
            }
        ) { model, _ in
            let count = model.engine.drift.items.count { $0.settledAt == nil }
            return model.ask(QuestionPane.Purpose.engine(.rerunDrift(nil, count: count)))
        },
        Command(
            "all-drift", ["a"], in: [.drift],
            Phrase("command.all-drift", "Shows records read after all too, or hides them"),
            hint: Phrase("hint.all-drift", "with read")
        ) { model, _ in
            model.engine.showsSettledDrift.toggle()
            return model.fetchEngine()
        },
        Command(
            "release", ["A"], in: [.quarantine],
            Phrase("command.release", "Takes a held mail in, with a reason and a question"),
            hint: Phrase("hint.release", "take in"),
            unless: { model in
                guard model.isSupervisor else { return TicketStrings.supervisorOnly }
                guard let mail = model.engine.mails.selected else { return EngineStrings.nothing }
                return mail.releasedAt == nil ? nil : EngineStrings.isReleased
            }
        ) { model, _ in model.releaseSelectedMail() },
        Command(
            "all-mails", ["a"], in: [.quarantine],
            Phrase("command.all-mails", "Shows mails taken in too, or hides them"),
            hint: Phrase("hint.all-mails", "with taken in")
        ) { model, _ in
            model.engine.showsReleasedMails.toggle()
            return model.fetchEngine()
        },
        check("match", "=", .match, Phrase("command.check-match", "Both show the same")),
        check(
            "missing", "-", .missing,
            Phrase("command.check-missing", "Seller Central shows more than the desk")),
        check(
            "extra", "+", .extra,
            Phrase("command.check-extra", "The desk has more than Seller Central shows")),
    ]

    private static func check(
        _ name: String, _ key: String, _ result: SpotCheck.Result, _ summary: Phrase
    ) -> Command {
        Command(
            name, [key], in: [.checks], summary, hint: EngineWords.checkResult(result.rawValue),
            unless: { model in
                guard let check = model.engine.checks.selected else { return EngineStrings.nothing }
                return check.result == nil ? nil : EngineStrings.isRecorded
            }
        ) { model, _ in
            model.engine.checks.selected.map { model.askEngine(.record($0.id, result)) } ?? []
        }
    }

    private static let moving: [Command] = [
        move("down", ["j", "down", "n"], Phrase("command.down", "Moves down")) { _, _ in 1 },
        move("up", ["k", "up", "N"], Phrase("command.up", "Moves up")) { _, _ in -1 },
        move("top", ["g g", "home"], Phrase("command.top", "Goes to the top")) { count, _ in
            -count
        },
        move("bottom", ["G", "end"], Phrase("command.bottom", "Goes to the end")) { count, _ in
            count
        },
        move(
            "page-down", ["pagedown", "space", "ctrl-d"], Phrase("command.page-down", "Pages down")
        ) { _, height in max(1, height - 1) },
        move("page-up", ["pageup", "b", "ctrl-u"], Phrase("command.page-up", "Pages up")) {
            _, height in -max(1, height - 1)
        },
        Command(
            "reload", ["ctrl-r"], in: panes,
            Phrase("command.reload", "Asks the core for the list again")
        ) { model, _ in model.fetchEngine() },
    ]

    /// `distance` is asked with the length of what moves and with the rows in sight.
    private static func move(
        _ name: String, _ keys: [String], _ summary: Phrase,
        _ distance: @escaping @Sendable (Int, Int) -> Int
    ) -> Command {
        Command(name, keys, in: panes, summary) { model, _ in
            let layout = EngineLayout(model)
            if model.engine.isOpen {
                let text = EngineText.detail(model, width: layout.detailText.width)
                model.scrollEngine(by: distance(text.lineCount, layout.detailText.height))
                return []
            }
            return model.moveEngine { list, count in
                list.move(by: distance(count, layout.listRows), count: count)
            }
        }
    }

    private static let going: [Command] = [
        go("sync", "g s", .sync, Phrase("command.sync", "Shows how the stores are synced")),
        go("sync-log", "g l", .syncLog, Phrase("command.sync-log", "Shows the sync log")),
        go("jobs", "g j", .jobs, Phrase("command.jobs", "Shows jobs: waiting, running, given up")),
        go(
            "drift", "g d", .drift,
            Phrase("command.drift", "Shows records that could not be read")),
        go(
            "quarantine", "g q", .quarantine,
            Phrase("command.quarantine", "Shows mails that are held back")),
        go("checks", "g c", .checks, Phrase("command.checks", "Shows spot checks to record")),
        Command(
            "next-list", ["tab"], in: panes,
            Phrase("command.next-list", "Goes to the pane beside this one"),
            hint: Phrase("hint.next-list", "next pane")
        ) { model, _ in model.turnEngine(by: 1) },
        Command(
            "previous-list", ["backtab"], in: panes,
            Phrase("command.previous-list", "Goes back to the pane before this one")
        ) { model, _ in model.turnEngine(by: -1) },
    ]

    private static func go(_ name: String, _ keys: String, _ layer: Layer, _ summary: Phrase)
        -> Command
    {
        Command(name, [keys], in: .reading, summary) { model, _ in model.showEngine(layer) }
    }

    @Sendable private static func jobObstacle(
        _ model: WorkstationModel, _ refusal: Phrase, _ isPossible: (JobSummary) -> Bool
    ) -> Phrase? {
        guard model.isSupervisor else { return TicketStrings.supervisorOnly }
        guard let job = model.engine.jobs.selected else { return EngineStrings.nothing }
        return isPossible(job) ? nil : refusal
    }
}

extension WorkstationModel {
    /// How many items the pane lists.
    var engineItemCount: Int {
        switch layer {
        case .sync: lanes.count
        case .syncLog: engine.log.items.count
        case .jobs: engine.jobs.items.count
        case .drift: engine.drift.items.count
        case .quarantine: engine.mails.items.count
        case .checks: engine.checks.items.count
        default: 0
        }
    }
}
