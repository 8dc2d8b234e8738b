import CLinuxShims
import Foundation
import TerminalCore
import TerminalCurses

/// A terminal whose other end the test holds: it reads what the program writes and types for it.
final class PseudoTerminal {
    let terminal: Int32
    let reader: OutputReader
    private let arrival: NSCondition

    init?(_ size: Size) {
        var controller: Int32 = -1
        var terminal: Int32 = -1
        guard desk_open_pty(&controller, &terminal) == 0,
            desk_set_window_size(terminal, Int32(size.height), Int32(size.width)) == 0
        else { return nil }
        self.terminal = terminal
        let reader = OutputReader(controller)
        self.reader = reader
        let arrival = NSCondition()
        self.arrival = arrival
        Thread.detachNewThread {
            while reader.drain(waiting: 100) {
                arrival.withLock { arrival.broadcast() }
            }
        }
    }

    func open(
        term: String = "xterm-256color", environment: [String: String] = [:],
        rules: TextRules = .standard
    ) throws -> CursesBackend {
        let all = environment.merging(["TERM": term]) { own, _ in own }
        return try CursesBackend(
            CursesOptions(environment: all, input: terminal, output: terminal, rules: rules))
    }

    /// What the program wrote up to a bell that ends the frame; empty when none came in time.
    func frame(_ backend: CursesBackend) -> [UInt8] {
        backend.bell()
        return untilBell()
    }

    func writeBell() {
        TerminalCursesTests.writeBell(to: terminal)
    }

    func resize(_ size: Size) {
        _ = desk_set_window_size(terminal, Int32(size.height), Int32(size.width))
    }

    func untilBell() -> [UInt8] {
        arrival.lock()
        defer { arrival.unlock() }
        let limit = Date(timeIntervalSinceNow: 20)
        while true {
            if let bytes = reader.takeUntilBell() { return bytes }
            guard arrival.wait(until: limit) else { return [] }
        }
    }

    func type(_ text: String) {
        reader.send(Array(text.utf8))
    }

    /// Reads keys until there are as many as expected; gives up after some seconds.
    func keys(_ backend: CursesBackend, count: Int) -> [Key] {
        var keys: [Key] = []
        for _ in 0..<5 where keys.count < count {
            waitUntilReadable(terminal)
            keys += backend.readKeys()
        }
        return keys
    }
}
