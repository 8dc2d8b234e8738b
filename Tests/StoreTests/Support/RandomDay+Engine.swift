import HelpDesk
import Jobs
import Store
import SwiftExtensions

extension RandomDay {
    mutating func job() throws {
        let key = "\(counter)"
        try desk.write { db in
            let id = try db.nextJobID()
            try db.record(
                .jobAdded(JobRecord(id: id, kind: "k", key: key, payload: "{}", runAt: desk.now)))
            try db.record(
                .jobMoved(JobMove(job: id, to: .running, runAt: desk.now, attempts: 1)))
        }
    }

    mutating func sync(_ ticket: TicketID) throws {
        let failure = SyncFailure(errorClass: .network, operation: "getOrder", message: "reset")
        try desk.record(
            .syncReported(
                SyncReport(
                    store: pick([Desk.us, Desk.eu]), kind: pick(SyncKind.allCases),
                    startedAt: desk.now, finishedAt: desk.now,
                    failure: Bool.random(using: &random) ? failure : nil,
                    seenThrough: !isOld && Bool.random(using: &random) ? desk.now : nil)))
        guard !isOld else { return }
        try engine()
        try rights(ticket)
        try dispatch(on: ticket)
        try chronicle()
    }

    /// An alarm that comes and goes, and a sample that somebody compares.
    mutating func engine() throws {
        let (store, isSettled) = (pick([Desk.us, Desk.eu, nil]), Bool.random(using: &random))
        let start = desk.now - .hours(Int64.random(in: 3...72, using: &random))
        let subject = "shape \(counter)"
        try desk.write { db in
            let alarm = try db.nextAlarmID()
            try db.record(
                .alarmRaised(DeskAlarm(id: alarm, kind: .drift, store: store, subject: subject)))
            if isSettled { try db.record(.alarmSettled(alarm)) }
            guard let store, try !db.isDrawn(store, start) else { return }
            let check = try db.nextSpotCheckID()
            try db.record(
                .spotCheckDrawn(
                    SpotCheckDraw(id: check, store: store, start: start, cause: .random)))
            guard isSettled else { return }
            try db.record(
                .spotCheckRecorded(
                    SpotCheckFinding(
                        check: check, result: .match, platformCount: nil, person: Desk.ann)))
        }
    }

    func chronicle() throws {
        try desk.record(
            .chronicle(.breakNamed(RecordBreak(.edited, entry: counter))),
            .chronicle(
                .breakSigned(
                    SignedBreak(
                        found: RecordBreak(.edited, entry: counter), after: 1, head: "00",
                        signature: "00"))),
            .chronicle(
                .exportMade(
                    ExportNote(
                        what: "orders", format: "jsonl", rows: 1, hasPersonalData: false,
                        manifest: nil))),
            .chronicle(.deskVerified(VerificationNote(broken: [], entries: counter))),
            .chronicle(.lintRulesLoaded(LintRulesNote(files: [], refused: []))))
    }

    /// A report that is asked for, stored and read, and what the account says of itself.
    mutating func account() throws {
        let (now, number) = (desk.now, counter)
        let (topic, phase) = (pick(AccountTopic.allCases), pick(AccountPhase.allCases))
        let bad = pick([[], [BadReportLine(line: 3, field: "sku", reason: "missing")]])
        try desk.record(
            .account(
                .taskMoved(
                    AccountTask(
                        store: Desk.us, topic: topic, phase: phase, nextRun: now + .hours(1)))),
            .account(
                .participationsSeen(
                    StoreParticipations(
                        store: Desk.us, marketplaces: [], sellingPlan: pick([nil, "PROFESSIONAL"])))
            ),
            .account(
                .financesSeen(
                    OrderFinances(
                        order: OrderID("305-1111111-000000\(number % 9)"), store: Desk.us,
                        transactions: []))))
        try desk.write { db in
            let id = try db.nextReportID()
            let report = AccountReport(
                id: id, store: Desk.us, topic: .returns, platformID: "report \(number)",
                documentID: "document \(number)", type: "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE",
                createdAt: now, storedAt: now, digest: digest("report \(number)"))
            try db.record(.account(.reportStored(report)))
            try db.record(
                .account(.reportRead(AccountReportReading(report: id, rowCount: 2, badLines: bad))))
        }
    }
}
