import Glibc
import HelpDesk
import SwiftExtensions
import Synchronization

/// Sealed contents that are too large for the database: files beside it, each named by the digest
/// of what it holds. A file is on the disk before the transaction that names it commits, so a crash
/// leaves at most a file that nothing names; `sweep` removes those.
final class ContentFiles: Sendable {
    /// Nil for a desk in memory.
    private let folder: String?
    private let inMemory = Mutex<[String: [UInt8]]>([:])
    /// Largest sealed file that is read back.
    private static let limit = 128 << 20

    init(folder: String?) { self.folder = folder }

    /// Beside the database file.
    convenience init(besideDatabase path: String) {
        let parent = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        self.init(folder: parent + "/files")
    }

    /// Keeps sealed bytes under a digest; a file of that digest that is there already stays.
    func put(_ digest: String, _ sealed: () throws -> [UInt8]) throws {
        guard let folder else {
            let bytes = try sealed()
            inMemory.withLock { $0[digest] = $0[digest] ?? bytes }
            return
        }
        let path = try Self.path(of: digest, in: folder)
        guard access(path, F_OK) != 0 else { return }
        try Self.makeFolder(folder)
        try Self.makeFolder(String(path.dropLast(65)))
        try SecretFile.create(path, try sealed())
    }

    /// The sealed bytes; nil when there are none.
    func get(_ digest: String) throws -> [UInt8]? {
        guard let folder else { return inMemory.withLock { $0[digest] } }
        let path = try Self.path(of: digest, in: folder)
        do throws(FileFailure) {
            return try FileBytes.read(path, limit: Self.limit)
        } catch {
            guard error.errorNumber == ENOENT else {
                throw UnsafePath.error(path, "unreadable")
            }
            return nil
        }
    }

    func remove(_ digest: String) throws {
        guard let folder else {
            inMemory.withLock { _ = $0.removeValue(forKey: digest) }
            return
        }
        unlink(try Self.path(of: digest, in: folder))
    }

    /// Digests of all files, those of unfinished writes not among them.
    func all() throws -> [String] {
        guard let folder else { return inMemory.withLock { $0.keys.sorted() } }
        guard access(folder, F_OK) == 0 else { return [] }
        return try FolderListing.names(in: folder).filter { $0.utf8.count == 2 }.flatMap { part in
            try FolderListing.names(in: "\(folder)/\(part)").filter { Self.isDigest($0) }
        }
    }

    /// A folder of its own for each first byte, so that no folder holds too many names.
    private static func path(of digest: String, in folder: String) throws -> String {
        guard isDigest(digest) else {
            throw DeskError(.internalError, detail: "A content file needs a digest as its name.")
        }
        return "\(folder)/\(digest.prefix(2))/\(digest)"
    }

    private static func isDigest(_ text: String) -> Bool {
        text.utf8.count == 64
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    private static func makeFolder(_ path: String) throws {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else {
            throw UnsafePath.error(path, "not-creatable")
        }
    }
}
