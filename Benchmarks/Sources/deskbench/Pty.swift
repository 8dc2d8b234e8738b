import Glibc

/// A program on a pseudo-terminal of its own, with every byte that it writes counted and timed.
final class Pty {
    private let controller: Int32
    let process: pid_t

    /// Starts `arguments` on a terminal of the size given, as the leader of its own session.
    init(_ arguments: [String], rows: UInt16, columns: UInt16, environment: [String: String]) throws
    {
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY)
        // TIOCSPTLCK and TIOCGPTN of <asm/ioctls.h>: unlockpt(3) and ptsname(3), which Glibc's
        // module leaves out.
        var lock: Int32 = 0
        var number: Int32 = 0
        guard controller >= 0, ioctl(controller, 0x4004_5431, &lock) == 0,
            ioctl(controller, 0x8004_5430, &number) == 0
        else { throw BenchError("no pseudo-terminal") }
        var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        guard ioctl(controller, UInt(TIOCSWINSZ), &size) == 0 else { throw BenchError("winsize") }
        process = try Self.spawn(arguments, on: "/dev/pts/\(number)", environment)
    }

    deinit {
        close(controller)
    }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(controller, bytes, bytes.count)
    }

    /// Reads until nothing has come for `quiet` milliseconds. Returns how much came and, in
    /// milliseconds after the call, when the last of it did.
    func drain(quiet: Int32, limit: Double = 10_000) -> Burst {
        let start = Clock.milliseconds()
        var burst = Burst()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        while Clock.milliseconds() - start < limit {
            var entry = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, burst.bytes.isEmpty ? 2000 : quiet) > 0 else { break }
            let count = read(controller, &buffer, buffer.count)
            guard count > 0 else { break }
            burst.bytes += buffer[..<count]
            burst.lastAt = Clock.milliseconds() - start
        }
        return burst
    }

    /// Reads until the output holds `text`; nil when it does not come in time.
    func wait(for text: String, limit: Double = 20_000) -> Burst? {
        let start = Clock.milliseconds()
        var burst = Burst()
        var buffer = [UInt8](repeating: 0, count: 64 << 10)
        let wanted = Array(text.utf8)
        while Clock.milliseconds() - start < limit {
            var entry = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
            guard poll(&entry, 1, 1000) > 0 else { continue }
            let count = read(controller, &buffer, buffer.count)
            guard count > 0 else { return nil }
            burst.bytes += buffer[..<count]
            burst.lastAt = Clock.milliseconds() - start
            if burst.bytes.contains(wanted) { return burst }
        }
        return nil
    }

    /// Resident memory in KiB.
    var residentKiB: Int { Memory.residentKiB(of: process) }

    func stop() {
        kill(process, SIGTERM)
        var status: Int32 = 0
        waitpid(process, &status, 0)
    }

    private static func spawn(
        _ arguments: [String], on terminal: String, _ environment: [String: String]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal that a session leader opens becomes its controlling one (tty(4)).
        posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // POSIX_SPAWN_SETSID of <spawn.h>, which Glibc's module leaves out.
        posix_spawnattr_setflags(&attributes, 0x80)
        var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        var pairs: [UnsafeMutablePointer<CChar>?] =
            environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in words + pairs { free(pointer) } }
        var process: pid_t = 0
        guard posix_spawn(&process, arguments[0], &actions, &attributes, &words, &pairs) == 0
        else { throw BenchError("cannot start \(arguments[0])") }
        return process
    }
}

/// What a program wrote in answer to something.
struct Burst {
    var bytes: [UInt8] = []
    var lastAt = 0.0
}

struct BenchError: Error, CustomStringConvertible {
    var description: String
    init(_ description: String) { self.description = description }
}

enum Clock {
    static func milliseconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Double(time.tv_sec) * 1000 + Double(time.tv_nsec) / 1_000_000
    }
}

enum Memory {
    static func residentKiB(of process: pid_t) -> Int {
        guard let file = fopen("/proc/\(process)/status", "r") else { return 0 }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 256)
        while fgets(&line, Int32(line.count), file) != nil {
            let text = String(
                decoding: line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
            if text.hasPrefix("VmRSS:") { return Int(text.filter(\.isNumber)) ?? 0 }
        }
        return 0
    }
}

extension [UInt8] {
    func contains(_ part: [UInt8]) -> Bool {
        guard let first = part.first, count >= part.count else { return part.isEmpty }
        for start in 0...(count - part.count) where self[start] == first {
            if self[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
    }
}
