import ArgumentParser
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct JobsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jobs", abstract: "Work of the core: waiting, running, given up.",
        subcommands: [JobsList.self, JobsShow.self, JobsRetry.self, JobsDrop.self],
        defaultSubcommand: JobsList.self)
}

struct JobsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Jobs, those given up first; done ones on request.")

    @OptionGroup var connection: ConnectionOptions
    @Option(parsing: .upToNextOption, help: "Only these states: ready, running, dead, done.")
    var state: [String] = []
    @Option(help: "Only this store.") var store: String?
    @Option(help: "Only this kind, such as order-refresh.") var kind: String?
    @Option(help: "How many at most, 1 to 500.") var limit: Int = 100
    @Option(help: "How many to leave out first.") var offset: Int = 0

    func validate() throws {
        guard (1...500).contains(limit) else { throw ValidationError("'--limit' is 1 to 500.") }
        guard offset >= 0 else { throw ValidationError("'--offset' is 0 or more.") }
        for name in state where JobRecord.State(rawValue: name) == nil {
            throw ValidationError("'--state \(name)' is no state of a job.")
        }
    }

    func run() throws {
        let call = ListJobs(
            states: state.compactMap { JobRecord.State(rawValue: $0) },
            store: store.map { StoreID($0) }, kind: kind, offset: offset, limit: limit)
        let (reply, now) = try connection.ask(call)
        guard !connection.json else {
            return try connection.printLines(reply.jobs.map { JSONValue($0) })
        }
        connection.printTable(
            connection.jobTable(reply.jobs, now), empty: EngineTerms.noJobs)
    }
}

struct JobsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "One job with all that happened to it.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The job's number.") var job: Int64

    func run() throws {
        let (detail, now) = try connection.ask(ShowJob(job: JobID(job)))
        guard !connection.json else { return try connection.printLines([JSONValue(detail)]) }
        connection.printTable(connection.jobTable([detail.job], now), empty: EngineTerms.noJobs)
        let words = connection.words
        var steps = TextTable(
            [EngineTerms.time, EngineTerms.state, EngineTerms.by, EngineTerms.note].map {
                words($0)
            })
        for step in detail.history {
            let attempt = step.attempt.map { " \($0)" } ?? ""
            steps.add(
                [
                    step.at.iso8601, words(EngineWords.jobAct(step.act.rawValue)) + attempt,
                    step.by ?? "-", step.note,
                ], notes: connection.notes(step.trouble))
        }
        if !steps.lines.isEmpty { print("\n" + steps.lines.joined(separator: "\n")) }
        print("")
        connection.printText(detail.payload)
    }
}

struct JobsRetry: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Run a job again that was given up (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The job's number.") var job: Int64

    func run() throws { try connection.printJob(RetryJob(job: JobID(job))) }
}

struct JobsDrop: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drop", abstract: "Give a job up for good (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The job's number.") var job: Int64
    @Option(help: "Why.") var reason: String

    func run() throws { try connection.printJob(DropJob(job: JobID(job), reason: reason)) }
}

extension ConnectionOptions {
    fileprivate func printJob<Call: RemoteCall>(_ call: Call) throws
    where Call.Reply == JobSummary {
        let (job, now) = try ask(call)
        guard !json else { return try printLines([JSONValue(job)]) }
        printTable(jobTable([job], now), empty: EngineTerms.noJobs)
    }

    fileprivate func jobTable(_ jobs: [JobSummary], _ now: Timestamp) -> TextTable {
        var table = TextTable(
            [
                EngineTerms.job, EngineTerms.kind, EngineTerms.store, EngineTerms.state,
                EngineTerms.attempts, EngineTerms.next, EngineTerms.about,
            ].map { words($0) })
        for job in jobs {
            let limit = job.attemptLimit.map { "/\($0)" } ?? ""
            table.add(
                [
                    "\(job.id.rawValue)", words(JobObjects.kind(job.kind)),
                    job.store?.rawValue ?? "-",
                    words(EngineWords.jobState(job.state.rawValue)), "\(job.attempts)\(limit)",
                    wait(job.nextRun, now), words(JobObjects.name(kind: job.kind, key: job.key)),
                ], notes: notes(job.trouble))
        }
        return table
    }
}
