import Glibc

extension DoctorCheck {
    /// Mail that cannot be stored is refused, so the space is watched long before it ends.
    static func disk(_ path: String) -> DoctorCheck {
        local(path) { context in
            let folder = access(path, F_OK) == 0 ? path : FileFacts.nearestFolder(above: path)
            guard let bytes = context.surroundings.freeBytes(folder) else {
                return [DoctorFinding(.diskUnknown, path)]
            }
            return [DoctorFinding(DiskSpace.code(bytes), path, ["free": DiskSpace.words(bytes)])]
        }
    }
}

/// Free space, and what it means.
enum DiskSpace {
    static let lowest: UInt64 = 200_000_000
    static let low: UInt64 = 2_000_000_000

    static func code(_ bytes: UInt64) -> DoctorCode {
        bytes < lowest ? .diskFull : bytes < low ? .diskLow : .diskOk
    }

    /// In megabytes or gigabytes, rounded down.
    static func words(_ bytes: UInt64) -> String {
        bytes < 10_000_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes / 1_000_000_000) GB"
    }

    /// What this user may still fill, without the part that is root's alone.
    static func free(at path: String) -> UInt64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return UInt64(status.f_bavail) * UInt64(status.f_frsize)
    }
}
