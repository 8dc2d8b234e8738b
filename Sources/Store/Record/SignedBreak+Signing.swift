package import HelpDesk
import SwiftExtensions

extension SignedBreak {
    private static let version: UInt8 = 1

    /// What the signature is over.
    private static func signedBytes(_ found: RecordBreak, log: String) -> [UInt8] {
        var fields = CanonicalBytes(version: version, capacity: 160)
        fields.add("deskhand break")
        fields.add(log)
        fields.add(found.name)
        return fields.bytes
    }

    static func signed(_ found: RecordBreak, log: String, with key: AuditKey) throws -> SignedBreak
    {
        SignedBreak(found: found, signature: try key.sign(signedBytes(found, log: log)))
    }

    /// Whether the keeper of this log signed it; `publicKey` in lower-case hex.
    func isSigned(log: String, by publicKey: String) -> Bool {
        AuditKey.isValid(signature, of: Self.signedBytes(found, log: log), by: publicKey)
    }
}

extension DeskDatabase {
    /// The core's word that it names a break of its record.
    package func word(for found: RecordBreak) throws -> SignedBreak {
        try .signed(found, log: log, with: auditKey)
    }
}
