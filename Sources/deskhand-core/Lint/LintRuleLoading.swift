import Compliance
import Core
import Foundation

/// The rules that a command lints by.
enum LintRuleLoading {
    /// The desk's rules with those of a folder on top. Each file that is refused is told on standard
    /// error with line and reason; a folder that cannot be read, or a bad file, is exit code 2.
    static func book(folder: String?) throws -> RuleBook {
        guard let folder else { return .builtIn }
        let files: [LintFolder.File]
        do { files = try LintFolder.files(in: folder) } catch {
            throw ProgramFailure(
                message: "deskhand: \(folder): cannot be read: \(error.localizedDescription)",
                code: 2)
        }
        var team = TeamRules()
        team.load(files.map { ($0.name, $0.text) })
        guard team.faults.isEmpty else {
            let lines = team.faults.map { fault in
                let place = fault.line.map { ":\($0)" } ?? ""
                let key = fault.key.isEmpty ? "" : "\(fault.key): "
                return "deskhand: \(folder)/\(fault.file)\(place): \(key)\(fault.reason)"
            }
            throw ProgramFailure(message: lines.joined(separator: "\n"), code: 2)
        }
        return team.book
    }
}
