import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// `deskhand alarms`: what somebody must know of.
struct AlarmsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "alarms", abstract: "What somebody must know of; exit 1 when any is on.")

    @OptionGroup var connection: ConnectionOptions

    private struct Document: Encodable {
        var kind: String
        var subject: String
        var store: String?
        var since: String
        var message: String
    }

    func run() throws {
        let session = try connection.connect()
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ListAlarms())
        }
        for open in reply.alarms {
            let document = Document(
                kind: open.alarm.kind.rawValue, subject: open.alarm.subject,
                store: open.alarm.store?.rawValue, since: open.since.iso8601,
                message: connection.words(
                    AlarmSentences.words(
                        kind: open.alarm.kind.rawValue, subject: open.alarm.subject)))
            print(
                connection.json
                    ? try JSONText.line(document)
                    : "\(document.since)\t\(document.store ?? "-")\t\(document.message)")
        }
        if reply.alarms.isEmpty, !connection.json { print(connection.words(AlarmSentences.none)) }
        if !reply.alarms.isEmpty { throw ExitCode(1) }
    }
}
