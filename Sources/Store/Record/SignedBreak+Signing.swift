package import HelpDesk
import SwiftExtensions

extension SignedBreak {
    private static let version: UInt8 = 1

    /// What the signature is over.
    private func signedBytes(log: String) -> [UInt8] {
        var fields = CanonicalBytes(version: Self.version, capacity: 256)
        fields.add("deskhand break")
        fields.add(log)
        fields.add(found.name)
        fields.add(after)
        fields.add(head)
        return fields.bytes
    }

    static func signed(
        _ found: RecordBreak, log: String, after last: ChainHead, with key: AuditKey
    ) throws -> SignedBreak {
        var word = SignedBreak(
            found: found, after: last.sequence, head: last.hash.hex, signature: "")
        word.signature = try key.sign(word.signedBytes(log: log))
        return word
    }

    /// Whether the keeper of this log signed it; `publicKey` in lower-case hex.
    func isSigned(log: String, by publicKey: String) -> Bool {
        AuditKey.isValid(signature, of: signedBytes(log: log), by: publicKey)
    }
}

extension DeskDatabase {
    /// The core's word that it names a break of its record, as the transaction's next entry.
    package func name(_ found: RecordBreak, in transaction: WriteTransaction) throws {
        try transaction.record(
            .chronicle(
                .breakSigned(
                    .signed(found, log: log, after: transaction.head, with: auditKey))))
    }
}
