import CLinuxShims
import Glibc

/// A program that stays open and answers what it is told line by line. Used from one thread at a
/// time; whoever lets go of it ends the program.
package final class PipedCommand {
    private let process: pid_t
    private let input: CInt
    private let output: CInt
    private var pending: [UInt8] = []
    /// A line that never ends is no line.
    private static let longestLine = 64 << 10

    /// Nil when the program does not start.
    package init?(_ arguments: [String]) {
        var inputPipe: [CInt] = [-1, -1]
        var outputPipe: [CInt] = [-1, -1]
        guard pipe(&inputPipe) == 0 else { return nil }
        guard pipe(&outputPipe) == 0 else {
            inputPipe.forEach { close($0) }
            return nil
        }
        for descriptor in inputPipe + outputPipe { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var process: pid_t = 0
        let failure = CommandRun.spawn(
            arguments, inputPipe[0], outputPipe[1], .output, &process)
        close(inputPipe[0])
        close(outputPipe[1])
        guard failure == 0 else {
            close(inputPipe[1])
            close(outputPipe[0])
            return nil
        }
        self.process = process
        input = inputPipe[1]
        output = outputPipe[0]
        _ = fcntl(input, F_SETFL, O_NONBLOCK)
        _ = fcntl(output, F_SETFL, O_NONBLOCK)
    }

    deinit {
        close(input)
        close(output)
        kill(-process, SIGKILL)
        var status: CInt = 0
        while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }

    /// Writes a line; false when the program has gone or takes nothing until `deadline`.
    package func say(_ line: String, until deadline: ContinuousClock.Instant) -> Bool {
        let bytes = Array((line + "\n").utf8)
        var written = 0
        while written < bytes.count {
            guard isReady(input, POLLOUT, until: deadline) else { return false }
            let count = bytes[written...].withUnsafeBytes {
                write(input, $0.baseAddress, $0.count)
            }
            if count < 0, errno == EAGAIN || errno == EINTR { continue }
            guard count > 0 else { return false }
            written += count
        }
        return true
    }

    /// The next line without its end; nil when the program has gone or is silent until `deadline`.
    package func hear(until deadline: ContinuousClock.Instant) -> String? {
        while true {
            if let end = pending.firstIndex(of: 0x0A) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending.removeSubrange(...end)
                return line
            }
            guard pending.count < Self.longestLine, isReady(output, POLLIN, until: deadline) else {
                return nil
            }
            var buffer = [UInt8](repeating: 0, count: 4096)
            let count = read(output, &buffer, buffer.count)
            if count < 0, errno == EAGAIN || errno == EINTR { continue }
            guard count > 0 else { return nil }
            pending += buffer[..<count]
        }
    }

    private func isReady(
        _ descriptor: CInt, _ event: CInt, until deadline: ContinuousClock.Instant
    ) -> Bool {
        while true {
            let left = deadline - .now
            guard left > .zero else { return false }
            var entry = pollfd(fd: descriptor, events: Int16(event), revents: 0)
            let ready = poll(&entry, 1, StopSignal.pollMilliseconds(left))
            if ready > 0 { return true }
            if ready < 0, errno != EINTR { return false }
        }
    }
}
