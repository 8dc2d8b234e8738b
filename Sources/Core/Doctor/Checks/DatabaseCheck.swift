import Glibc
import HelpDesk
import Settings
import Store

extension DoctorCheck {
    /// Looks at the database by a connection of its own that cannot write, so that a running core
    /// is not disturbed and an old database is not changed.
    static func database(_ folder: String) -> DoctorCheck {
        let path = folder + "/desk.sqlite"
        return local(
            path, limit: { Limit(duration: $0.integrityLimit, code: .databaseSlow) }
        ) { _ in databaseFindings(path, folder) }
    }

    private static func databaseFindings(_ path: String, _ folder: String) -> [DoctorFinding] {
        guard access(path, F_OK) == 0 else { return [DoctorFinding(.databaseNone, path)] }
        do {
            let inspection = try DatabaseInspection(path: path)
            defer { inspection.close() }
            var findings = try findings(inspection, path)
            if let key = contentKey(folder), try inspection.sealedContent(opensWith: key) == false {
                findings.append(DoctorFinding(.keyMismatch, folder + "/content.key"))
            }
            return findings
        } catch {
            return [DoctorFinding(.databaseUnreadable, path, ["reason": "\(error)"])]
        }
    }

    private static func findings(
        _ inspection: DatabaseInspection, _ path: String
    ) throws -> [DoctorFinding] {
        let problems = try inspection.problems()
        if let first = problems.first {
            return [
                DoctorFinding(
                    .databaseDamaged, path, ["count": String(problems.count), "problem": first])
            ]
        }
        return switch try inspection.age() {
        case .current: [DoctorFinding(.databaseOk, path)]
        case .older: [DoctorFinding(.databaseOlder, path)]
        case .newer: [DoctorFinding(.databaseTooNew, path)]
        }
    }

    /// Nil when there is no usable key file; the check of the key files says why.
    private static func contentKey(_ folder: String) -> ContentKey? {
        let path = folder + "/content.key"
        guard access(path, R_OK) == 0 else { return nil }
        return try? ContentKey.load(orCreateAt: path)
    }
}

/// What the desk knows already, for checks that need an example.
enum KnownOrders {
    /// The store's newest order; nil without one, or when the database cannot be read.
    static func newest(of store: StoreID, in configuration: Configuration) -> Order? {
        let path = configuration.core.data + "/desk.sqlite"
        guard access(path, F_OK) == 0, let inspection = try? DatabaseInspection(path: path) else {
            return nil
        }
        defer { inspection.close() }
        return try? inspection.newestOrder(of: store)
    }
}
