import Localization

enum EngineStrings {
    static let log = Phrase("engine.log", "Sync log")
    static let jobs = Phrase("engine.jobs", "Jobs")
    static let drift = Phrase("engine.drift", "Drift")
    static let quarantine = Phrase("engine.quarantine", "Quarantine")
    static let checks = Phrase("engine.checks", "Spot checks")
    static let budgets = Phrase("engine.budgets", "requests left")

    static let leaveIt = Phrase("engine.leave-it", "leave it")
    static let trusted = Phrase(
        "engine.trusted", "It becomes a ticket that the team will trust.")
    static let stillHeld = Phrase(
        "engine.still-held",
        "It still waits: its store is known now, but something speaks against it.")
    static let released = Phrase("engine.released", "Taken in.")
    static let recorded = Phrase("engine.recorded", "The spot check is recorded.")

    static let noJobs = Phrase("engine.no-jobs", "No job waits, runs or was given up.")
    static let noDrift = Phrase("engine.no-drift", "Every record could be read.")
    static let noMails = Phrase("engine.no-mails", "No mail is held back.")
    static let noChecks = Phrase("engine.no-checks", "No spot check is due.")
    static let noLog = Phrase("engine.no-log", "Nothing fits; / changes the filter.")
    static let nothing = Phrase("engine.nothing", "Nothing is selected.")
    static let notRetryable = Phrase("engine.not-retryable", "This job cannot be run again now.")
    static let notDroppable = Phrase("engine.not-droppable", "This job cannot be dropped now.")
    static let isSettled = Phrase("engine.is-settled", "This record has been read.")
    static let isReleased = Phrase("engine.is-released", "This mail has been taken in.")
    static let isRecorded = Phrase("engine.is-recorded", "This spot check is recorded.")
    static let noRequest = Phrase("engine.no-request", "The entry has no request id.")
    static let supervisorsRead = Phrase(
        "engine.supervisors-read", "What it holds is shown to supervisors.")

    static func retried(_ job: String) -> Phrase {
        Phrase("engine.retried", "Job {job} runs again.", ["job": job])
    }
    static func dropped(_ job: String) -> Phrase {
        Phrase("engine.dropped", "Job {job} is dropped.", ["job": job])
    }
    static func rerun(_ settled: Int, of tried: Int) -> Phrase {
        Phrase(
            "engine.rerun", "{settled} of {tried} records could be read.",
            ["settled": "\(settled)", "tried": "\(tried)"])
    }
    static func releasedAs(_ ticket: String) -> Phrase {
        Phrase("engine.released-as", "Taken in as {ticket}.", ["ticket": ticket])
    }
    static func openRecords(_ count: Int) -> Phrase {
        Phrase(
            "engine.open-records", "{count} records that could not be read", ["count": "\(count)"])
    }
}

/// Headings of the tables.
enum EngineColumns {
    static let store = Phrase("column.store", "store")
    static let kind = Phrase("column.kind", "what")
    static let state = Phrase("column.state", "state")
    static let success = Phrase("column.success", "success")
    static let lag = Phrase("column.lag", "behind")
    static let queue = Phrase("column.queue", "queue")
    static let next = Phrase("column.next", "next")
    static let problem = Phrase("column.problem", "problem")
    static let time = Phrase("column.time", "time")
    static let operation = Phrase("column.operation", "operation")
    static let status = Phrase("column.status", "status")
    static let duration = Phrase("column.duration", "ms")
    static let bytes = Phrase("column.bytes", "bytes")
    static let request = Phrase("column.request", "request id")
    static let result = Phrase("column.result", "result")
    static let job = Phrase("column.job", "job")
    static let attempts = Phrase("column.attempts", "tries")
    static let about = Phrase("column.about", "about")
    static let record = Phrase("column.record", "record")
    static let field = Phrase("column.field", "field")
    static let expected = Phrase("column.expected", "expected")
    static let found = Phrase("column.found", "found")
    static let since = Phrase("column.since", "since")
    static let sender = Phrase("column.sender", "sender")
    static let subject = Phrase("column.subject", "subject")
    static let hour = Phrase("column.hour", "hour")
    static let here = Phrase("column.here", "here")
    static let by = Phrase("column.by", "by")
    static let note = Phrase("column.note", "note")
}
