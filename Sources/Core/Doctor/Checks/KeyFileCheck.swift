import Glibc

extension DoctorCheck {
    /// The two keys of an installation: one seals contents, one recognises buyers.
    static func keyFiles(_ folder: String) -> DoctorCheck {
        local(folder + "/content.key") { context in
            let hasDatabase = access(folder + "/desk.sqlite", F_OK) == 0
            return ["content.key", "digest.key"].map { name in
                keyFinding(
                    "\(folder)/\(name)", hasDatabase: hasDatabase,
                    userID: context.surroundings.userID)
            }
        }
    }

    private static func keyFinding(
        _ path: String, hasDatabase: Bool, userID: UInt32
    ) -> DoctorFinding {
        let facts: FileFacts?
        do { facts = try FileFacts.of(path) } catch {
            return DoctorFinding(.keyUnreadable, path, ["reason": error.reason])
        }
        guard let facts else { return DoctorFinding(hasDatabase ? .keyMissing : .keyNotYet, path) }
        guard facts.kind == .file else { return DoctorFinding(.keyNotAFile, path) }
        guard !facts.isOpenToOthers else {
            return DoctorFinding(.keyOpenToOthers, path, ["mode": facts.mode])
        }
        guard facts.owner == userID || userID == 0 else {
            return DoctorFinding(.keyForeignOwner, path, ["owner": String(facts.owner)])
        }
        guard facts.byteCount == 32 else {
            return DoctorFinding(.keyLength, path, ["count": String(facts.byteCount)])
        }
        return DoctorFinding(.keyOk, path)
    }
}
