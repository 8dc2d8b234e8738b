import ArgumentParser
import ChannelAmazon
import Channels
import Foundation
import SwiftExtensions

struct Mail: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at mails.", subcommands: [MailParse.self])
}

struct MailParse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parse", abstract: "What the desk understands of a relay mail.")

    @Flag(help: "One JSON object a line, one line a file.") var json = false

    @Argument(help: "Mail files; - reads standard input.") var files: [String]

    func run() throws {
        let reader = try RelayMailReader.standard()
        let now = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
        var isComplete = true
        for file in files {
            guard let data = bytes(of: file) else {
                FileHandle.standardError.write(Data("deskhand: \(file): cannot be read\n".utf8))
                isComplete = false
                continue
            }
            let message = reader.read([UInt8](data), context: RelayContext(fetchedAt: now))
            let report = MailParseReport(file: file, message)
            print(json ? report.jsonLine() : MailParseText.lines(of: report))
        }
        if !isComplete { throw ExitCode(2) }
    }

    private func bytes(of file: String) -> Data? {
        file == "-"
            ? FileHandle.standardInput.readDataToEndOfFile()
            : FileManager.default.contents(atPath: file)
    }
}
