import Foundation
import HelpDesk
import Logging
import Store
import SwiftExtensions

/// The daily look at the whole desk: the record against its checkpoints, and every rule that always
/// holds (helpdesk section 2). What does not hold is an alarm until it holds again.
struct DeskVerification: Sendable {
    let desk: Desk

    static let every = Duration.hours(24)

    /// Looks when the last look is a day ago; returns when the next is due.
    @discardableResult
    func runDue() async throws -> Timestamp {
        let now = desk.clock.now
        let last = try await desk.database.read { try $0.lastVerification() ?? $0.firstEntry() }
        let due = (last ?? now) + Self.every
        guard due <= now else { return due }
        _ = try await RecordKeeper(desk: desk).verify()
        _ = try await run()
        try await desk.database.keepSnapshot()
        return now + Self.every
    }

    /// Looks at all rules now; raises and settles alarms and notes the result.
    func run() async throws -> InvariantReport {
        let report = try await desk.database.checkInvariants(
            at: desk.clock.now, DeskSurroundings(desk: desk).look())
        try await desk.act(service: .record) { transaction in
            try transaction.record(
                .chronicle(
                    .deskVerified(
                        VerificationNote(broken: report.broken, entries: report.entries))))
            for result in report.results {
                let open = try transaction.openAlarm(
                    .invariant, store: nil, subject: result.invariant.name)
                if result.holds, let open {
                    try transaction.record(.alarmSettled(open.alarm.id))
                } else if !result.holds, open == nil {
                    try transaction.record(
                        .alarmRaised(
                            DeskAlarm(
                                id: try transaction.nextAlarmID(), kind: .invariant, store: nil,
                                subject: result.invariant.name,
                                arguments: ["count": String(result.count)])))
                }
            }
        }
        for result in report.results where !result.holds {
            desk.logger.error(
                "A rule of the desk does not hold.",
                metadata: [
                    "rule": "\(result.invariant.name)", "count": "\(result.count)",
                    "first": "\(result.subjects.first ?? "")",
                ])
        }
        return report
    }
}

extension Desk {
    /// Mail addresses that are nobody's personal data.
    var ownAddresses: Set<String> {
        Set(
            (settings.stores.compactMap(\.address) + ports.mailboxes.values.compactMap(\.from))
                .map { $0.lowercased() })
    }

    /// Looks once a day for as long as the task lives.
    func runVerification() async throws {
        while !Task.isCancelled {
            let next = try await DeskVerification(desk: self).runDue()
            try await clock.sleep(until: next)
        }
    }
}

/// What lies around the database and must be free of personal data too: the names of the data
/// folder's files and the words of the desk's own processes, which everybody on the machine sees.
struct DeskSurroundings: Sendable {
    let desk: Desk

    func look() -> InvariantSurroundings {
        InvariantSurroundings(
            places: fileNames() + processes(), ownAddresses: desk.ownAddresses,
            configured: Set(desk.settings.admins))
    }

    private func fileNames() -> [(place: String, text: String)] {
        guard let folder = desk.database.folder,
            let names = FileManager.default.enumerator(atPath: folder)
        else { return [] }
        return names.compactMap { ($0 as? String).map { ("file", $0) } }
    }

    private func processes() -> [(place: String, text: String)] {
        let numbers = (try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []
        return numbers.filter { Int($0) != nil }.compactMap { number in
            guard let bytes = FileManager.default.contents(atPath: "/proc/\(number)/cmdline"),
                let program = bytes.split(separator: 0).first,
                String(decoding: program, as: UTF8.self).contains("deskhand")
            else { return nil }
            let words = bytes.map { $0 == 0 ? UInt8(ascii: " ") : $0 }
            return ("process \(number)", String(decoding: words, as: UTF8.self))
        }
    }
}
