import Crypto
import Foundation
import HelpDesk
import Store

/// A folder that an export fills: data files, each hashed as it grows, and at last the manifest.
package final class ExportFolder {
    private let path: String
    private var handle: FileHandle?
    private var hash = SHA256()
    private var current: ExportManifest.File?
    private var files: [ExportManifest.File] = []

    /// Makes the folder, which must not exist. Throws `dataFolderUnsafe` (arguments `path`,
    /// `reason`) when it does or cannot be made.
    package init(_ path: String) throws {
        self.path = path
        guard mkdir(path, 0o700) == 0 else {
            throw Self.unsafe(path, errno == EEXIST ? "exists" : "not-creatable")
        }
    }

    /// Begins a data file.
    package func begin(_ name: String) throws {
        try end()
        let file = path + "/" + name
        guard
            FileManager.default.createFile(
                atPath: file, contents: nil, attributes: [.posixPermissions: 0o600]),
            let handle = FileHandle(forWritingAtPath: file)
        else { throw Self.unsafe(file, "not-writable") }
        self.handle = handle
        hash = SHA256()
        current = ExportManifest.File(name: name, rows: 0, bytes: 0, sha256: "")
    }

    /// Appends text to the file that was begun; `rows` of it count.
    package func write(_ text: String, rows: Int = 1) throws {
        let data = Data(text.utf8)
        try handle?.write(contentsOf: data)
        hash.update(data: data)
        current?.rows += rows
        current?.bytes += data.count
    }

    /// Rows of all files so far.
    package var rows: Int { files.reduce(current?.rows ?? 0) { $0 + $1.rows } }

    /// Ends the export with its signed manifest; returns that one's digest.
    package func finish(
        _ manifest: ExportManifest, signing: (_ bytes: [UInt8]) throws -> String
    ) throws -> String {
        try end()
        var manifest = manifest
        manifest.files = files
        manifest.signature = try signing(try manifest.signedBytes())
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        let data = try encoder.encode(manifest)
        try begin("manifest.json")
        try handle?.write(contentsOf: data)
        try handle?.close()
        handle = nil
        return ContentDigest.of([UInt8](data))
    }

    private func end() throws {
        guard let handle, var file = current else { return }
        try handle.synchronize()
        try handle.close()
        file.sha256 = HexText.of(hash.finalize())
        files.append(file)
        self.handle = nil
        current = nil
    }

    private static func unsafe(_ path: String, _ reason: String) -> DeskError {
        DeskError(.dataFolderUnsafe, ["path": path, "reason": reason])
    }
}
