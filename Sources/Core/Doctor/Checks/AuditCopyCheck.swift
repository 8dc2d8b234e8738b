import Glibc
import Settings
import SwiftExtensions

extension DoctorCheck {
    /// Without a second place nobody finds a record that was cut short or written anew
    /// (helpdesk section 15.4).
    static func auditCopy(_ settings: AuditSettings) -> DoctorCheck {
        local(settings.copyFolder ?? settings.copyCommand.first ?? "audit") { _ in
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
            return [DoctorFinding(.auditOk, place)]
        }
    }
}
