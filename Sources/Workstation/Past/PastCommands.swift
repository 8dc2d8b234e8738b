import Localization
package import SwiftExtensions
import TerminalCore
import Wire

/// Looking at the desk as it was (helpdesk section 12.2).
enum PastCommands {
    static let all: [Command] = [
        Command(
            "asof", in: .everywhere,
            Phrase("command.asof", "Shows lists and tickets as they were at a past time"),
            argument: "2026-03-08 23:00|23:00|-3h"
        ) { model, text in model.lookBack(text) },
        Command(
            "now", in: .everywhere, Phrase("command.now", "Goes back from the past to now")
        ) { model, _ in model.comeBack() },
    ]
}

extension WorkstationModel {
    /// The past instant on the screen; nil for now.
    package var asOf: Timestamp? { inbox.asOf }

    /// Shows the inbox as it was; the past has no composer.
    mutating func lookBack(_ text: String) -> [Effect] {
        guard let instant = AsOfText.instant(text, in: localTime, now: now), instant < now else {
            say(PastStrings.noTime(text), .error)
            return []
        }
        guard composer == nil else {
            say(PastStrings.refused, .error)
            return []
        }
        inbox.asOf = instant
        notice = nil
        return goHome() + inbox.show(queue: inbox.queue, search: inbox.search)
    }

    mutating func comeBack() -> [Effect] {
        guard asOf != nil else { return [] }
        inbox.asOf = nil
        say(PastStrings.back, .ok)
        return goHome() + inbox.show(queue: inbox.queue, search: inbox.search)
    }

    /// A search line may name its time.
    mutating func searchPast(_ line: String) -> [Effect]? {
        let found = AsOfText.split(line)
        guard let asOf = found.asOf else { return nil }
        guard let instant = AsOfText.instant(asOf, in: localTime, now: now), instant < now else {
            say(PastStrings.noTime(asOf), .error)
            return []
        }
        inbox.asOf = instant
        return goHome() + inbox.show(queue: .all, search: found.rest)
    }
}
