import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

struct OrderMessage: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "message", abstract: "Send one of the platform's typed messages.",
        discussion: "Exit 4 with the findings when the linter blocks, or the platform refuses.")

    @OptionGroup var connection: ConnectionOptions
    @OptionGroup var target: DispatchOptions
    @Option(help: "The message, as 'order actions' names it.") var action: String
    @Option(
        name: [.customShort("f"), .customLong("file")], help: "The text; - reads standard input.")
    var file: String?
    @Option(parsing: .upToNextOption, help: "Files to send along.") var attach: [String] = []
    @Option(help: "First day of a warranty, such as 2026-11-22.") var covers: String?
    @Option(help: "Last day of a warranty.") var until: String?
    @Option(parsing: .upToNextOption, help: "Rules whose warnings you accept.")
    var confirm: [String] = []

    func run() throws {
        let call = SendOrderMessage(
            order: target.orderID, store: target.storeID, ticket: target.ticketID,
            action: action, text: try file.map(readText), files: try attach.map(readFile),
            coverage: try coverage(), confirmedRules: confirm)
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in try session.call(call) }
        switch reply {
        case .queued(let view): try connection.printDispatch(view)
        case .blocked(let findings): try refuse(findings, .lintBlocked)
        case .unconfirmed(let findings): try refuse(findings, .lintUnconfirmed)
        }
    }

    private func coverage() throws -> CoveragePeriod? {
        guard covers != nil || until != nil else { return nil }
        guard let start = covers?.instant, let end = until?.instant else {
            throw ValidationError("'--covers' and '--until' are two days, such as 2026-11-22.")
        }
        return CoveragePeriod(start: start, end: end)
    }

    private func readText(_ path: String) throws -> String {
        let bytes = try read(path == "-" ? "/dev/stdin" : path, limit: 1 << 20)
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw CommandFailure(message: "deskhand: \(path): not UTF-8 text", code: 2)
        }
        return text
    }

    private func readFile(_ path: String) throws -> DispatchUpload {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return DispatchUpload(
            name: name, bytes: try read(path, limit: DispatchFileRules.totalLimit + 1))
    }

    private func read(_ path: String, limit: Int) throws -> [UInt8] {
        do {
            return try FileBytes.read(path, limit: limit)
        } catch {
            throw CommandFailure(message: "deskhand: \(error)", code: 2)
        }
    }

    private func refuse(_ findings: [Finding], _ code: DeskError.Code) throws {
        let words = connection.words
        if connection.json {
            for finding in findings {
                let said = FindingSentences.words(finding)
                print(try JSONText.line(FindingDocument(finding, message: words(said.why))))
            }
        } else {
            print(PlainText.findings(findings, words: words))
        }
        throw CommandFailure(code, findings, words: words)
    }
}
