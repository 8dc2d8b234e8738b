import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// A record that could not be read: what came and what was expected, beside each other where there
/// is room, else one above the other.
enum DriftText {
    /// From here on both stand beside each other.
    static let leastWidth = 110

    static func text(_ model: WorkstationModel, width: Int) -> EngineText {
        guard let record = model.engine.drift.selected else {
            return EngineText(left: unknown(model))
        }
        let summary = summary(record, model, width: width)
        guard model.isSupervisor else {
            let hint = EngineText.wrapped(
                model.words(EngineStrings.supervisorsRead), .muted, width)
            return EngineText(left: summary + hint)
        }
        guard let detail = model.engine.driftRecord, detail.record.id == record.id else {
            return EngineText(left: summary)
        }
        guard width >= leastWidth else {
            let fields = fields(detail, model, width: width)
            return EngineText(left: summary + fields + [[]] + raw(detail, model, width: width))
        }
        let half = (width - 3) / 2
        return EngineText(
            left: raw(detail, model, width: half),
            right: self.summary(record, model, width: half)
                + fields(detail, model, width: half))
    }

    private static func summary(_ record: DriftRecord, _ model: WorkstationModel, width: Int)
        -> [TextLine]
    {
        let name = [record.store.rawValue, record.operation, record.recordID ?? ""]
        let heading = name.filter { !$0.isEmpty }.joined(separator: " · ")
        let difference = DriftStrings.difference(
            path: record.path, expected: record.expected, found: record.found)
        var lines = EngineText.wrapped(heading, .title, width)
        lines += EngineText.wrapped(model.words(difference), .error, width)
        if let settled = record.settledAt {
            let time = model.localTime.moment(settled, now: model.now)
            lines += EngineText.wrapped(model.words(DriftStrings.settled(time)), .ok, width)
        } else {
            lines += EngineText.wrapped("-> " + model.words(DriftStrings.remedy), .warning, width)
        }
        return lines
    }

    private static func raw(_ detail: DriftDetail, _ model: WorkstationModel, width: Int)
        -> [TextLine]
    {
        var lines: [TextLine] = [[StyledText(model.words(DriftStrings.raw), .muted, .bold)]]
        lines += TextViewport.lines(of: detail.raw, width: width, rules: model.rules)
        if detail.isTruncated {
            lines.append([StyledText(model.words(DriftStrings.truncated), .muted)])
        }
        return lines
    }

    private static func fields(_ detail: DriftDetail, _ model: WorkstationModel, width: Int)
        -> [TextLine]
    {
        let heading: TextLine = [StyledText(model.words(DriftStrings.parsed), .muted, .bold)]
        return [heading] + detail.fields.flatMap { field($0, model, width: width) }
    }

    /// A field that fits takes one line; one that does not says also what was expected.
    private static func field(_ field: DriftField, _ model: WorkstationModel, width: Int)
        -> [TextLine]
    {
        let role = role(field.verdict)
        let mark = field.verdict == .fits ? "  " : field.verdict == .unknown ? "? " : "! "
        let path = SafeText.line(field.path)
        var lines: [TextLine] = [
            [StyledText(mark + path, role), StyledText("  " + SafeText.line(field.found), .text)]
        ]
        if field.verdict != .fits, field.verdict != .unknown {
            let words = DriftStrings.expectedOnly(
                model.words(EngineWords.verdict(field.verdict.rawValue)), field.expected)
            lines += EngineText.wrapped(model.words(words), .warning, width - 4).map {
                [StyledText("    ")] + $0
            }
        }
        return lines
    }

    private static func role(_ verdict: DriftField.Verdict) -> ThemeRole {
        switch verdict {
        case .fits: .ok
        case .missing, .retyped: .error
        case .unknown: .info
        }
    }

    /// Without a record: the fields that came and that nobody knows.
    private static func unknown(_ model: WorkstationModel) -> [TextLine] {
        let fields = model.engine.unknownFields
        guard !fields.isEmpty else { return [] }
        let heading: TextLine = [StyledText(model.words(DriftStrings.unknownFields), .muted, .bold)]
        return [heading]
            + fields.map { field in
                [
                    StyledText(String("\(field.count)x").padded(to: 8), .muted),
                    StyledText(SafeText.line(field.operation).padded(to: 18), .muted),
                    StyledText(SafeText.line(field.path), .info),
                ]
            }
    }
}

enum DriftStrings {
    static let raw = Phrase("drift.raw", "as it came")
    static let parsed = Phrase("drift.parsed", "as it was read")
    static let truncated = Phrase("drift.truncated", "(the rest is left out)")
    static let remedy = Phrase(
        "drift.remedy", "The record is kept. Update Deskhand, then read it again with R.")
    static let unknownFields = Phrase("drift.unknown-fields", "fields that are new to the desk")

    static func difference(path: String, expected: String, found: String) -> Phrase {
        Phrase(
            "drift.difference", "{path}: expected {expected}, found {found}",
            ["path": path, "expected": expected, "found": found.isEmpty ? "-" : found])
    }
    static func expectedOnly(_ verdict: String, _ expected: String) -> Phrase {
        Phrase(
            "drift.expected", "{verdict}; expected {expected}",
            ["verdict": verdict, "expected": expected])
    }
    static func settled(_ time: String) -> Phrase {
        Phrase("drift.settled", "read after all, {time}", ["time": time])
    }
}
