import Crypto
import Foundation
import Glibc
import HelpDesk

/// The key that signs checkpoints (Ed25519). Only the core's account can read its file.
package struct AuditKey: Sendable {
    private let privateKey: Curve25519.Signing.PrivateKey

    private init(bytes: [UInt8]) throws {
        privateKey = try Curve25519.Signing.PrivateKey(rawRepresentation: Data(bytes))
    }

    private init(_ key: Curve25519.Signing.PrivateKey) {
        privateKey = key
    }

    /// A key of this process's own, for databases in memory.
    package static let forTests = AuditKey(Curve25519.Signing.PrivateKey())

    /// The public key in lower-case hex: what everybody may know.
    package var publicKey: String { HexText.of(privateKey.publicKey.rawRepresentation) }

    func sign(_ bytes: [UInt8]) throws -> String {
        HexText.of(try privateKey.signature(for: bytes))
    }

    /// Whether `signature` over `bytes` is by the owner of `publicKey` (both lower-case hex).
    package static func isValid(_ signature: String, of bytes: [UInt8], by publicKey: String)
        -> Bool
    {
        guard let signature = HexText.bytes(of: signature),
            let key = HexText.bytes(of: publicKey),
            let verifier = try? Curve25519.Signing.PublicKey(rawRepresentation: key)
        else { return false }
        return verifier.isValidSignature(signature, for: bytes)
    }

    /// Reads `audit.key` in the database's folder, or makes one that only its owner may read.
    /// Throws `dataFolderUnsafe` (arguments `path`, `reason`) for a file that others may open or
    /// that holds no key.
    static func load(besideDatabase path: String) throws -> AuditKey {
        let file = path.lastIndex(of: "/").map { path[...$0] + "audit.key" } ?? "audit.key"
        return try load(orCreateAt: String(file))
    }

    /// `load(besideDatabase:)` by the key file's own path.
    package static func load(orCreateAt path: String) throws -> AuditKey {
        if let key = try load(path) { return key }
        try SecretFile.create(
            path, Array(Curve25519.Signing.PrivateKey().rawRepresentation))
        guard let key = try load(path) else { throw UnsafePath.error(path, "unreadable") }
        return key
    }

    /// The key in a file; nil when there is no such file.
    package static func load(_ path: String) throws -> AuditKey? {
        let file = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
        guard file >= 0 else {
            guard errno == ENOENT else { throw UnsafePath.error(path, "unreadable") }
            return nil
        }
        defer { _ = Glibc.close(file) }
        try UnsafePath.check(file, isFolder: false, path: path)
        var bytes = [UInt8](repeating: 0, count: 33)
        guard Glibc.read(file, &bytes, bytes.count) == 32 else {
            throw UnsafePath.error(path, "key-length")
        }
        return try AuditKey(bytes: Array(bytes.prefix(32)))
    }
}
