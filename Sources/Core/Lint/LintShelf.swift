import Compliance
import Foundation
import HelpDesk
import Store
import Synchronization

/// The linter's rules in force: those of the desk, and those of a team's folder as it was when
/// somebody looked last. A bad file leaves its last good version in force.
final class LintShelf: Sendable {
    private struct State {
        var team = TeamRules()
        var seen: [LintFolder.File]?
    }

    /// The team's folder; nil when the configuration names none.
    let folder: String?
    private let state = Mutex(State())

    init(folder: String?) {
        self.folder = folder
    }

    /// The rules as they stand.
    var team: TeamRules { state.withLock { $0.team } }
    var book: RuleBook { state.withLock { $0.team.book } }

    /// Reads the folder, and takes its files if any is new or another than before. Returns whether
    /// anything changed. Throws what the system says of a folder that cannot be read; the rules in
    /// force then stay.
    func refresh() throws -> Bool {
        guard let folder else { return false }
        let files = try LintFolder.files(in: folder)
        guard state.withLock({ $0.seen }) != files else { return false }
        var team = team
        team.load(files.map { ($0.name, $0.text) })
        state.withLock { ($0.team, $0.seen) = (team, files) }
        return true
    }

    /// What stands in the record of the rules in force.
    var note: LintRulesNote {
        let state = state.withLock { $0 }
        let files = state.team.inForce.map { file in
            LintRulesNote.File(
                name: file.name, version: file.version, digest: ContentDigest.of(file.text))
        }
        let refused = state.team.faults.map { fault in
            LintRulesNote.Refusal(
                name: fault.file, line: fault.line, key: fault.key, reason: fault.reason)
        }
        return LintRulesNote(files: files, refused: refused)
    }
}

/// A team's folder of rule files.
package enum LintFolder {
    package struct File: Equatable, Sendable {
        package let name: String
        package let text: String
    }

    /// More than any team writes by hand; what is larger is a mistake.
    private static let longestFile = 1 << 20

    /// The files `*.toml` of a folder by name. Throws what the system says when the folder or one
    /// of them cannot be read; a file that is too long or not UTF-8 counts as unreadable.
    package static func files(in folder: String) throws -> [File] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
            .filter { $0.hasSuffix(".toml") && !$0.hasPrefix(".") }.sorted()
        return try names.map { name in
            let path = folder + "/" + name
            let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
            guard data.count <= longestFile, let text = String(data: data, encoding: .utf8) else {
                throw CocoaError(.fileReadCorruptFile, userInfo: [NSFilePathErrorKey: path])
            }
            return File(name: name, text: text)
        }
    }
}
