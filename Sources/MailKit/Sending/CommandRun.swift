import CLinuxShims
import Glibc

/// One run of a program: bytes in, exit code out, within a bounded time.
package enum CommandRun {
    /// How a run ended.
    package enum Outcome {
        case notStarted(String)
        case exited(CInt, words: String)
        /// By a signal, ours after the time was over included.
        case ended
    }

    /// Which of a program's outputs is listened to; the other one goes nowhere.
    package enum Stream: CInt, Sendable {
        case output = 1
        case errors = 2

        fileprivate var other: CInt { self == .output ? 2 : 1 }
    }

    /// Runs `arguments` in a session of its own with a bare environment and no other descriptor.
    /// `words` are the first `limit` bytes of the stream. `stop` ends the program, and what it
    /// started, before its time is over.
    package static func run(
        _ arguments: [String], input: [UInt8], timeout: Duration, stream: Stream = .errors,
        limit: Int = 2000, until stop: StopSignal? = nil
    ) -> Outcome {
        guard stop?.isFired != true else { return .ended }
        var inputPipe: [CInt] = [-1, -1]
        var errorPipe: [CInt] = [-1, -1]
        guard pipe(&inputPipe) == 0 else { return .notStarted(String(cString: strerror(errno))) }
        guard pipe(&errorPipe) == 0 else {
            inputPipe.forEach { close($0) }
            return .notStarted(String(cString: strerror(errno)))
        }
        for descriptor in inputPipe + errorPipe { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var process: pid_t = 0
        let failure = spawn(arguments, inputPipe[0], errorPipe[1], stream, &process)
        close(inputPipe[0])
        close(errorPipe[1])
        guard failure == 0 else {
            close(inputPipe[1])
            close(errorPipe[0])
            return .notStarted(String(cString: strerror(failure)))
        }
        var talk = Talk(
            input: inputPipe[1], errors: errorPipe[0], bytes: input, limit: limit, stop: stop)
        let isOver = talk.hold(until: .now + timeout, with: process)
        if !isOver { kill(-process, SIGKILL) }
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
        guard isOver, status & 0x7F == 0 else { return .ended }
        return .exited((status >> 8) & 0xFF, words: String(decoding: talk.words, as: UTF8.self))
    }

    static func spawn(
        _ arguments: [String], _ input: CInt, _ errors: CInt, _ stream: Stream,
        _ process: inout pid_t
    ) -> CInt {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, 0)
        posix_spawn_file_actions_addopen(&actions, stream.other, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, errors, stream.rawValue)
        _ = desk_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        prepareSignals(&attributes)
        let vector: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
        let variables = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C"]
        let environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) } + [nil]
        defer { (vector + environment).forEach { free($0) } }
        return posix_spawn(&process, arguments[0], &actions, &attributes, vector, environment)
    }

    /// The child starts with the signals a program expects, not with those this thread blocks.
    private static func prepareSignals(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        var usual = sigset_t()
        sigemptyset(&usual)
        sigaddset(&usual, SIGPIPE)
        posix_spawnattr_setsigdefault(&attributes, &usual)
        let flags =
            desk_spawn_new_session_flag() | Int16(POSIX_SPAWN_SETSIGMASK)
            | Int16(POSIX_SPAWN_SETSIGDEF)
        posix_spawnattr_setflags(&attributes, flags)
    }
}

/// Feeds the program and listens to its complaints until it ends.
private struct Talk {
    private var input: CInt
    private let errors: CInt
    private let bytes: [UInt8]
    private let limit: Int
    private let stop: StopSignal?
    private var written = 0
    private(set) var words: [UInt8] = []

    init(input: CInt, errors: CInt, bytes: [UInt8], limit: Int, stop: StopSignal?) {
        self.input = input
        self.errors = errors
        self.bytes = bytes
        self.limit = limit
        self.stop = stop
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        _ = fcntl(errors, F_SETFL, O_NONBLOCK)
    }

    /// False when the time was over before the program, or somebody gave it up.
    mutating func hold(until deadline: ContinuousClock.Instant, with process: pid_t) -> Bool {
        let end = desk_pidfd_open(process)
        defer {
            closeInput()
            close(errors)
            if end >= 0 { close(end) }
        }
        guard end >= 0 else { return false }
        while true {
            var entries = [
                pollfd(fd: end, events: Int16(POLLIN), revents: 0),
                pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: stop?.descriptor ?? -1, events: Int16(POLLIN), revents: 0),
            ]
            let left = deadline - .now
            guard left > .zero else { return false }
            let ready = poll(&entries, nfds_t(entries.count), StopSignal.pollMilliseconds(left))
            if ready < 0, errno != EINTR { return false }
            guard ready > 0 else { continue }
            if entries[3].revents != 0 { return false }
            if entries[2].revents != 0 { feed() }
            if entries[1].revents != 0 || entries[0].revents != 0 { listen() }
            if entries[0].revents != 0 { return true }
        }
    }

    private mutating func feed() {
        let count = bytes.withUnsafeBytes {
            write(
                input, $0.baseAddress?.advanced(by: written), min(bytes.count - written, 64 << 10))
        }
        if count > 0 { written += count }
        let isBroken = count < 0 && errno != EAGAIN && errno != EINTR
        if isBroken || written == bytes.count { closeInput() }
    }

    private mutating func listen() {
        var buffer = [UInt8](repeating: 0, count: 4096)
        while true {
            let count = read(errors, &buffer, buffer.count)
            guard count > 0 else { return }
            words += buffer[..<count].prefix(max(0, limit - words.count))
        }
    }

    private mutating func closeInput() {
        if input >= 0 { close(input) }
        input = -1
    }
}
