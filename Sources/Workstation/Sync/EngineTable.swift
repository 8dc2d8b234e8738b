import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// Columns and rows of the engine's lists.
enum EngineTable {
    static func columns(_ model: WorkstationModel, width: Int) -> [TableColumn] {
        let words = model.words
        switch model.layer {
        case .syncLog: return log(words, width)
        case .jobs: return jobs(words, width)
        case .drift: return drift(words, width)
        case .quarantine: return quarantine(words)
        case .checks: return checks(words)
        default: return lanes(words)
        }
    }

    private static func lanes(_ words: Words) -> [TableColumn] {
        [
            TableColumn(words(EngineColumns.store), width: .fixed(12), isTelling: true),
            TableColumn(words(EngineColumns.kind), width: .fixed(9), isTelling: true),
            TableColumn(words(EngineColumns.state), width: .fixed(9)),
            TableColumn(words(EngineColumns.success), width: .fixed(7), alignment: .trailing),
            TableColumn(words(EngineColumns.lag), width: .fixed(7), alignment: .trailing),
            TableColumn(words(EngineColumns.queue), width: .fixed(5), alignment: .trailing),
            TableColumn(words(EngineColumns.next), width: .fixed(5), alignment: .trailing),
            TableColumn(words(EngineColumns.problem), width: .rest),
        ]
    }

    static func row(_ lane: SyncLane, _ model: WorkstationModel) -> TableRow {
        let age: (Timestamp?) -> String = { instant in
            instant.map { TimeLeft.age(since: $0, now: model.now) } ?? "-"
        }
        let next = lane.nextRun.map { next in
            TimeLeft.span(Int64(TimeLeft.seconds(until: next, now: model.now)))
        }
        let trouble = lane.trouble.map {
            model.words(
                SyncSentences.words(
                    errorClass: $0.errorClass.rawValue, operation: $0.operation,
                    trouble: $0.trouble, code: $0.code
                ).problem)
        }
        let blind = lane.blind == nil ? "" : "~ "
        return TableRow(cells: [
            [StyledText(lane.store?.rawValue ?? model.words(LaneStrings.shared))],
            [StyledText(model.words(EngineWords.kind(lane.kind.rawValue)))],
            [StyledText(state(lane, model), role(lane))],
            [StyledText(age(lane.lastSuccess), .muted)],
            [StyledText(blind + age(lane.seenThrough), lane.blind == nil ? .muted : .error)],
            [StyledText("\(lane.queued)", lane.queued > 0 ? .text : .muted)],
            [StyledText(next ?? "-", .muted)],
            [StyledText(trouble ?? "", role(lane))],
        ])
    }

    /// With a mark, so that no colour is needed.
    private static func state(_ lane: SyncLane, _ model: WorkstationModel) -> String {
        let mark =
            switch lane.state {
            case .healthy: lane.lastSuccess == nil ? "." : "+"
            case .slowed: "!"
            case .parked: "x"
            case .paused: "-"
            }
        let hasNotRun = lane.state == .healthy && lane.lastSuccess == nil
        let words = hasNotRun ? LaneStrings.notYet : EngineWords.laneState(lane.state.rawValue)
        return "\(mark) \(model.words(words))"
    }

    private static func role(_ lane: SyncLane) -> ThemeRole {
        switch lane.state {
        case .healthy: .ok
        case .slowed: .warning
        case .parked: .error
        case .paused: .muted
        }
    }

    private static func log(_ words: Words, _ width: Int) -> [TableColumn] {
        let isWide = width >= 110
        return [
            TableColumn(words(EngineColumns.time), width: .fixed(isWide ? 16 : 8)),
            TableColumn(words(EngineColumns.store), width: .fixed(9)),
            TableColumn(
                words(EngineColumns.operation), width: .fixed(isWide ? 26 : 17), isTelling: true),
            TableColumn(words(EngineColumns.status), width: .fixed(6), alignment: .trailing),
            TableColumn(words(EngineColumns.duration), width: .fixed(6), alignment: .trailing),
            TableColumn(words(EngineColumns.bytes), width: .fixed(5), alignment: .trailing),
            TableColumn(words(EngineColumns.result), width: .flexible(weight: 2, minimum: 8)),
        ]
            + (isWide
                ? [TableColumn(words(EngineColumns.request), width: .fixed(38))] : [])
    }

    static func row(_ entry: SyncLogEntry, _ model: WorkstationModel, width: Int) -> TableRow {
        let isBad = entry.errorClass != nil
        let result = [entry.errorClass?.rawValue ?? "", entry.message]
        let time = LogText.time(entry.at, model)
        return TableRow(cells: [
            [StyledText(width >= 110 ? time : String(time.suffix(8)), .muted)],
            [StyledText(entry.store?.rawValue ?? "-", .muted)],
            [StyledText(SafeText.line(entry.operation))],
            [StyledText(entry.status.map { "\($0)" } ?? "-", isBad ? .error : .ok)],
            [StyledText("\(entry.durationMilliseconds)", .muted)],
            [StyledText(LogText.bytes(entry.byteCount), .muted)],
            [
                StyledText(
                    SafeText.line(result.filter { !$0.isEmpty }.joined(separator: ": ")),
                    isBad ? .error : .text)
            ],
            [StyledText(SafeText.line(entry.requestID ?? "-"), .muted)],
        ])
    }

    private static func jobs(_ words: Words, _ width: Int) -> [TableColumn] {
        let isWide = width >= 110
        return [
            TableColumn(words(EngineColumns.job), width: .fixed(7), alignment: .trailing),
            TableColumn(words(EngineColumns.kind), width: .fixed(16), isTelling: true),
            TableColumn(words(EngineColumns.store), width: .fixed(9)),
            TableColumn(words(EngineColumns.state), width: .fixed(10)),
            TableColumn(words(EngineColumns.attempts), width: .fixed(5), alignment: .trailing),
            TableColumn(words(EngineColumns.next), width: .fixed(5), alignment: .trailing),
        ]
            + (isWide ? [TableColumn(words(EngineColumns.about), width: .fixed(36))] : [])
            + [TableColumn(words(EngineColumns.problem), width: .rest)]
    }

    static func row(_ job: JobSummary, _ model: WorkstationModel, width: Int) -> TableRow {
        let role: ThemeRole =
            switch job.state {
            case .dead: .error
            case .running: .info
            default: job.trouble == nil ? .text : .warning
            }
        let next = job.nextRun.map { next in
            TimeLeft.span(Int64(TimeLeft.seconds(until: next, now: model.now)))
        }
        let mark = job.state == .dead ? "x " : job.state == .running ? "> " : "  "
        let trouble = job.trouble.map {
            [
                model.words(
                    SyncSentences.words(
                        errorClass: $0.errorClass.rawValue, trouble: $0.trouble, code: $0.code
                    ).problem), $0.code,
            ]
            .filter { !$0.isEmpty }.joined(separator: " ")
        }
        let object = model.words(JobObjects.name(kind: job.kind, key: job.key))
        let about = [StyledText(SafeText.line(object), ThemeRole.muted)]
        return TableRow(
            cells: [
                [StyledText("\(job.id.rawValue)", .muted)],
                [StyledText(SafeText.line(model.words(JobObjects.kind(job.kind))))],
                [StyledText(job.store?.rawValue ?? "-", .muted)],
                [StyledText(mark + model.words(EngineWords.jobState(job.state.rawValue)), role)],
                [StyledText("\(job.attempts)", .muted)],
                [StyledText(next ?? "-", .muted)],
            ] + (width >= 110 ? [about] : []) + [[StyledText(trouble ?? "", role)]])
    }
}
