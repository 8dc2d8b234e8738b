import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire
import Workstation

struct BroadcastsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "broadcasts", abstract: "What everybody should know, and who has read it.",
        subcommands: [
            BroadcastsList.self, BroadcastsSend.self, BroadcastsRead.self, BroadcastsWithdraw.self,
        ],
        defaultSubcommand: BroadcastsList.self)
}

extension ConnectionOptions {
    fileprivate func printBroadcast(_ view: BroadcastView) throws {
        guard !json else { return print(try JSONText.line(WallDocuments.broadcast(view))) }
        let concerned = view.read.count + view.unread.count
        let columns = [
            "\(view.broadcast.id.rawValue)", view.broadcast.at.iso8601,
            view.isUnread ? "new" : "-", concerned > 0 ? "\(view.read.count)/\(concerned)" : "-",
            SafeText.line(view.authorName),
            (view.broadcast.isUrgent ? "!! " : "") + SafeText.line(view.words),
        ]
        print(columns.joined(separator: "\t"))
    }
}

struct BroadcastsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The newest ones.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Only those that you have yet to read.") var unread = false

    func run() throws {
        let views = try connection.answer(ListBroadcasts(onlyUnread: unread)).broadcasts
        for view in views { try connection.printBroadcast(view) }
        connection.sayEmpty(views.isEmpty)
    }
}

struct BroadcastsSend: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send", abstract: "Tell everybody in your stores something (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The words; '-' reads them from standard input.") var words: String
    @Option(parsing: .upToNextOption, help: "Only people of these stores.") var stores: [String] =
        []
    @Option(help: "Only the people of this group.") var group: String?
    @Option(help: "How long it asks to be read, such as 12h or 2d.") var lasts: String?
    @Flag(help: "Mark it as urgent.") var urgent = false

    func run() throws {
        let span = lasts.flatMap { TimeLeft.parse($0) }
        if let lasts, span == nil {
            throw ValidationError("'--lasts \(lasts)' is no time such as 12h or 2d.")
        }
        let text = try spoken()
        let (session, directory) = try connection.directory()
        let view = try connection.saying { () throws(DeskError) in
            try session.call(
                SendBroadcast(
                    words: text, stores: stores.isEmpty ? nil : stores.map { StoreID($0) },
                    group: try group.map { (name) throws(DeskError) in
                        try directory.group(name).group.value.id
                    },
                    until: span.map { session.hello.now + $0 }, isUrgent: urgent))
        }
        try connection.printBroadcast(view)
    }

    private func spoken() throws -> String {
        guard words == "-" else { return words }
        do {
            return String(
                decoding: try FileBytes.read("/dev/stdin", limit: 64 << 10), as: UTF8.self)
        } catch {
            throw CommandFailure(message: "deskhand: \(error)", code: 2)
        }
    }
}

struct BroadcastsRead: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "read", abstract: "Say that you have read one.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Its number.") var number: Int64

    func run() throws {
        _ = try connection.answer(ReadBroadcast(broadcast: BroadcastID(number)))
    }
}

struct BroadcastsWithdraw: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw", abstract: "Take one back (supervisors).")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Its number.") var number: Int64

    func run() throws {
        _ = try connection.answer(WithdrawBroadcast(broadcast: BroadcastID(number)))
    }
}
