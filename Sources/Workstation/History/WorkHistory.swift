import HelpDesk
import Localization

/// The account, people's judgements and the record itself, as sentences of the log.
enum WorkHistory {
    static func sentence(_ event: AccountEvent, _ model: WorkstationModel) -> Phrase {
        switch event {
        case .taskMoved(let task):
            Phrase(
                "history.account-task", "{store} · {topic}: next turn planned",
                [
                    "store": task.store.rawValue,
                    "topic": model.words(AccountStrings.topic(task.topic)),
                ])
        case .reportStored(let report):
            Phrase(
                "history.report-stored", "{store} · {topic}: report came",
                [
                    "store": report.store.rawValue,
                    "topic": model.words(AccountStrings.topic(report.topic)),
                ])
        case .reportRead(let reading):
            Phrase(
                "history.report-read", "report read: {rows} rows, {bad} unreadable",
                ["rows": "\(reading.rowCount)", "bad": "\(reading.badLines.count)"])
        case .participationsSeen(let found):
            Phrase(
                "history.participations", "{store}: marketplaces read",
                ["store": found.store.rawValue])
        case .financesSeen(let finances):
            Phrase(
                "history.finances", "money of order {order} read",
                ["order": finances.order.rawValue])
        }
    }

    static func sentence(_ event: QualityEvent, _ model: WorkstationModel) -> Phrase {
        switch event {
        case .sampleDrawn(let sample):
            Phrase(
                "history.sample", "answer drawn for judging ({week})", ["week": sample.week])
        case .scored(let score):
            Phrase(
                "history.scored", "{name} judged an answer",
                ["name": HistoryLines.name(score.scorer, model)])
        case .amazonFigureNoted:
            Phrase("history.amazon-figure", "a figure of Amazon's noted")
        case .wordingWarned(let warning):
            OriginalityRules.isLikeness(warning.rule)
                ? Phrase(
                    "history.wording-warned", "{name} was told that the letter repeats ({rule})",
                    ["name": HistoryLines.name(warning.person, model), "rule": warning.rule])
                : Phrase(
                    "history.rule-warned", "{name} was told what stands against it ({rule})",
                    ["name": HistoryLines.name(warning.person, model), "rule": warning.rule])
        case .wordingChosen(let choice):
            choice.kept.isEmpty
                ? Phrase("history.wording-heeded", "the letter was written anew")
                : Phrase(
                    "history.wording-kept", "the letter stayed as it was ({rules})",
                    ["rules": choice.kept.joined(separator: ", ")])
        }
    }

    static func sentence(_ event: RecordEvent) -> Phrase {
        switch event {
        case .breakNamed: Phrase("history.break", "a break of the record was named")
        case .breakSigned: Phrase("history.break-signed", "the core signed for a named break")
        case .lintRulesLoaded(let note):
            Phrase(
                "history.lint-rules", "the team's rules for replies read: {files}",
                ["files": note.files.map { "\($0.name) \($0.version)" }.joined(separator: ", ")])
        case .exportMade(let note):
            Phrase(
                "history.export", "export made: {what}, {rows} rows",
                ["what": note.what, "rows": "\(note.rows)"])
        case .deskVerified(let note):
            Phrase(
                "history.verified", "rules looked at: {count} broken",
                ["count": "\(note.broken.count)"])
        }
    }

    static func sentence(_ job: JobRecord, _ model: WorkstationModel) -> Phrase {
        Phrase(
            "history.job", "job {kind}: {state}",
            [
                "kind": model.words(JobObjects.kind(job.kind)),
                "state": model.words(EngineWords.jobState(job.state.rawValue)),
            ])
    }

    static func sentence(_ move: JobMove, _ model: WorkstationModel) -> Phrase {
        Phrase(
            "history.job-moved", "job {number}: {state} {reason}",
            [
                "number": "\(move.job.rawValue)",
                "state": model.words(EngineWords.jobState(move.to.rawValue)),
                "reason": move.reason ?? "",
            ])
    }

    static func sentence(_ report: SyncReport, _ model: WorkstationModel) -> Phrase {
        let kind = model.words(EngineWords.kind(report.kind.rawValue))
        guard let failure = report.failure else {
            return Phrase(
                "history.synced", "{store} · {kind}: {count} read",
                ["store": report.store.rawValue, "kind": kind, "count": "\(report.fetched)"])
        }
        let said = SyncSentences.words(
            errorClass: failure.errorClass.rawValue, trouble: failure.trouble?.rawValue,
            code: failure.code
        ).problem
        return Phrase(
            "history.sync-failed", "{store} · {kind}: {problem}",
            ["store": report.store.rawValue, "kind": kind, "problem": model.words(said)])
    }
}
