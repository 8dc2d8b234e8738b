import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// How each store's mail and orders are doing, with the remedy where something fails.
package enum SyncPane {
    package struct State: Equatable, Sendable {
        package internal(set) var top = 0
    }

    static func lines(_ model: WorkstationModel, width: Int) -> [TextLine] {
        let words = model.words
        guard !model.health.isEmpty else { return [[StyledText(words(SyncStrings.empty), .muted)]] }
        return model.health.sorted {
            ($0.store, $0.kind.rawValue) < ($1.store, $1.kind.rawValue)
        }.flatMap { lines(for: $0, model, width) }
    }

    private static func lines(for health: SyncHealth, _ model: WorkstationModel, _ width: Int)
        -> [TextLine]
    {
        let words = model.words
        let age = health.lastSuccess.map { AgeWords.age(since: $0, now: model.now, words) }
        let isFailing = health.failure != nil
        let state = words(isFailing ? SyncStrings.failing : SyncStrings.fine)
        var line: TextLine = [
            StyledText(health.store.rawValue.padded(to: 14), .text, .bold),
            StyledText(words(StateWords.syncKind(health.kind)).padded(to: 10)),
            StyledText(state.padded(to: 10), isFailing ? .error : .ok),
            StyledText(words(age.map { SyncStrings.lastGood($0) } ?? SyncStrings.never), .muted),
        ]
        if let next = health.nextRun {
            let seconds = TimeLeft.seconds(until: next, now: model.now)
            line.append(
                StyledText(
                    "  " + words(SyncStrings.next(AgeWords.span(Int64(seconds), words))), .muted))
        }
        guard let failure = health.failure else { return [line] }
        let sentence = SyncSentences.words(errorClass: failure.errorClass.rawValue)
        let detail = [failure.operation, failure.message, failure.requestID].compactMap { $0 }
        let text = [
            words(sentence.problem), words(sentence.nextStep), detail.joined(separator: " · "),
        ]
        let details = text.flatMap { SafeText.line($0).wrapped(width: max(20, width - 4)) }
        return [line] + details.map { [StyledText("    " + $0, .warning)] }
    }
}

enum SyncStrings {
    static let name = Phrase("sync.name", "Sync")
    static let empty = Phrase("sync.empty", "Nothing has been synced yet.")
    static let failing = Phrase("sync.failing", "failing")
    static let fine = Phrase("sync.fine", "fine")
    static let started = Phrase("sync.started", "A pass has been started.")

    static let never = Phrase("sync.never", "no success yet")

    static func lastGood(_ age: String) -> Phrase {
        Phrase("sync.last-good", "last success {age} ago", ["age": age])
    }
    static func next(_ time: String) -> Phrase {
        Phrase("sync.next", "next in {time}", ["time": time])
    }
}

enum SyncCommands {
    static let all: [Command] = [
        Command(
            "run-sync", ["r"], in: [.sync],
            Phrase("command.run-sync", "Starts a pass over all stores now"),
            hint: Phrase("hint.run-sync", "sync now"),
            unless: { $0.isSupervisor ? nil : TicketStrings.supervisorOnly }
        ) { _, _ in [.call(.runSync)] },
        Command(
            "reload", ["ctrl-r"], in: [.sync],
            Phrase("command.reload", "Asks the core for the list again")
        ) { _, _ in [.latest("sync", .showSync)] },
    ]
}
