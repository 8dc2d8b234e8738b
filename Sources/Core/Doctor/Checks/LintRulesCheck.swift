import Compliance
import Foundation
import Settings

extension DoctorCheck {
    /// Each file of the team's rules as the linter would take it now, with its examples. The desk's
    /// own are held by tests.
    static func lintRules(_ folder: String?) -> DoctorCheck {
        local(
            folder ?? "lint_rules",
            limit: { Limit(duration: $0.integrityLimit, code: .machineSlow) }
        ) { _ in
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
                return [
                    DoctorFinding(
                        .lintRulesUnreadable, folder, ["detail": error.localizedDescription])
                ]
            }
        }
    }

    private static func finding(_ fault: LintTableFault, in folder: String) -> DoctorFinding {
        let path = "\(folder)/\(fault.file)"
        return DoctorFinding(
            .lintRulesInvalid, fault.line.map { "\(path):\($0)" } ?? path,
            ["key": fault.key.isEmpty ? "-" : fault.key, "detail": fault.reason])
    }
}
