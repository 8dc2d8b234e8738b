import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The item under the cursor in full, as lines: one column of them, or two beside each other.
struct EngineText: Equatable {
    var left: [TextLine]
    var right: [TextLine]?

    var lineCount: Int { max(left.count, right?.count ?? 0) }

    static func detail(_ model: WorkstationModel, width: Int) -> EngineText {
        switch model.layer {
        case .sync: EngineText(left: LaneText.lines(model, width: width))
        case .syncLog: EngineText(left: LogText.lines(model, width: width))
        case .jobs: EngineText(left: JobText.lines(model, width: width))
        case .drift: DriftText.text(model, width: width)
        case .quarantine: EngineText(left: MailText.lines(model, width: width))
        case .checks: EngineText(left: CheckText.lines(model, width: width))
        default: EngineText(left: [])
        }
    }

    /// The sentence, the remedy, and what to quote to somebody else.
    static func trouble(_ trouble: EngineTrouble, _ model: WorkstationModel, width: Int)
        -> [TextLine]
    {
        let words = SyncSentences.words(
            errorClass: trouble.errorClass.rawValue, operation: trouble.operation,
            trouble: trouble.trouble, code: trouble.code)
        let facts =
            [trouble.operation, trouble.code, trouble.message]
            + trouble.arguments.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
            + [trouble.requestID ?? ""]
        let detail = facts.filter { !$0.isEmpty }.joined(separator: " · ")
        return wrapped(model.words(words.problem), .error, width)
            + wrapped("-> " + model.words(words.nextStep), .warning, width)
            + wrapped(detail, .muted, width)
    }

    static func wrapped(_ text: String, _ role: ThemeRole, _ width: Int) -> [TextLine] {
        guard !text.isEmpty else { return [] }
        return SafeText.line(text).wrapped(width: max(8, width)).map { [StyledText($0, role)] }
    }

    /// A number with one digit after the point.
    static func tenths(_ number: Double) -> String {
        guard number.isFinite, abs(number) < 1e9 else { return "-" }
        let tenths = Int64((number * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
    }

    static func percent(_ share: Double) -> String {
        guard share.isFinite, abs(share) < 1e6 else { return "-" }
        return "\(Int((share * 100).rounded())) %"
    }
}
