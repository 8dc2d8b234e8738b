import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The text of the pane of templates and macros.
struct LibraryLines {
    let model: WorkstationModel
    let width: Int

    func say(_ phrase: Phrase, at point: Point, into buffer: inout ScreenBuffer) {
        buffer.write(model.words(phrase), at: point, width: width, style: Style(.muted))
    }

    // The list.

    func cells(_ row: Int) -> [TextLine] {
        if model.library.part == .macros { return macroCells(row) }
        guard model.listedTemplates.indices.contains(row) else { return [] }
        let view = model.listedTemplates[row]
        let version = view.offered ?? view.newest.version
        let marks = marks(view)
        return [
            [StyledText(SafeText.line(version.title), .text)],
            [StyledText("v\(version.number)", .muted)],
            [StyledText(SafeText.line(version.language.rawValue), .muted)],
            [StyledText(marks.joined(separator: ", "), marks.isEmpty ? .muted : .warning)],
        ]
    }

    private func macroCells(_ row: Int) -> [TextLine] {
        guard let macros = model.library.macros, macros.indices.contains(row) else { return [] }
        let view = macros[row]
        return [
            [StyledText(SafeText.line(view.version.title), .text)],
            [StyledText("v\(view.version.number)", .muted)], [],
            [
                StyledText(
                    model.words(LibrarySentences.state(view.state)),
                    view.state == .waiting ? .warning : .muted)
            ],
        ]
    }

    private func marks(_ view: TemplateEntryView) -> [String] {
        view.careMarks.map { model.words($0) }
    }

    // The detail.

    var detail: [TextLine] {
        if model.library.part == .macros { return macroDetail }
        guard let detail = model.library.detail,
            detail.view.entry.key == model.selectedTemplate?.entry.key
        else { return [] }
        return head(detail) + preview + versions(detail) + figures(detail)
    }

    private func head(_ detail: TemplateDetail) -> [TextLine] {
        let view = detail.view
        let owner = view.ownerName ?? model.words(LibraryStrings.nobody)
        var lines: [TextLine] = [
            [
                StyledText(SafeText.line(view.entry.key.rawValue) + "  ", .title, .bold),
                StyledText(model.words(LibraryStrings.owner(SafeText.line(owner))), .text),
            ]
        ]
        if let due = view.entry.reviewDue {
            let text = model.words(
                LibraryStrings.review(model.localTime.date(due, now: model.now)))
            lines.append([StyledText(text, view.isOverdue ? .warning : .muted)])
        }
        for mark in marks(view) { lines.append([StyledText("! " + mark, .warning)]) }
        if let reason = view.entry.retireReason { lines += paragraph(reason, .muted) }
        return lines
    }

    private var preview: [TextLine] {
        guard let preview = model.library.preview else { return [] }
        var lines: [TextLine] = [[], [StyledText(model.words(LibraryStrings.preview), .title)]]
        lines += paragraph(preview.text, .text)
        if !preview.missing.isEmpty {
            let names = SafeText.line(preview.missing.joined(separator: ", "))
            lines.append(
                [StyledText("! " + model.words(ComposerStrings.missingValues(names)), .warning)])
        }
        return lines
    }

    private func versions(_ detail: TemplateDetail) -> [TextLine] {
        var wasKeeping = false
        return detail.history.flatMap { step -> [TextLine] in
            defer { if case .keeping = step { wasKeeping = true } else { wasKeeping = false } }
            switch step {
            case .version(let item):
                let base = detail.base(of: item)
                return [[], heading(item, base)]
                    + (item.reason.map { $0.isEmpty ? [] : paragraph($0, .muted) } ?? [])
                    + fields(item, from: base) + body(item.version, from: base)
            case .keeping(let entry): return (wasKeeping ? [] : [[]]) + keeping(entry)
            }
        }
    }

    /// What was said besides the versions: who, when, what.
    private func keeping(_ entry: TemplateKeeping) -> [TextLine] {
        let nobody = model.words(LibraryStrings.nobody)
        let said = model.words(LibrarySentences.keeping(entry, nobody: nobody))
        let when = model.localTime.date(entry.at, now: model.now)
        return paragraph([said, entry.by, when].compactMap { $0 }.joined(separator: "  "), .text)
    }

    private func heading(_ item: TemplateVersionView, _ base: TemplateVersion?) -> TextLine {
        let author = item.authorName ?? model.words(LibraryStrings.folder)
        let people = [author, item.settledBy].compactMap { $0 }.joined(separator: " → ")
        return [
            StyledText("v\(item.version.number)  ", .title, .bold),
            StyledText(
                model.words(LibrarySentences.state(item.state)) + "  ",
                item.state == .waiting ? .warning : .text),
            StyledText(SafeText.line(people) + "  ", .text),
            StyledText(model.localTime.date(item.version.at, now: model.now), .muted),
            StyledText(
                base.map { "  " + model.words(LibrarySentences.against($0.number)) } ?? "", .muted),
        ]
    }

