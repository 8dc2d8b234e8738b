package import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
package import Wire

/// Lines that acts on the engine ask for.
package enum EnginePrompt: Hashable, Sendable {
    case filterLog
    case dropJob(JobID)
    case releaseMail(QuarantinedMail, StoreID?)
    case record(SpotCheckID, SpotCheck.Result)

    var mayBeEmpty: Bool {
        switch self {
        case .filterLog: true
        case .record(_, let result): result == .match
        case .dropJob, .releaseMail: false
        }
    }

    var phrase: Phrase {
        switch self {
        case .filterLog:
            Phrase("prompt.filter-log", "Store, error class, operation or \"failed\"")
        case .dropJob: Phrase("prompt.drop-job", "Why is it given up?")
        case .releaseMail: Phrase("prompt.release-mail", "How do you know it is genuine?")
        case .record(_, .match): Phrase("prompt.check-match", "Both agree. A note, or just enter")
        case .record(_, .missing):
            Phrase("prompt.check-missing", "How many are there, and what is missing?")
        case .record(_, .extra):
            Phrase("prompt.check-extra", "How many are there, and what is extra?")
        }
    }
}

/// Questions before acts on the engine.
package enum EngineQuestion: Hashable, Sendable {
    case retryJob(JobSummary)
    /// Nil for all open records.
    case rerunDrift(DriftRecord?, count: Int)
    case releaseMail(QuarantinedMail, StoreID?, reason: String)

    func dialog(_ model: WorkstationModel) -> Dialog {
        let words = model.words
        return Dialog(
            title: words(title), lines: lines(model),
            choices: [
                DialogChoice(key: "n", label: words(EngineStrings.leaveIt), isSafe: true),
                DialogChoice(key: "y", label: words(act)),
            ])
    }

    private var title: Phrase {
        switch self {
        case .retryJob: Phrase("question.retry-job", "Run this job again?")
        case .rerunDrift: Phrase("question.rerun-drift", "Read these records again?")
        case .releaseMail: Phrase("question.release-mail", "Take this mail in?")
        }
    }

    private var act: Phrase {
        switch self {
        case .retryJob: Phrase("question.retry", "run it")
        case .rerunDrift: Phrase("question.rerun", "read them")
        case .releaseMail: Phrase("question.release", "take it in")
        }
    }

    private func lines(_ model: WorkstationModel) -> [TextLine] {
        switch self {
        case .retryJob(let job):
            let name = "\(job.id.rawValue) \(job.kind) \(job.key)"
            return [[StyledText(SafeText.line(name))]]
        case .rerunDrift(let record, let count):
            let text =
                record.map { "\($0.store) · \($0.operation) · \($0.recordID ?? $0.path)" }
                ?? model.words(EngineStrings.openRecords(count))
            return [[StyledText(SafeText.line(text))]]
        case .releaseMail(let mail, _, _):
            let width = min(66, model.size.width - 10)
            let facts = [(mail.sender, Style(.buyer)), (mail.subject, Style(.text))].flatMap {
                text, style in
                SafeText.line(text).wrapped(width: width).prefix(2).map { [StyledText($0, style)] }
            }
            let reasons: [TextLine] = mail.reasons.map { reason in
                [StyledText(model.words(EngineWords.holdReason(reason)), .warning)]
            }
            return facts + reasons + [[StyledText(model.words(EngineStrings.trusted))]]
        }
    }
}

extension WorkstationModel {
    mutating func askEngine(_ prompt: EnginePrompt, text: String = "") -> [Effect] {
        ask(PromptPane.Purpose.engine(prompt), text: text)
    }

    mutating func engineAnswered(_ prompt: EnginePrompt, _ text: String) -> [Effect] {
        switch prompt {
        case .filterLog: return filterLog(text)
        case .dropJob(let job): return [.call(.engine(.drop(job, reason: text)))]
        case .releaseMail(let mail, let store):
            return ask(
                QuestionPane.Purpose.engine(.releaseMail(mail, store, reason: text)))
        case .record(let check, let result):
            let (count, note) = CheckText.counted(text)
            return [.call(.engine(.record(check, result, count: count, note: note)))]
        }
    }

    func engineConfirmed(_ question: EngineQuestion) -> [Effect] {
        switch question {
        case .retryJob(let job): [.call(.engine(.retry(job.id)))]
        case .rerunDrift(let record, _): [.call(.engine(.rerun(record?.id)))]
        case .releaseMail(let mail, let store, let reason):
            [.call(.engine(.release(mail.id, store: store, reason: reason)))]
        }
    }

    /// A mail that fits no store needs one before it can be taken in.
    mutating func releaseSelectedMail() -> [Effect] {
        guard let mail = engine.mails.selected else { return [] }
        if mail.store != nil { return askEngine(.releaseMail(mail, nil)) }
        let stores = Set(lanes.compactMap(\.store)).sorted()
        return pick(
            .releaseStore(mail),
            stores.map { PickerItem(id: $0.rawValue, title: $0.rawValue) })
    }
}
