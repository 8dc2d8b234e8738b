import Glibc
import HelpDesk
import Settings
import Store
import SwiftExtensions

extension DoctorCheck {
    /// When the platform's credentials end: by the desk's record, else by the age of their files.
    static func credentials(_ configuration: Configuration) -> DoctorCheck {
        local("credentials") { context in
            let known = known(configuration)
            let estimates = CredentialFiles.renewals(configuration)
            return subjects(configuration).map { subject in
                let estimate = estimates.first { $0.subject == subject }.map {
                    CredentialRecord(
                        subject: subject, renewedAt: $0.at, isEstimated: true)
                }
                return finding(
                    subject, known.first { $0.subject == subject } ?? estimate,
                    context.surroundings.now())
            }
        }
    }

    private static func subjects(_ configuration: Configuration) -> [CredentialSubject] {
        let stores = configuration.stores.filter {
            $0.channel == "amazon" && $0.refreshToken != nil
        }
        return stores.map { .authorisation(StoreID($0.id)) }
            + (configuration.amazon == nil ? [] : [.clientSecret])
    }

    private static func known(_ configuration: Configuration) -> [CredentialRecord] {
        let path = configuration.core.data + "/desk.sqlite"
        guard access(path, F_OK) == 0, let inspection = try? DatabaseInspection(path: path) else {
            return []
        }
        defer { inspection.close() }
        return (try? inspection.credentials()) ?? []
    }

    private static func finding(
        _ subject: CredentialSubject, _ record: CredentialRecord?, _ now: Timestamp
    ) -> DoctorFinding {
        let isSecret = subject == .clientSecret
        let name = subject.store?.rawValue ?? "amazon.client_secret"
        guard let record else {
            return DoctorFinding(isSecret ? .secretUnknown : .consentUnknown, name)
        }
        let days = CredentialCalendar.days(until: record.dueAt, now: now)
        let arguments = [
            "days": String(abs(days)), "date": String(record.dueAt.iso8601.prefix(10)),
        ]
        switch CredentialCalendar.stage(dueAt: record.dueAt, now: now) {
        case nil: return DoctorFinding(isSecret ? .secretOk : .consentOk, name, arguments)
        case 0: return DoctorFinding(isSecret ? .secretOverdue : .consentOverdue, name, arguments)
        default: return DoctorFinding(isSecret ? .secretDue : .consentDue, name, arguments)
        }
    }
}
