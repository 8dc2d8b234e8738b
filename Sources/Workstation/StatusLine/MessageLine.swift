import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets

/// The row above the footer: trouble first, then news, then the countdown, then the pane's own facts.
enum MessageLine {
    static func draw(_ model: WorkstationModel, into buffer: inout ScreenBuffer, in area: Rect) {
        buffer.write(line(model), at: Point(x: 1, y: area.y), width: area.width - 1)
    }

    private static func line(_ model: WorkstationModel) -> TextLine {
        if let trouble = trouble(model) { return trouble }
        // The countdown never waits behind news.
        let parts = [countdown(model), notice(model)].compactMap { $0 }
        return parts.isEmpty ? facts(model) : TextLine(parts.joined(separator: [StyledText("  ")]))
    }

    private static func trouble(_ model: WorkstationModel) -> TextLine? {
        let words = model.words
        switch model.link {
        case .connected: return nil
        case .connecting:
            let isLong = model.now >= model.startedAt + .seconds(2)
            return [
                StyledText(words(isLong ? DeskStrings.noCore : DeskStrings.connecting), .warning)
            ]
        case .refused(let error):
            let sentences = ErrorSentences.words(
                code: error.code.rawValue, arguments: error.arguments)
            return [
                StyledText(words(sentences.problem) + " ", .error, .bold),
                StyledText(words(sentences.nextStep), .text),
            ]
        case .lost:
            let wait = model.retryAt.map { TimeLeft.seconds(until: $0, now: model.now) } ?? 0
            return [
                StyledText("!! " + words(DeskStrings.lost) + " ", .error, .bold),
                StyledText(words(DeskStrings.retryIn(wait)), .muted),
            ]
        }
    }

    private static func notice(_ model: WorkstationModel) -> TextLine? {
        guard let notice = model.notice else { return nil }
        return notice.phrases.enumerated().map { index, phrase in
            let text = model.words(phrase)
            return index == 0 ? StyledText(text, notice.role) : StyledText(" " + text, .text)
        }
    }

    private static func countdown(_ model: WorkstationModel) -> TextLine? {
        guard let undo = model.undo else { return nil }
        let seconds = TimeLeft.seconds(until: undo.releaseAt, now: model.now)
        let key = model.layer == .composer ? "^X u" : "u"
        let phrase =
            if case .message = undo.what { DispatchStrings.leavesIn(seconds, key: key) } else {
                ThreadStrings.sendingIn(seconds, key: key)
            }
        return [StyledText(model.words(phrase), .soon, .bold)]
    }

    private static func facts(_ model: WorkstationModel) -> TextLine {
        guard model.layer == .inbox, model.inbox.isLoaded else { return [] }
        let inbox = model.inbox
        if !inbox.search.isEmpty {
            return [StyledText(model.words(InboxStrings.found(inbox.search, inbox.total)), .info)]
        }
        if let wall = inbox.wall {
            let name = SafeText.line(wall.name)
            return [StyledText(model.words(WallStrings.behind(name, inbox.total)), .info)]
        }
        let row = inbox.total == 0 ? 0 : inbox.list.selection + 1
        if let category = model.inbox.category {
            let name = model.words(CategoryWords.phrase(category))
            return [
                StyledText(model.words(InboxStrings.about(name, model.inbox.total)), .info)
            ]
        }
        return [StyledText(model.words(InboxStrings.position(row, of: inbox.total)), .muted)]
    }
}
