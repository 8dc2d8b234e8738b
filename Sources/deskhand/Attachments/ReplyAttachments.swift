import CoreClient
import HelpDesk
import SwiftExtensions
import Wire

extension ConnectionOptions {
    /// Reads and checks all files before any is sent to the core.
    func chosenFiles(_ paths: [String]) throws -> [ChosenFile] {
        var files: [ChosenFile] = []
        for path in paths {
            do throws(FileFailure) {
                files.append(try ChosenFile(path: path))
            } catch {
                throw CommandFailure(message: "deskhand: \(error)", code: 2)
            }
            guard let file = files.last else { continue }
            do throws(DeskError) {
                try file.check(beside: files.dropLast().map(\.bytes.count))
            } catch {
                let failure = CommandFailure(error, words: words)
                throw CommandFailure(message: "\(path): \(failure.message)", code: failure.code)
            }
        }
        return files
    }

    /// Puts the files to the caller's draft and returns what the reply names them by.
    func attach(
        _ files: [ChosenFile], to ticket: TicketID, _ session: CoreSession
    ) throws -> [String] {
        try files.map { file in
            try saying { () throws(DeskError) in try session.attach(file, to: ticket) }.file.digest
        }
    }
}
