import FoundationEssentials
import Glibc
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Testing
import Wire

@testable import Workstation

/// A core of the test's own on a real socket; it answers only when the test says so.
private final class PretendCore {
    let path: String
    private var listener: Int32
    private var client: Int32 = -1
    private var pending: [UInt8] = []
    private(set) var methods: [String] = []

    init(path: String) throws {
        self.path = path
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        try listen()
    }

    private func listen() throws {
        unlink(path)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size)
            }
        }
        try #require(bound == 0)
        try #require(Glibc.listen(listener, 4) == 0)
        makeNonBlocking(listener)
    }

    private func makeNonBlocking(_ descriptor: Int32) {
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }

    func hangUp() {
        close(client)
        client = -1
    }

    deinit {
        close(listener)
        if client >= 0 { close(client) }
    }

    /// Accepts who waits and answers all that was asked so far.
    func serve() throws {
        if client < 0 {
            client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            makeNonBlocking(client)
        }
        var chunk = [UInt8](repeating: 0, count: 65_536)
        let count = read(client, &chunk, chunk.count)
        if count > 0 { pending += chunk[..<count] }
        while let end = pending.firstIndex(of: 10) {
            try answer(Array(pending[..<end]))
            pending.removeSubrange(...end)
        }
    }

    private func answer(_ line: [UInt8]) throws {
        let head = try WireCodec.read(FrameHead.self, from: line)
        methods.append(head.method ?? "")
        switch head.method {
        case Hello.method:
            try say(ResultFrame(id: head.id, result: Fixture.hello()))
        case ListTickets.method:
            let reply = ListTickets.Reply(
                rows: Fixture.rows, offset: 0, total: Fixture.rows.count, counts: Fixture.counts)
            try say(ResultFrame(id: head.id, result: reply))
        case ShowTicket.method:
            try say(ResultFrame(id: head.id, result: Fixture.detail(Fixture.rows[0])))
        case ShowSync.method:
            try say(ResultFrame(id: head.id, result: ShowSync.Reply(health: Fixture.health)))
        case ListPeople.method:
            try say(ResultFrame(id: head.id, result: ListPeople.Reply(people: Fixture.people)))
        case SaveDraft.method: try say(ResultFrame(id: head.id, result: Done()))
        case LintReply.method:
            try say(ResultFrame(id: head.id, result: LintReply.Reply(findings: [])))
        default: try say(ErrorFrame(id: head.id, error: DeskError(.unknownMethod)))
        }
    }

    func say(_ frame: some Encodable) throws {
        let bytes = try WireCodec.line(frame)
        #expect(write(client, bytes, bytes.count) == bytes.count)
    }
}

/// The whole loop over a terminal in memory and a real socket, turn by turn on one thread.
private final class LoopBench {
    let folder: String
    let core: PretendCore
    let backend = MemoryBackend(size: Size(width: 80, height: 24))
    let loop: WorkstationLoop

    init() throws {
        folder = FileManager.default.temporaryDirectory
            .appending(path: "deskhand-loop-\(UUID().uuidString.prefix(8))").path()
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true)
        core = try PretendCore(path: folder + "/core.sock")
        let options = WorkstationOptions(
            socketPath: core.path, language: .english, stateFolder: folder + "/state",
            client: "test")
        loop = try WorkstationLoop(options: options, backend: backend)
    }

    deinit { try? FileManager.default.removeItem(atPath: folder) }

    /// Takes turns until the condition holds, for twenty seconds at most.
    func turn(until condition: () -> Bool) throws {
        let end = ContinuousClock.now + .seconds(20)
        while !condition(), ContinuousClock.now < end {
            loop.round()
            try core.serve()
        }
        try #require(condition())
    }

    var text: String { backend.frames.last?.textRows.joined(separator: "\n") ?? "" }
}

struct WorkstationLoopTests {
    @Test func connectsAndShowsTheInbox() throws {
        let bench = try LoopBench()
        try bench.turn { bench.text.contains("Camille R.") }
        #expect(bench.core.methods.first == Hello.method)
    }

    @Test func drawsNothingWhileNothingChanges() throws {
        let bench = try LoopBench()
        try bench.turn { bench.loop.link.isQuiet && bench.text.contains("Camille R.") }
        let second = bench.loop.model.now.seconds
        let frames = bench.backend.frames.count
        for _ in 0..<20 { bench.loop.round() }
        let seconds = Int(bench.loop.model.now.seconds - second)
        #expect(bench.backend.frames.count - frames <= seconds + 1)
    }

    @Test func heldDownKeysAreDrawnOnce() throws {
        let bench = try LoopBench()
        try bench.turn { bench.loop.link.isQuiet && bench.text.contains("Camille R.") }
        let frames = bench.backend.frames.count
        bench.backend.push(script: "j j j j j")
        bench.loop.round()
        #expect(bench.loop.model.inbox.list.selection == 5)
        #expect(bench.backend.frames.count == frames + 1)
    }

    @Test func aLostCoreIsSaidAndTheDraftReachesItLater() throws {
        let bench = try LoopBench()
        try bench.turn { bench.text.contains("Camille R.") }
        bench.backend.push(script: "r")
        try bench.turn { bench.loop.model.layer == .composer }
        bench.core.hangUp()
        bench.backend.push(script: "H a l l o")
        for _ in 0..<2 { bench.loop.round() }
        #expect(bench.text.contains("The core is away"))
        try bench.turn { bench.loop.model.isConnected }
        try bench.turn {
            bench.loop.model.unsavedDrafts.isEmpty && bench.core.methods.contains(SaveDraft.method)
        }
        #expect(bench.loop.model.composer?.editor.text == "Hallo")
        #expect(bench.loop.drafts.load() == [])
    }

    @Test func hangupWithoutACoreLeavesTheDraftOnTheMachine() throws {
        let bench = try LoopBench()
        try bench.turn { bench.text.contains("Camille R.") }
        bench.backend.push(script: "r")
        try bench.turn { bench.loop.model.layer == .composer }
        bench.core.hangUp()
        bench.backend.push(script: "H a l l o")
        bench.backend.push([.hangup])
        let exit = bench.loop.run()
        #expect(exit == .done)
        #expect(bench.backend.isRestored)
        #expect(bench.loop.drafts.load().map(\.text) == ["Hallo"])
    }
}
