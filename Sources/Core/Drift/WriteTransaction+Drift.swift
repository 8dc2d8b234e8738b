import ChannelAmazon
import Foundation
import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    /// Keeps records that could not be read, with their bytes, for people; each one once. The first
    /// of a shape raises an alarm, and none does while that is open.
    func quarantine(
        _ records: [UnreadOrder], of store: StoreID, operation: String
    ) throws {
        for record in records {
            let digest = ContentDigest.of(record.raw)
            // Windows overlap: the same bytes come again, also after a person has dealt with them.
            guard try rawBytes(digest: digest) == nil else { continue }
            try putRawBytes(digest: digest, bytes: record.raw)
            let name = record.recordID ?? "unread-\(digest.prefix(16))"
            let key = JobKind.key(store, OrderID(name))
            let earlier = try deadJobs(kind: JobKind.orderQuarantine.rawValue, key: key)
            // Of one order only the newest bytes are worth reading again.
            for job in earlier { try settle(job, .superseded) }
            let failure = SyncFailure(
                errorClass: .schemaDrift, operation: operation, message: record.problem,
                code: "drift",
                arguments: [
                    "path": record.path, "expected": record.expected, "found": record.found,
                    "shape": record.shape,
                ])
            try self.record(
                .jobAdded(
                    JobRecord(
                        id: try nextJobID(), kind: JobKind.orderQuarantine.rawValue, key: key,
                        payload: DriftPayload(digest: digest, recordID: record.recordID).text,
                        state: .dead, runAt: now, attempts: 1, lastError: record.problem,
                        failure: failure)))
            try raiseDriftAlarm(record, operation: operation)
        }
    }

    /// Reads a record again. What can be read now becomes rows as if it had just come, by the same
    /// rule as ever: the newest by platform time wins. Says whether it could be read.
    func reread(_ job: JobRecord, in desk: Desk) throws -> Bool {
        guard job.state == .dead, let store = JobKind.parts(job.key)?.store,
            let digest = job.driftDigest, let raw = try rawBytes(digest: digest)
        else { return false }
        switch OrderRecord(raw).read(for: store) {
        case .found(let fetched, let unknown):
            _ = try save(
                [PulledOrder(fetched)], ending: desk.reader.caseKinds(endedBy:))
            try countUnknown(unknown, operation: job.failure?.operation ?? OrderSearch.operation)
            if try self.job(job.id)?.state == .dead { try settle(job, .retried) }
            return true
        case .quarantined(let record):
            let unread = UnreadOrder(record)
            var failure = job.failure
            failure?.message = unread.problem
            failure?.arguments = [
                "path": unread.path, "expected": unread.expected, "found": unread.found,
                "shape": unread.shape,
            ]
            try self.record(
                .jobMoved(
                    JobMove(
                        job: job.id, to: .dead, runAt: now, attempts: job.attempts + 1,
                        lastError: unread.problem, failure: failure, act: .retried)))
            // A newer parser may stumble elsewhere: then the alarm is about another shape.
            try settleDriftAlarm(after: job)
            try raiseDriftAlarm(
                unread, operation: job.failure?.operation ?? OrderSearch.operation)
            return false
        }
    }

    /// The kept bytes may have been damaged on their way: the platform is asked for the order anew.
    /// A record whose order nobody could make out stays with people.
    func askAgain(for job: JobRecord, in desk: Desk) throws {
        guard let parts = JobKind.parts(job.key), job.driftPayload?.recordID != nil,
            desk.ports.orders[parts.store] != nil
        else { return }
        try schedule(.orderRefresh, key: job.key, at: now)
    }

    /// An order that was unreadable before has come in a readable form.
    func settleDrift(of order: OrderID, in store: StoreID) throws {
        let key = JobKind.key(store, order)
        for job in try deadJobs(kind: JobKind.orderQuarantine.rawValue, key: key) {
            try settle(job, .superseded)
        }
    }

    private func settle(_ job: JobRecord, _ act: JobMove.Act) throws {
        try record(
            .jobMoved(
                JobMove(
                    job: job.id, to: .done, runAt: job.runAt, attempts: job.attempts, act: act)))
        try settleDriftAlarm(after: job)
    }
}

extension WriteTransaction {
    private func raiseDriftAlarm(_ record: UnreadOrder, operation: String) throws {
        let subject = "\(operation) \(record.shape)"
        guard try openAlarm(.drift, store: nil, subject: subject) == nil else { return }
        try self.record(
            .alarmRaised(
                DeskAlarm(
                    id: try nextAlarmID(), kind: .drift, store: nil, subject: subject,
                    arguments: [
                        "operation": operation, "path": record.path, "expected": record.expected,
                        "found": record.found,
                    ])))
    }

    /// Settles the alarm of a shape once no record of it waits any more.
    func settleDriftAlarm(after job: JobRecord) throws {
        guard job.kind == JobKind.orderQuarantine.rawValue, let failure = job.failure,
            let shape = failure.arguments?["shape"]
        else { return }
        let subject = "\(failure.operation) \(shape)"
        guard let open = try openAlarm(.drift, store: nil, subject: subject) else { return }
        guard try !hasDeadJob(kind: job.kind, operation: failure.operation, shape: shape) else {
            return
        }
        try record(.alarmSettled(open.alarm.id))
    }
}

/// What a quarantine job points to.
struct DriftPayload: Codable {
    var digest: String
    var recordID: String?

    var text: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let data = try? encoder.encode(self)
        return data.map { String(decoding: $0, as: UTF8.self) } ?? "{}"
    }
}

extension JobRecord {
    /// What a quarantine job's payload says; nil for another kind.
    var driftPayload: DriftPayload? {
        guard kind == JobKind.orderQuarantine.rawValue else { return nil }
        return try? JSONDecoder().decode(DriftPayload.self, from: Data(payload.utf8))
    }

    var driftDigest: String? { driftPayload?.digest }
}
