import Compliance
import Foundation
import Settings

extension DoctorCheck {
    /// The rules that the linter would take now: the desk's own with their examples, and each file
    /// of the team's.
    static func lintRules(_ folder: String?) -> DoctorCheck {
        local(folder ?? "lint_rules") { _ in
            do throws(LintTableFault) { try RuleBook.check() } catch {
                return [finding(error, in: nil)]
            }
            guard let folder else { return [DoctorFinding(.lintRulesNone, "lint_rules")] }
            do {
                let files = try LintFolder.files(in: folder)
                var team = TeamRules()
                team.load(files.map { ($0.name, $0.text) })
                guard team.faults.isEmpty else {
                    return team.faults.map { finding($0, in: folder) }
                }
                return [DoctorFinding(.lintRulesOk, folder, ["count": String(files.count)])]
            } catch {
                let reason = (error as NSError).underlyingErrors.first.map {
                    ($0 as NSError).localizedDescription
                }
                return [
                    DoctorFinding(
                        .lintRulesUnreadable, folder,
                        ["detail": reason ?? error.localizedDescription])
                ]
            }
        }
    }

    private static func finding(_ fault: LintTableFault, in folder: String?) -> DoctorFinding {
        let path = folder.map { "\($0)/\(fault.file)" } ?? fault.file
        return DoctorFinding(
            .lintRulesInvalid, fault.line.map { "\(path):\($0)" } ?? path,
            ["key": fault.key.isEmpty ? "-" : fault.key, "detail": fault.reason])
    }
}
