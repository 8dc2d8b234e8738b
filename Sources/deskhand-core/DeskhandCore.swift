import ArgumentParser
import Foundation
import Wire

/// The program that owns what lasts. People start it as `deskhand serve`, `deskhand lint` and so on.
@main
struct DeskhandCore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        // As people start it, so that help and errors name what they may type.
        commandName: "deskhand",
        abstract: "The desk's core: data, mail, platforms.",
        version: deskhandVersion,
        subcommands: [
            Serve.self, Demo.self, Lint.self, Mail.self, Doctor.self, Setup.self, Sync.self,
            Export.self, Audit.self, VerifyExport.self,
            Bench.self,
        ])

    static func main() async {
        signal(SIGPIPE, SIG_IGN)
        do {
            var command = try parseAsRoot()
            if var asynchronous = command as? any AsyncParsableCommand {
                try await asynchronous.run()
            } else {
                try command.run()
            }
        } catch let failure as ProgramFailure {
            failure.exit()
        } catch {
            leave(with: error)
        }
    }

    // The product's contract has 2 for usage errors where the parser's own code is 64.
    private static func leave(with error: any Error) -> Never {
        let code = exitCode(for: error)
        let text = fullMessage(for: error)
        if code == .success {
            print(text)
            Foundation.exit(0)
        }
        FileHandle.standardError.write(Data((text + "\n").utf8))
        Foundation.exit(code == .validationFailure ? 2 : code.rawValue)
    }
}
