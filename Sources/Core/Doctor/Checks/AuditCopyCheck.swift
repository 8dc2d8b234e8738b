import Glibc
import Settings
import SwiftExtensions

extension DoctorCheck {
    /// Without a second place nobody finds a record that was cut short or written anew
    /// (helpdesk section 15.4).
    static func auditCopy(_ settings: AuditSettings, data: String) -> DoctorCheck {
        local(settings.copyFolder ?? settings.copyCommand.first ?? "audit") { context in
            if let folder = settings.copyFolder,
                (try? FileStatus(path: folder))?.isDirectory != true
                    || access(folder, W_OK | X_OK) != 0
            {
                return [DoctorFinding(.auditUnreachable, folder)]
            }
            if let program = settings.copyCommand.first, access(program, X_OK) != 0 {
                return [DoctorFinding(.auditUnreachable, program)]
            }
            guard let place = settings.copyFolder ?? settings.copyCommand.first else {
                return [DoctorFinding(.auditNoCopy, "audit")]
            }
            // Root may write anywhere; whether the core's own account may, it cannot tell.
            let owner = (try? FileFacts.of(data))??.owner
            guard context.surroundings.userID != 0 || owner == nil || owner == 0 else {
                return [
                    DoctorFinding(
                        .auditOtherAccount, place, ["owner": owner.map { String($0) } ?? "?"])
                ]
            }
            return [DoctorFinding(.auditOk, place)]
        }
    }
}
