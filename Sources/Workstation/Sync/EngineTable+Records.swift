import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension EngineTable {
    /// Narrow screens have the whole path of the field; what stood there is in the text below.
    static func drift(_ words: Words, _ width: Int) -> [TableColumn] {
        let shapes = [
            TableColumn(words(EngineColumns.expected), width: .flexible(weight: 2, minimum: 4)),
            TableColumn(words(EngineColumns.found), width: .flexible(weight: 2, minimum: 4)),
        ]
        return [
            TableColumn(words(EngineColumns.since), width: .fixed(5), alignment: .trailing),
            TableColumn(words(EngineColumns.store), width: .fixed(9)),
            TableColumn(words(EngineColumns.operation), width: .fixed(14)),
            TableColumn(words(EngineColumns.record), width: .fixed(20), isTelling: true),
            TableColumn(
                words(EngineColumns.field), width: .flexible(weight: 3, minimum: 8),
                isTelling: true),
        ] + (width >= 110 ? shapes : [])
    }

    static func row(_ record: DriftRecord, _ model: WorkstationModel, width: Int) -> TableRow {
        let isSettled = record.settledAt != nil
        let shapes: [TextLine] = [
            [StyledText(SafeText.line(record.expected), .muted)],
            [StyledText(SafeText.line(record.found), isSettled ? .ok : .error)],
        ]
        let cells: [TextLine] = [
            [StyledText(TimeLeft.age(since: record.foundAt, now: model.now), .muted)],
            [StyledText(record.store.rawValue, .muted)],
            [StyledText(SafeText.line(record.operation), .muted)],
            [StyledText(SafeText.line(record.recordID ?? "-"))],
            [StyledText((isSettled ? "+ " : "") + SafeText.line(record.path))],
        ]
        return TableRow(cells: cells + (width >= 110 ? shapes : []))
    }

    static func quarantine(_ words: Words) -> [TableColumn] {
        [
            TableColumn(words(EngineColumns.since), width: .fixed(5), alignment: .trailing),
            TableColumn(words(EngineColumns.store), width: .fixed(9)),
            TableColumn(words(EngineColumns.state), width: .fixed(5)),
            TableColumn(words(EngineColumns.problem), width: .flexible(weight: 3, minimum: 14)),
            TableColumn(
                words(EngineColumns.sender), width: .flexible(weight: 3, minimum: 14),
                isTelling: true),
            TableColumn(words(EngineColumns.subject), width: .flexible(weight: 4, minimum: 10)),
        ]
    }

    static func row(_ mail: QuarantinedMail, _ model: WorkstationModel) -> TableRow {
        let isFree = mail.releasedAt != nil
        let files = mail.attachmentCount > 0 ? "@\(mail.attachmentCount)" : ""
        let reasons = mail.reasons.map { model.words(EngineWords.holdReason($0)) }
        return TableRow(cells: [
            [StyledText(TimeLeft.age(since: mail.fetchedAt, now: model.now), .muted)],
            [StyledText(mail.store?.rawValue ?? "-", .muted)],
            [StyledText((isFree ? "+" : "x") + files, isFree ? .ok : .error)],
            [StyledText(reasons.joined(separator: " "), isFree ? .muted : .warning)],
            [StyledText(SafeText.line(mail.sender), .buyer)],
            [StyledText(SafeText.line(mail.subject))],
        ])
    }

    static func checks(_ words: Words) -> [TableColumn] {
        [
            TableColumn(words(EngineColumns.store), width: .fixed(12), isTelling: true),
            TableColumn(words(EngineColumns.hour), width: .fixed(21), isTelling: true),
            TableColumn(words(EngineColumns.here), width: .fixed(5), alignment: .trailing),
            TableColumn(words(EngineColumns.result), width: .fixed(14)),
            TableColumn(words(EngineColumns.by), width: .fixed(10)),
            TableColumn(words(EngineColumns.note), width: .rest),
        ]
    }

    static func row(_ check: SpotCheck, _ model: WorkstationModel) -> TableRow {
        let result = check.result.map { model.words(EngineWords.checkResult($0.rawValue)) }
        let mark = check.result.map { $0 == .match ? "= " : $0 == .missing ? "- " : "+ " } ?? "? "
        let role: ThemeRole =
            check.result.map { $0 == .match ? .ok : .error } ?? .warning
        return TableRow(cells: [
            [StyledText(check.store.rawValue)],
            [StyledText(CheckText.hour(check, model))],
            [StyledText(CheckText.count(check), .muted)],
            [StyledText(mark + (result ?? model.words(CheckStrings.due)), role)],
            [StyledText(SafeText.line(check.recordedBy ?? "-"), .muted)],
            [StyledText(SafeText.line(check.note), .muted)],
        ])
    }
}
