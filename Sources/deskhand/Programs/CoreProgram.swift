import ArgumentParser
import Glibc

/// Commands that need what only the core may touch: this program becomes the core's, with the same
/// arguments, so people learn one command.
enum CoreProgram {
    /// Replaces this process by `deskhand-core`, found beside this program or on the PATH.
    static func become(_ arguments: [String]) throws -> Never {
        let words = ["deskhand-core"] + arguments
        var pointers: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        pointers.append(nil)
        if let beside = path() { execv(beside, pointers) }
        execvp("deskhand-core", pointers)
        let reason = String(cString: strerror(errno))
        throw CommandFailure(
            message: "deskhand: cannot start deskhand-core: \(reason). "
                + "Install both programs in one folder.", code: 3)
    }

    /// The core's program in the folder of this one; nil when it is not there.
    static func path() -> String? {
        var buffer = [UInt8](repeating: 0, count: 4096)
        let count = buffer.withUnsafeMutableBufferPointer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters in
                characters.baseAddress.map { readlink("/proc/self/exe", $0, characters.count) }
                    ?? -1
            }
        }
        guard count > 0 else { return nil }
        let own = String(decoding: buffer[..<count], as: UTF8.self)
        guard let slash = own.lastIndex(of: "/") else { return nil }
        let beside = own[...slash] + "deskhand-core"
        return access(String(beside), X_OK) == 0 ? String(beside) : nil
    }
}

/// A command whose words the core's program reads by itself.
protocol CoreProgramCommand: ParsableCommand {
    static var word: String { get }
    var words: [String] { get }
}

extension CoreProgramCommand {
    func run() throws { try CoreProgram.become([Self.word] + words) }
}

struct Serve: CoreProgramCommand {
    static let word = "serve"
    static let configuration = CommandConfiguration(
        abstract: "Run the core in the foreground; SIGTERM stops it cleanly.")
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}

struct Lint: CoreProgramCommand {
    static let word = "lint"
    static let configuration = CommandConfiguration(
        abstract: "Check texts against the compliance rules; exit 1 when something blocks.")
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}

struct Mail: CoreProgramCommand {
    static let word = "mail"
    static let configuration = CommandConfiguration(
        abstract: "What the desk understands of a relay mail: 'mail parse --json FILE…'.")
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}

struct Doctor: CoreProgramCommand {
    static let word = "doctor"
    static let configuration = CommandConfiguration(
        abstract: "Check everything, and say what to do about what is wrong.")
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}

struct Setup: CoreProgramCommand {
    static let word = "setup"
    static let configuration = CommandConfiguration(
        abstract: "Walk through everything a desk needs: data, Amazon, mail, stores, people.")
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}

struct Export: CoreProgramCommand {
    static let word = "export"
    static let configuration = CommandConfiguration(
        abstract: "Orders or tickets as JSON lines.")
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}

struct VerifyExport: CoreProgramCommand {
    static let word = "verify-export"
    static let configuration = CommandConfiguration(
        commandName: "verify-export",
        abstract: "Is an export what was signed? Needs no database.")
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}

struct Bench: CoreProgramCommand {
    static let word = "bench"
    static let configuration = CommandConfiguration(
        abstract: "Fill a folder with tickets, and measure.", shouldDisplay: false)
    @Argument(parsing: .captureForPassthrough) var words: [String] = []
}
