import Crypto
import Foundation
import HelpDesk
import Store

/// Checks an export's folder against its manifest, without any database.
package struct ExportCheck {
    /// What is wrong, in plain words for programs; empty means all is as it was signed.
    package private(set) var problems: [String] = []
    package private(set) var manifest: ExportManifest?

    /// `publicKey` is the desk's, in lower-case hex, from somewhere else than the export; without
    /// it only somebody who has no key of a desk at all is found out.
    package init(folder: String, publicKey: String?) {
        guard let data = FileManager.default.contents(atPath: folder + "/manifest.json"),
            let manifest = try? JSONDecoder().decode(ExportManifest.self, from: data)
        else {
            problems = ["manifest.json: unreadable"]
            return
        }
        self.manifest = manifest
        checkSignature(manifest, publicKey)
        for file in manifest.files { check(file, in: folder) }
        let known = Set(manifest.files.map(\.name) + ["manifest.json"])
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.sorted() where !known.contains(name) {
            problems.append("\(name): not in the manifest")
        }
    }

    private mutating func checkSignature(_ manifest: ExportManifest, _ publicKey: String?) {
        let bytes = (try? manifest.signedBytes()) ?? []
        if !AuditKey.isValid(manifest.signature, of: bytes, by: manifest.publicKey) {
            problems.append("manifest.json: not what was signed")
        } else if let publicKey, publicKey != manifest.publicKey {
            problems.append("manifest.json: signed with another key")
        }
        guard let checkpoint = manifest.checkpoint else {
            problems.append("manifest.json: no checkpoint")
            return
        }
        if !checkpoint.isSigned || checkpoint.key != manifest.publicKey {
            problems.append("manifest.json: checkpoint not what was signed")
        } else if checkpoint.log != manifest.log || checkpoint.entries < manifest.lastEvent {
            problems.append("manifest.json: checkpoint does not cover the last event")
        }
    }

    private mutating func check(_ file: ExportManifest.File, in folder: String) {
        guard !file.name.contains("/"),
            let handle = FileHandle(forReadingAtPath: folder + "/" + file.name)
        else {
            problems.append("\(file.name): missing")
            return
        }
        defer { try? handle.close() }
        var hash = SHA256()
        while let part = try? handle.read(upToCount: 1 << 20), !part.isEmpty {
            hash.update(data: part)
        }
        if HexText.of(hash.finalize()) != file.sha256 {
            problems.append("\(file.name): not what was exported")
        }
    }
}
