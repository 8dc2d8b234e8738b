import Foundation
import Synchronization

/// moto's server on this machine, with a queue and a user who may read it (`queue-server.py`).
final class QueueServer: Sendable {
    struct Door: Decodable, Sendable {
        var queue: String
        var region: String
        var key: String
        var secret: String
    }

    struct Missing: Error, CustomStringConvertible {
        var description: String
    }

    let door: Door
    private let process: Mutex<Process>
    private let input: FileHandle
    private let output: LineQueue

    /// The Python that `make deps` set up beside the sources; nil when it is not there.
    static var python: String? {
        let root = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        let path = root.appending(path: ".build-moto/bin/python").path
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }

    static func start() async throws -> QueueServer {
        guard let python else { throw Missing(description: "moto is missing: run `make deps`") }
        guard
            let script = Bundle.module.url(forResource: "queue-server", withExtension: "py")
        else { throw Missing(description: "queue-server.py is no resource of the tests") }
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(filePath: python)
        process.arguments = [script.path]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        let lines = LineQueue(output.fileHandleForReading)
        try process.run()
        guard let first = await lines.next() else {
            throw Missing(description: "the queue server said nothing")
        }
        let door = try JSONDecoder().decode(Door.self, from: Data(first.utf8))
        return QueueServer(door, process, input.fileHandleForWriting, lines)
    }

    private init(_ door: Door, _ process: Process, _ input: FileHandle, _ output: LineQueue) {
        self.door = door
        self.process = Mutex(process)
        self.input = input
        self.output = output
    }

    /// Gives the server a command and returns its answer.
    func command(_ text: String) async throws -> String {
        try input.write(contentsOf: Data((text + "\n").utf8))
        return await output.next() ?? ""
    }

    func stop() {
        try? input.close()
        process.withLock { $0.terminate() }
    }
}

/// Lines of a pipe, read on a thread of their own.
final class LineQueue: Sendable {
    private let lines: AsyncStream<String>

    init(_ handle: FileHandle) {
        let (stream, continuation) = AsyncStream<String>.makeStream()
        lines = stream
        let descriptor = handle.fileDescriptor
        let thread = Thread {
            // The handle lives as long as the thread reads from it.
            _ = handle
            var rest: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 4096)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { break }
                rest += buffer.prefix(count)
                while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
                    continuation.yield(String(decoding: rest[..<end], as: UTF8.self))
                    rest.removeSubrange(...end)
                }
            }
            continuation.finish()
        }
        thread.start()
    }

    /// The next line; nil at the end.
    func next() async -> String? {
        for await line in lines { return line }
        return nil
    }
}
