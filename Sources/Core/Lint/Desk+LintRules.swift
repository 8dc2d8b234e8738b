import Compliance
import Foundation
import HelpDesk
import Logging
import Store
import SwiftExtensions

extension Desk {
    /// How often somebody looks whether a file of rules has changed.
    private static let lookEvery = Duration.seconds(5)

    /// Reads a team's rules again when their files change, until the task is cancelled.
    func runLintRules() async throws {
        guard lintShelf.folder != nil else { return }
        while !Task.isCancelled {
            _ = try await refreshLintRules()
            try await clock.sleep(until: clock.now + Self.lookEvery)
        }
    }

    /// Reads the folder now. A change goes into the record, a bad file into the log; neither keeps
    /// the desk from working with what is in force.
    func refreshLintRules() async throws -> Bool {
        let hasChanged: Bool
        do {
            hasChanged = try lintShelf.refresh()
        } catch {
            logger.error(
                "The folder of rules cannot be read; the rules in force stay.",
                metadata: ["folder": "\(lintShelf.folder ?? "")", "error": "\(error)"])
            return false
        }
        guard hasChanged else { return false }
        let note = lintShelf.note
        for refusal in note.refused {
            logger.error(
                "A file of rules was refused; its last good version stays.",
                metadata: [
                    "file": "\(refusal.name):\(refusal.line ?? 0)", "key": "\(refusal.key)",
                    "reason": "\(refusal.reason)",
                ])
        }
        try await act(service: .lint) { transaction in
            try transaction.record(.chronicle(.lintRulesLoaded(note)))
        }
        return true
    }

    /// Today in the desk's zone, for what a team accepts until a day.
    var lintDay: String {
        let zone = TimeZone(identifier: settings.timeZone) ?? TimeZone(secondsFromGMT: 0)
        var calendar = Calendar(identifier: .gregorian)
        if let zone { calendar.timeZone = zone }
        let instant = Date(timeIntervalSince1970: Double(clock.now.milliseconds) / 1000)
        let day = calendar.dateComponents([.year, .month, .day], from: instant)
        func digits(_ value: Int?, _ width: Int) -> String {
            let text = String(value ?? 0)
            return String(repeating: "0", count: max(0, width - text.count)) + text
        }
        return "\(digits(day.year, 4))-\(digits(day.month, 2))-\(digits(day.day, 2))"
    }
}
