import Foundation
import HelpDesk

/// Rows as they were after some event, kept so that a look back need not fold the whole log.
struct Snapshot: Hashable {
    var path: String
    var sequence: Int64
}

/// The folder of snapshots beside a database. Those that another version of the schema made are of
/// no use any more and are removed.
struct SnapshotShelf {
    let folder: String
    private let schema: String

    /// A gap between two kept snapshots is at most this part of the newer one's age, in events:
    /// the further back, the fewer there are.
    private static let density: Int64 = 16
    /// Shorter folds than this are not worth a file.
    static let shortest: Int64 = 5_000

    init(besideDatabase path: String) {
        folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) + "/past"
        let steps = Migrations.all.map(\.identifier).joined(separator: " ")
        schema = String(ContentDigest.of(steps).prefix(16))
    }

    /// Makes the folder and throws away what an earlier process left.
    func prepare() throws {
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: folder, withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700])
        let known = Set(all().map(\.path))
        for name in try manager.contentsOfDirectory(atPath: folder) {
            let path = folder + "/" + name
            if !known.contains(path) { try manager.removeItem(atPath: path) }
        }
    }

    /// Oldest first.
    func all() -> [Snapshot] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.compactMap { name in
            let parts = name.split(separator: ".")
            guard parts.count == 3, parts[0] == schema, parts[2] == "rows",
                let sequence = Int64(parts[1])
            else { return nil }
            return Snapshot(path: folder + "/" + name, sequence: sequence)
        }.sorted { $0.sequence < $1.sequence }
    }

    /// The newest one that is not after an event.
    func newest(through sequence: Int64) -> Snapshot? {
        all().last { $0.sequence <= sequence }
    }

    /// A new name for a working file.
    func workingPath() -> String { "\(folder)/\(UUID().uuidString).working" }

    /// Keeps a copy of a file that was folded so far, whole or not at all, and thins the others.
    func keep(_ file: PastFile, end: Int64) throws {
        let path = "\(folder)/\(schema).\(file.sequence).rows"
        let manager = FileManager.default
        guard !manager.fileExists(atPath: path) else { return }
        let working = workingPath()
        try manager.copyItem(atPath: file.path, toPath: working)
        guard rename(working, path) == 0 else { throw UnsafePath.error(path, "not-writable") }
        for stale in Self.superfluous(all(), end: end) {
            try? manager.removeItem(atPath: stale.path)
        }
    }

    /// Those without which the gaps are still short for their age.
    static func superfluous(_ snapshots: [Snapshot], end: Int64) -> [Snapshot] {
        var kept: Snapshot?
        var dropped: [Snapshot] = []
        for (index, snapshot) in snapshots.enumerated().reversed() {
            let older = index > 0 ? snapshots[index - 1].sequence : 0
            if let kept, index > 0, kept.sequence - older <= (end - kept.sequence) / density {
                dropped.append(snapshot)
            } else {
                kept = snapshot
            }
        }
        return dropped
    }
}
