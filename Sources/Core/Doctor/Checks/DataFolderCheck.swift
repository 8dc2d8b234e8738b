import Glibc

extension DoctorCheck {
    /// The folder must be this user's alone, as the core demands at its start.
    static func dataFolder(_ path: String) -> DoctorCheck {
        local(path) { [dataFolderFinding(path, userID: $0.surroundings.userID)] }
    }

    private static func dataFolderFinding(_ path: String, userID: UInt32) -> DoctorFinding {
        let facts: FileFacts?
        do { facts = try FileFacts.of(path) } catch {
            return DoctorFinding(.dataUnreadable, path, ["reason": error.reason])
        }
        guard let facts else {
            let parent = FileFacts.nearestFolder(above: path)
            let canMake = access(parent, W_OK | X_OK) == 0
            return DoctorFinding(canMake ? .dataMissing : .dataNotCreatable, path)
        }
        guard facts.kind == .folder else { return DoctorFinding(.dataNotAFolder, path) }
        guard !facts.isOpenToOthers else {
            return DoctorFinding(.dataOpenToOthers, path, ["mode": facts.mode])
        }
        guard facts.owner == userID else {
            // Root may look at everything; whether the core can work there it cannot tell.
            let code: DoctorCode = userID == 0 ? .dataOtherAccount : .dataForeignOwner
            return DoctorFinding(code, path, ["owner": String(facts.owner)])
        }
        guard let process = CoreLock.holder(ofFolder: path) else {
            return DoctorFinding(.dataOk, path)
        }
        return DoctorFinding(.dataCoreRunning, path, ["pid": process])
    }
}

/// The lock by which one core at a time owns a data folder.
package enum CoreLock {
    /// The process that holds the lock, `?` when it did not say its number; nil when nobody does.
    package static func holder(ofFolder folder: String) -> String? {
        let file = open(folder + "/lock", O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else { return nil }
        defer { close(file) }
        // A shared lock for a moment: it is refused exactly when a core has the folder.
        guard flock(file, LOCK_SH | LOCK_NB) != 0 else {
            flock(file, LOCK_UN)
            return nil
        }
        var bytes = [UInt8](repeating: 0, count: 20)
        let count = pread(file, &bytes, bytes.count, 0)
        let digits = bytes.prefix(max(0, count)).prefix { (48...57).contains($0) }
        return digits.isEmpty ? "?" : String(decoding: digits, as: UTF8.self)
    }
}
