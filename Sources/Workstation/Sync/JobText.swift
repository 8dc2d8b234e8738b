import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// A job in full, with all that happened to it.
enum JobText {
    static func lines(_ model: WorkstationModel, width: Int) -> [TextLine] {
        guard let job = model.engine.jobs.selected else { return [] }
        var lines: [TextLine] = [heading(job, model)]
        if let trouble = job.trouble {
            lines += EngineText.trouble(trouble, model, width: width)
        }
        guard let detail = model.engine.job, detail.job.id == job.id else { return lines }
        if !detail.history.isEmpty { lines.append([]) }
        lines += detail.history.map { step($0, model) }
        guard model.engine.isOpen else { return lines }
        return lines + [[]]
            + TextViewport.lines(
                of: detail.payload, width: width, style: Style(.muted), rules: model.rules)
    }

    private static func heading(_ job: JobSummary, _ model: WorkstationModel) -> TextLine {
        let limit = job.attemptLimit.map { "\(job.attempts)/\($0)" } ?? "\(job.attempts)"
        var line: TextLine = [
            StyledText("\(job.id.rawValue)  "), StyledText(SafeText.line(job.kind), .text, .bold),
            StyledText(
                "  "
                    + SafeText.line(model.words(JobObjects.name(kind: job.kind, key: job.key)))),
            StyledText("  " + model.words(JobStrings.attempts(limit)), .muted),
            StyledText("  " + model.words(JobStrings.priority(job.priority)), .muted),
        ]
        if let created = job.createdAt {
            line.append(
                StyledText("  " + model.localTime.moment(created, now: model.now), .muted))
        }
        return line
    }

    private static func step(_ step: JobStep, _ model: WorkstationModel) -> TextLine {
        let isBad = step.act == .failed || step.act == .buried
        let attempt = step.attempt.map { " \($0)" } ?? ""
        let facts = [
            step.by ?? "", step.trouble?.errorClass.rawValue ?? "", step.trouble?.code ?? "",
            step.trouble?.message ?? "", step.trouble?.requestID ?? "", step.note,
        ]
        return [
            StyledText(LogText.time(step.at, model).padded(to: 17), .muted),
            StyledText(
                (model.words(EngineWords.jobAct(step.act.rawValue)) + attempt).padded(to: 23) + " ",
                isBad ? .error : .text),
            StyledText(SafeText.line(facts.filter { !$0.isEmpty }.joined(separator: " · "))),
        ]
    }
}

enum JobStrings {
    static func attempts(_ count: String) -> Phrase {
        Phrase("job.attempts", "attempts {count}", ["count": count])
    }
    static func priority(_ number: Int) -> Phrase {
        Phrase("job.priority", "priority {number}", ["number": "\(number)"])
    }
}
