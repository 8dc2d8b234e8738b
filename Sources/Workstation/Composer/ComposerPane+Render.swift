import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension ComposerPane {
    static func draw(
        _ model: WorkstationModel, _ layout: ScreenLayout, into buffer: inout ScreenBuffer
    ) {
        guard let composer = model.composer else { return }
        drawHeading(composer, model, layout.composer, into: &buffer)
        buffer.box(layout.editorBox, style: Style(.focus))
        composer.editor.render(
            into: &buffer, in: layout.editorField, isFocused: model.popups.isEmpty)
        drawFiles(composer, model, layout.files, into: &buffer)
        drawFindings(composer, model, layout.findings, into: &buffer)
    }

    private static func drawHeading(
        _ composer: State, _ model: WorkstationModel, _ area: Rect,
        into buffer: inout ScreenBuffer
    ) {
        let words = model.words
        let title = title(composer, model)
        var trailing: [TextLine] = []
        // Where room is short the first ones go.
        if let dictionary = composer.dictionary {
            trailing.append([StyledText(words(ComposerStrings.dictionary(dictionary)), .muted)])
        }
        if composer.kind == .reply {
            let state = words(StateWords.ticket(composer.stateAfter))
            trailing.append([StyledText(words(ComposerStrings.then(state)), .info)])
            trailing.append(saving(composer, model))
        }
        if !composer.files.isEmpty { trailing.append(weight(composer, model)) }
        trailing.append(counter(composer))
        var heading: TextLine = [StyledText(" " + title, .title, .bold)]
        if composer.lease.isBeside, composer.kind != .note {
            heading.append(
                StyledText(" · " + words(CollisionStrings.beside), .warning, .bold))
        }
        heading += helpers(composer, model)
        StatusLine(leading: [heading], trailing: trailing)
            .render(into: &buffer, in: area.row(0), style: .plain)
    }

    /// What a machine does or did here, in words: it must never be taken for the author's own.
    private static func helpers(_ composer: State, _ model: WorkstationModel) -> TextLine {
        var parts: [(Phrase, ThemeRole)] = []
        if case .asked = composer.machine { parts.append((DraftingStrings.running, .info)) }
        if case .waiting = composer.machine { parts.append((DraftingStrings.ready, .info)) }
        if composer.translating != nil { parts.append((TranslationStrings.running, .info)) }
        if composer.readyTranslation != nil { parts.append((TranslationStrings.ready, .info)) }
        if composer.findings.contains(where: { $0.rule == MachineDraftRule.code }) {
            parts.append((DraftingStrings.machine, .warning))
        }
        if let dictation = model.dictation, dictation.place == DictationPlace(composer) {
            switch dictation {
            case .recording: parts.append((DictationStrings.recording, .error))
            case .working: parts.append((DictationStrings.working, .info))
            }
        }
        return parts.map { StyledText(" · " + model.words($0.0), $0.1, .bold) }
    }

    private static func title(_ composer: State, _ model: WorkstationModel) -> String {
        let words = model.words
        switch composer.kind {
        case .note: return words(ComposerStrings.noteOn(model.number(composer.ticket)))
        case .reply: return reply(to: composer.aim, composer.row, words)
        case .message(let plan):
            let action = words(DispatchWords.action(plan.action))
            let title = words(DispatchStrings.forBuyer(action, plan.order.rawValue))
            return plan.locale.map { "\(title) · \(SafeText.line($0))" } ?? title
        }
    }

    /// Where the ticket holds several threads, the order as well: the others are not answered.
    private static func reply(to aim: ReplyAim?, _ row: TicketRow, _ words: Words) -> String {
        guard let aim else { return words(ComposerStrings.replyTo(row.buyerName)) }
        guard let order = aim.order?.rawValue else {
            return words(ComposerStrings.replyToOneOf(aim.buyerName))
        }
        return words(ComposerStrings.replyToOneOf("\(aim.buyerName) · \(order)"))
    }

    private static func saving(_ composer: State, _ model: WorkstationModel) -> TextLine {
        let words = model.words
        if composer.isSending { return [StyledText(words(ComposerStrings.sending), .warning)] }
        if composer.pendingDraft(now: model.now) != nil {
            let isHere =
                !model.isConnected
                && model.unsavedDrafts[composer.ticket]?.text == composer.editor.text
                && !model.unkept.contains(composer.ticket)
            let phrase = isHere ? ComposerStrings.keptHere : ComposerStrings.notSaved
            return [StyledText(words(phrase), .warning)]
        }
        guard let savedAt = composer.savedAt else { return [] }
        let time = model.localTime.clockWithSeconds(savedAt)
        return [StyledText(words(ComposerStrings.saved(time)), .muted)]
    }

    private static func counter(_ composer: State) -> TextLine {
        let count = composer.editor.text.count
        let isLong = count > composer.longest
        return [StyledText("\(count) / \(composer.longest) ", isLong ? .error : .muted)]
    }

    /// What the files weigh against what the platform takes in one message.
    private static func weight(_ composer: State, _ model: WorkstationModel) -> TextLine {
        let bytes = composer.files.reduce(0) { $0 + $1.file.byteCount }
        let most = OutgoingFileRules.totalBytes
        let text = "\(tenths(bytes)) / \(most / 1_000_000) MB"
        return [StyledText(text, bytes > most ? .error : .muted)]
    }

    /// Megabytes with one decimal, rounded up: what is full must not look as if it had room.
    private static func tenths(_ bytes: Int) -> String {
        let tenths = (bytes + 99_999) / 100_000
        return "\(tenths / 10).\(tenths % 10)"
    }

    private static func drawFiles(
        _ composer: State, _ model: WorkstationModel, _ area: Rect,
        into buffer: inout ScreenBuffer
    ) {
        guard !area.isEmpty else { return }
        let names = composer.files.map { FileWords.short($0, model.words) }
        let line = model.words(FileStrings.list(names.joined(separator: " · ")))
        buffer.write(
            " " + SafeText.line(line, rules: model.rules), at: area.origin, width: area.width,
            style: Style(.info))
    }

    /// What the author wrote before it was translated, above the findings; returns what is left.
    private static func drawOriginal(
        _ composer: State, _ model: WorkstationModel, _ area: Rect,
        into buffer: inout ScreenBuffer
    ) -> Rect {
        guard let original = composer.original, area.height > 2 else { return area }
        let text = TextViewport.lines(
            of: original, width: area.width - 2, style: Style(.muted), rules: model.rules)
        let title: TextLine = [StyledText(" " + model.words(TranslationStrings.original), .info)]
        let shown = [title] + text.prefix(area.height / 2).map { [StyledText("  ")] + $0 }
        TextViewport(lines: shown).render(into: &buffer, in: area)
        let used = min(area.height, shown.count)
        return Rect(
            x: area.x, y: area.y + used, width: area.width, height: area.height - used)
    }

    private static func drawFindings(
        _ composer: State, _ model: WorkstationModel, _ area: Rect,
        into buffer: inout ScreenBuffer
    ) {
        guard composer.kind != .note, !area.isEmpty else { return }
        let area = drawOriginal(composer, model, area, into: &buffer)
        guard !composer.findings.isEmpty else {
            let isReady = !composer.editor.isEmpty && composer.lintedText == composer.editor.text
            guard isReady else { return }
            buffer.write(
                " " + model.words(ComposerStrings.noFindings), at: area.origin,
                width: area.width, style: Style(.ok))
            return
        }
        let groups = composer.findings.enumerated().map { index, finding in
            FindingLines.lines(
                finding, number: index + 1, model, isCurrent: finding == composer.currentFinding,
                width: area.width)
        }
        let current = composer.findings.firstIndex { $0 == composer.currentFinding } ?? 0
        let window = FindingWindow(groups, current: current, height: area.height)
        TextViewport(lines: window.lines).render(into: &buffer, in: area)
        guard window.left > 0 else { return }
        buffer.write(
            "   " + model.words(ComposerStrings.more(window.left)),
            at: Point(x: area.x, y: area.maxY - 1), width: area.width, style: Style(.muted))
    }
}