    /// What a version is for, as far as it differs from the one it is compared with. A first one that
    /// is in use changes nothing, and its text is what somebody reads it for.
    private func fields(_ item: TemplateVersionView, from base: TemplateVersion?) -> [TextLine] {
        guard base != nil || item.state == .waiting else { return [] }
        return item.version.changes(since: base).flatMap { change -> [TextLine] in
            let name = model.words(LibrarySentences.field(change.field)) + ": "
            func told(_ text: String) -> String {
                LibrarySentences.value(text, of: change.field, in: model.words)
            }
            let old =
                change.old.isEmpty ? [] : paragraph(name + told(change.old), .error, sign: "-")
            // What a version no longer limits is said too.
            let new = change.new.isEmpty ? "-" : told(change.new)
            return old + paragraph(name + new, .ok, sign: "+")
        }
    }

    /// What changed against the version before, told apart by sign as well as by colour.
    private func body(_ version: TemplateVersion, from older: TemplateVersion?) -> [TextLine] {
        guard let older else { return paragraph(version.body, .text) }
        return TextDiff.lines(from: older.body, to: version.body).flatMap { line -> [TextLine] in
            let role: ThemeRole =
                switch line.sign {
                case .same: .muted
                case .gone: .error
                case .new: .ok
                }
            return paragraph(line.text, role, sign: line.sign.rawValue)
        }
    }

    private func figures(_ detail: TemplateDetail) -> [TextLine] {
        guard !detail.figures.isEmpty else { return [] }
        return [[], [StyledText(model.words(LibraryStrings.figures), .title)]]
            + detail.figures.flatMap { figure -> [TextLine] in
                let counts = LibraryStrings.counts(
                    figure.number, inserted: figure.inserted, suggested: figure.suggested,
                    sent: figure.sent,
                    blocked: figure.blocked)
                let shares = LibraryStrings.shares(
                    unchanged: LibrarySentences.share(figure.unchanged),
                    quiet: LibrarySentences.share(figure.quiet),
                    reopened: LibrarySentences.share(figure.reopened),
                    lowRated: LibrarySentences.share(figure.lowRated))
                return paragraph(model.words(counts), .text)
                    + paragraph(model.words(shares), .muted)
            }
    }

    private var macroDetail: [TextLine] {
        guard let view = model.selectedMacro else { return [] }
        let version = view.version
        let people = [view.authorName, view.settledBy].compactMap { $0 }.joined(separator: " → ")
        var lines: [TextLine] = [
            [
                StyledText(SafeText.line(version.name.rawValue) + "  ", .title, .bold),
                StyledText(SafeText.line(people) + "  ", .text),
                StyledText(model.localTime.date(version.at, now: model.now), .muted),
            ]
        ]
        let categories = version.categories.map { model.words(CategoryWords.phrase($0)) }
        if !categories.isEmpty { lines += paragraph(categories.joined(separator: ", "), .muted) }
        for (index, act) in version.acts.enumerated() {
            lines += paragraph("\(index + 1). " + MacroWords.text(act, model), .text)
        }
        if let reason = view.reason, !reason.isEmpty { lines += paragraph(reason, .muted) }
        return lines
    }

    private func paragraph(_ text: String, _ role: ThemeRole, sign: String = " ") -> [TextLine] {
        text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
            let safe = SafeText.line(String(line), rules: model.rules)
            let rows = safe.wrapped(width: max(8, width - 2), rules: model.rules)
            return (rows.isEmpty ? [""] : rows.map { String($0) }).map {
                [StyledText(sign + " " + $0, role)]
            }
        }
    }
}

extension TemplateEntryView {
    var careMarks: [Phrase] {
        LibrarySentences.marks(
            entry: entry, newest: newest.state, isInUse: offered != nil, faults: faults,
            isOverdue: isOverdue, isBehind: isBehind, isUnused: isUnused)
    }
}

/// An act of a macro, in words.
enum MacroWords {
    static func text(_ act: MacroAct, _ model: WorkstationModel) -> String {
        SafeText.line(model.words(phrase(act, model)), rules: model.rules)
    }

    private static func phrase(_ act: MacroAct, _ model: WorkstationModel) -> Phrase {
        switch act {
        case .template(let key):
            Phrase("macro.template", "put in template {name}", ["name": key.rawValue])
        case .tag(let tag): Phrase("macro.tag", "tag {name}", ["name": tag.rawValue])
        case .untag(let tag):
            Phrase("macro.untag", "take tag {name} off", ["name": tag.rawValue])
        case .priority(let priority):
            Phrase(
                "macro.priority", "priority {name}",
                ["name": model.words(LifeStrings.priority(priority))])
        case .assignToMe: Phrase("macro.assign-me", "take the ticket")
        case .assign(let person):
            Phrase("macro.assign", "give it to {name}", ["name": HistoryLines.name(person, model)])
        case .note(let text): Phrase("macro.note", "note: {text}", ["text": text])
        case .watch: Phrase("macro.watch", "watch it")
        case .hold(let reason, let seconds):
            Phrase(
                "macro.hold", "hold for {time}: {text}", ["time": time(seconds), "text": reason])
        case .snooze(let seconds):
            Phrase("macro.snooze", "sleep for {time}", ["time": time(seconds)])
        case .resolve: Phrase("macro.resolve", "resolve it")
        case .afterSend(let state):
            Phrase(
                "macro.after-send", "once the reply has left: {state}",
                ["state": model.words(StateWords.ticket(state))])
        }
    }

    private static func time(_ seconds: Int64) -> String {
        switch seconds {
        case let days where days % 86_400 == 0: "\(days / 86_400) d"
        case let hours where hours % 3600 == 0: "\(hours / 3600) h"
        default: "\(max(1, seconds / 60)) min"
        }
    }
}
