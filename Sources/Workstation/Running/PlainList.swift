import CoreClient
import Glibc
import HelpDesk
package import Localization
import SwiftExtensions
import TerminalCore
package import Wire

extension Workstation {
    /// The most urgent tickets as plain lines on standard output: for dumb terminals, pipes and
    /// screen readers.
    package static func plain(_ options: WorkstationOptions) -> WorkstationExit {
        do {
            let session = try options.session()
            let reply = try session.call(ListTickets(queue: .mineAndUnassigned, limit: 100))
            let text = PlainList.text(reply, hello: session.hello, language: options.language)
            writeAll(1, Array(text.utf8))
            return .done
        } catch {
            return failure(error, options.language)
        }
    }

    static func failure(_ error: DeskError, _ language: InterfaceLanguage) -> WorkstationExit {
        let words = Words(language)
        let sentences = ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments)
        let isRefusal = error.code == .unknownUser || error.code == .notAllowed
        return WorkstationExit(
            code: isRefusal ? 4 : 3,
            message: "\(words(sentences.problem)) \(words(sentences.nextStep))")
    }
}

/// The inbox as lines that a screen reader reads in order.
package enum PlainList {
    package static func text(
        _ reply: ListTickets.Reply, hello: Hello.Reply, language: InterfaceLanguage
    ) -> String {
        let words = Words(language)
        let heads = [
            words(DeskStrings.owed(reply.counts.owed)), words(DeskStrings.late(reply.counts.late)),
        ]
        var lines = [heads.joined(separator: ", ")]
        for row in reply.rows { lines.append(line(row, hello.now, words)) }
        if reply.rows.isEmpty { lines.append(words(InboxStrings.empty)) }
        return lines.map { SafeText.line($0) + "\n" }.joined()
    }

    private static func line(_ row: TicketRow, _ now: Timestamp, _ words: Words) -> String {
        let due = row.ticket.nextDue.map { due -> String in
            let clock = TimeLeft.clock(until: due, now: now)
            return words(
                clock.hasPrefix("-")
                    ? ThreadStrings.lateBy(String(clock.dropFirst())) : ThreadStrings.left(clock))
        }
        let parts = [
            "#\(row.id.rawValue)", due ?? words(StateWords.ticket(row.ticket.state)),
            row.ticket.marketplace?.rawValue, row.buyerName, row.subject,
            row.ownerName ?? words(ThreadStrings.unowned),
        ]
        return parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
