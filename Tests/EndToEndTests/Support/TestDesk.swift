import CoreClient
import Foundation
import HelpDesk
import MailHost
import MailKit
import Wire

/// A desk of one test: its folder, its configuration, its core, and the commands that people type.
final class TestDesk {
    let folder: TestFolder
    let configuration: String
    private(set) var core: RunningProgram?

    var socket: String { "\(folder.path)/core.sock" }
    /// The mailbox of a plan on a Maildir.
    var maildir: Maildir { Maildir(path: "\(folder.path)/mail") }

    init(_ plan: DeskPlan) throws {
        folder = try TestFolder()
        try folder.write("desk-secret", to: "desk.secret")
        try folder.write(PretendShop.clientSecret, to: "lwa.secret")
        for store in plan.stores {
            try folder.write(PretendShop.refreshToken(store.id), to: "\(store.id).secret")
        }
        configuration = try folder.write(plan.text, to: "deskhand.toml")
        if !plan.hasLogin { try maildir.create() }
    }

    /// Starts the core and returns once clients can connect.
    func start() async throws {
        let core = try RunningProgram(
            "deskhand-core", ["serve", "--config", configuration], in: folder.path)
        self.core = core
        try await eventually("the core listens", within: .seconds(60)) {
            guard !core.hasEnded else {
                throw MailHostError("The core ended at once: \(core.errors)")
            }
            return (try? session()) != nil
        }
    }

    /// Stops the core as systemd would; returns its exit code.
    @discardableResult
    func stop() async throws -> Int32? {
        core?.send(SIGTERM)
        let code = try await core?.end()
        core = nil
        return code
    }

    /// Ends the core as a power cut would.
    func killCore() async throws {
        try await core?.killNow()
        core = nil
    }

    var isUp: Bool { core.map { !$0.hasEnded } ?? false }

    func session(as user: String = "boss", wantsEvents: Bool = false) throws -> CoreSession {
        try CoreSession(
            connection: CoreConnection(descriptor: UnixSocket.connect(path: socket)),
            client: "test", wantsEvents: wantsEvents, asUser: user)
    }

    /// Runs `deskhand` with the test's configuration.
    func deskhand(_ arguments: String..., input: String? = nil) async throws -> CommandResult {
        try await run(arguments + ["--config", configuration], input: input)
    }

    /// Runs a command that talks to the core, for a Unix user.
    func client(_ arguments: String..., as user: String = "boss") async throws -> CommandResult {
        try await run(arguments + ["--config", configuration, "--as-user", user])
    }

    /// Runs `deskhand` with exactly these arguments.
    func run(_ arguments: [String], input: String? = nil) async throws -> CommandResult {
        let program = try RunningProgram("deskhand", arguments, input: input, in: folder.path)
        let code = try await program.end(within: .seconds(120))
        return CommandResult(code: code, output: program.output, errors: program.errors)
    }
}

extension TestDesk {
    /// All tickets that a user sees, as `ticket list` prints them.
    func tickets(as user: String = "boss") async throws -> [JSON] {
        try await client("ticket", "list", "--limit", "500", "--json", as: user).jsonLines()
    }

    func ticket(_ number: Int) async throws -> JSON {
        try await client("ticket", "show", "\(number)", "--json").json()
    }

    /// How many tickets the running core has, without the cost of a process.
    func ticketCount() throws -> Int {
        try session().call(ListTickets(queue: .all, limit: 1)).total
    }

    /// Waits until there are so many tickets; returns their numbers by the order's number.
    @discardableResult
    func waitForTickets(_ count: Int, within limit: Duration = .seconds(60)) async throws
        -> [String: Int]
    {
        try await eventually("\(count) tickets", within: limit) {
            guard isUp else { throw MailHostError("The core died: \(core?.errors ?? "")") }
            return try ticketCount() == count
        }
        var numbers: [String: Int] = [:]
        for row in try await tickets() {
            if let order = row["order_id"].text { numbers[order] = row["ticket"].number }
        }
        return numbers
    }

    /// The tickets with their messages, read from the data folder beside a core or without one.
    func exportedTickets() async throws -> [JSON] {
        try await deskhand("export", "tickets", "--format", "jsonl").jsonLines()
    }

    /// Queues a reply; the outbox item's number.
    func reply(to ticket: Int, _ text: String) async throws -> Int {
        let file = try folder.write(text, to: "reply-\(UUID().uuidString).txt")
        let result = try await client("ticket", "reply", "\(ticket)", "--file", file, "--json")
        guard result.code == 0, let item = try result.json()["outbox"].number else {
            throw MailHostError("The reply was refused: \(result.text) \(result.errors)")
        }
        return item
    }

    private static let states = [
        "held", "queued", "sending", "accepted", "unknown", "failed", "confirmed", "bounced",
        "withdrawn",
    ]

    /// The outbox item as `outbox list` prints it, whatever its state.
    func outboxItem(_ number: Int) async throws -> JSON {
        let arguments = [
            "outbox", "list", "--json", "--config", configuration, "--as-user", "boss",
        ]
        let rows = try await run(arguments + ["--state"] + Self.states).jsonLines()
        guard let row = rows.first(where: { $0["outbox"].number == number }) else {
            throw MailHostError("There is no outbox item \(number).")
        }
        return row
    }

    /// Waits until an outbox item is in `state`.
    func waitForOutbox(_ number: Int, _ state: String, within limit: Duration = .seconds(60))
        async throws
    {
        var last = ""
        do {
            try await eventually("outbox item \(number) is \(state)", within: limit) {
                last = try await outboxItem(number)["state"].text ?? ""
                return last == state
            }
        } catch {
            throw MailHostError("\(error) It is \(last). \(core?.errors.suffix(1500) ?? "")")
        }
    }

    /// Whether rows rebuilt from the events equal the rows that the desk works with.
    func isRecordEqual() async throws -> Bool {
        let result = try await client("audit", "rebuild", "--json")
        let report = try result.json()
        guard result.code == 0, report["equal"].flag == true else {
            throw MailHostError("The record differs: \(result.text)")
        }
        return true
    }
}