/// The part of a list of findings that is in sight: always with the chosen one, whose fix a key
/// applies.
struct FindingWindow: Equatable {
    private(set) var lines: [TextLine]
    /// Findings of which nothing is in sight; the last row then says how many.
    private(set) var left: Int

    init(_ groups: [[TextLine]], current: Int, height: Int) {
        let whole = groups.flatMap { $0 }
        guard whole.count > height else {
            (lines, left) = (whole, 0)
            return
        }
        let room = max(1, height - 1)
        var first = 0
        let needed = { (first: Int) in groups[first...current].reduce(0) { $0 + $1.count } }
        while first < current, needed(first) > room { first += 1 }
        var shown: [TextLine] = []
        var last = first
        while last < groups.count, shown.count < room {
            shown += groups[last]
            last += 1
        }
        lines = Array(shown.prefix(room))
        left = groups.count - (last - first)
    }
}

/// A finding: what and why, then the way out; long sentences go on in further rows.
enum FindingLines {
    static func lines(
        _ finding: Finding, number: Int, _ model: WorkstationModel, isCurrent: Bool, width: Int
    ) -> [TextLine] {
        let words = model.words
        let sentences = FindingSentences.words(finding, model.words)
        let excerpt = SafeText.line(String(finding.text.prefix(40)), rules: model.rules)
        let head: TextLine = [
            StyledText(isCurrent ? ">" : " ", .gutter),
            StyledText("\(mark(finding.severity)) \(number) ", finding.severity.role, .bold),
            StyledText("\(finding.rule) ", .muted),
            StyledText(excerpt.isEmpty ? "" : "“\(excerpt)” ", finding.severity.role),
        ]
        let why = words(sentences.why)
        let whole = head + [StyledText(why)]
        let isShort = whole.displayWidth(model.rules) <= width
        let lines = isShort ? [whole] : [head] + wrapped(why, .text, model, width)
        guard let suggestion = finding.suggestion else {
            return lines + wrapped(words(sentences.remedy), .muted, model, width)
        }
        let text = suggestion.isEmpty ? words(ComposerStrings.remove) : "“\(suggestion)”"
        let key: TextLine =
            isCurrent ? [StyledText("  " + words(ComposerStrings.fixKey), .key)] : []
        var fix = wrapped(
            words(ComposerStrings.fix(text)), .ok, model, width - key.displayWidth(model.rules))
        if let last = fix.popLast() { fix.append(last + key) }
        return lines + fix
    }

    private static func wrapped(
        _ text: String, _ role: ThemeRole, _ model: WorkstationModel, _ width: Int
    ) -> [TextLine] {
        let safe = SafeText.line(text, rules: model.rules)
        return safe.wrapped(width: max(10, width - 5), rules: model.rules).map {
            [StyledText("     "), StyledText(String($0), role)]
        }
    }

    static func mark(_ severity: Severity) -> String {
        switch severity {
        case .block: "X"
        case .warn: "!"
        case .advise: "i"
        }
    }
}
