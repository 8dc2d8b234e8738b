import Glibc

/// deskbench PROGRAM SOCKET MARK: starts the workstation on a core that runs already, and prints one
/// line a figure. `MARK` is a text that stands on the screen once the inbox can be used.
@main
struct Deskbench {
    static func main() {
        let words = CommandLine.arguments
        guard words.count == 4 else {
            print("usage: deskbench PROGRAM SOCKET MARK")
            exit(2)
        }
        do {
            try run(program: words[1], socket: words[2], mark: words[3])
        } catch {
            print("deskbench: \(error)")
            exit(1)
        }
    }

    private static let environment = [
        "TERM": "xterm-256color", "LANG": "C.UTF-8", "SSH_CONNECTION": "bench",
        "HOME": "/tmp", "PATH": "/usr/bin:/bin", "XDG_STATE_HOME": "/tmp/deskbench-state",
    ]

    private static func run(program: String, socket: String, mark: String) throws {
        let arguments = [program, "open", "--socket", socket]
        let baseline = try starts(of: ["/bin/cat", "--version"], until: "cat")
        let starts = try starts(of: arguments, until: mark)
        report("start-baseline-cat", baseline, "ms")
        report("start-to-inbox", starts, "ms")
        print("start-ratio\t\(rounded(median(starts) / median(baseline)))")

        let echo = try echoTimes()
        report("key-baseline-cat-echo", echo, "ms")
        let pty = try Pty(arguments, rows: 50, columns: 200, environment: environment)
        guard pty.wait(for: mark) != nil else { throw BenchError("the inbox never came") }
        _ = pty.drain(quiet: 300)
        print("workstation-memory\t\(pty.residentKiB) KiB")
        let moves = measure(
            "move", pty, keys: Array(repeating: "j", count: 40) + Array(repeating: "k", count: 40))
        print("move-ratio-to-echo\t\(rounded(median(moves) / median(echo)))")
        _ = measure("page", pty, keys: Array(repeating: "\u{4}", count: 20), quiet: 50)
        _ = pty.drain(quiet: 300, limit: 2000)
        try opens(pty)
        print("workstation-memory-after\t\(pty.residentKiB) KiB")
        pty.stop()
    }

    /// Opens tickets one after the other, going back and down in between.
    private static func opens(_ pty: Pty) throws {
        var times: [Double] = []
        var sizes: [Double] = []
        for _ in 0..<20 {
            pty.type("\r")
            let burst = pty.drain(quiet: 15)
            times.append(burst.lastAt)
            sizes.append(Double(burst.bytes.count))
            pty.type("q")
            _ = pty.drain(quiet: 100)
            pty.type("j")
            _ = pty.drain(quiet: 100)
        }
        report("open", times, "ms")
        report("open", sizes, "bytes")
    }

    /// Milliseconds from starting a program until its output holds `mark`; five times.
    private static func starts(of arguments: [String], until mark: String) throws -> [Double] {
        try (0..<5).map { _ in
            let start = Clock.milliseconds()
            let pty = try Pty(arguments, rows: 50, columns: 200, environment: environment)
            guard pty.wait(for: mark) != nil else {
                throw BenchError("\(arguments[0]) never wrote \(mark)")
            }
            let time = Clock.milliseconds() - start
            pty.stop()
            return time
        }
    }

    /// What a key costs on this machine when a program only gives it back.
    private static func echoTimes() throws -> [Double] {
        let pty = try Pty(["/bin/cat"], rows: 50, columns: 200, environment: environment)
        pty.type("\n")
        _ = pty.drain(quiet: 100)
        let times = (0..<40).map { _ in
            pty.type("j")
            return pty.drain(quiet: 20).lastAt
        }
        pty.stop()
        return times
    }

    @discardableResult
    private static func measure(_ name: String, _ pty: Pty, keys: [String], quiet: Int32 = 15)
        -> [Double]
    {
        var times: [Double] = []
        var sizes: [Double] = []
        for key in keys {
            pty.type(key)
            // Longer than any answer takes; short, so that the clock's tick is seldom caught.
            let burst = pty.drain(quiet: quiet)
            times.append(burst.lastAt)
            sizes.append(Double(burst.bytes.count))
        }
        report(name, times, "ms")
        report(name, sizes, "bytes")
        return times
    }

    private static func report(_ name: String, _ values: [Double], _ unit: String) {
        let sorted = values.sorted()
        let high = sorted[min(sorted.count - 1, Int(Double(sorted.count) * 0.99))]
        print(
            "\(name)\tmedian \(rounded(median(values))) \(unit)\tp99 \(rounded(high)) \(unit)\tn \(values.count)"
        )
    }

    private static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

    private static func rounded(_ value: Double) -> Double { (value * 100).rounded() / 100 }
}
