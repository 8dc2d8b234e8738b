package import HelpDesk
import SwiftExtensions

extension Checkpoint {
    private static let version: UInt8 = 1

    /// What the signature is over.
    var signedBytes: [UInt8] {
        var fields = CanonicalBytes(version: Self.version, capacity: 320)
        fields.add("deskhand checkpoint")
        fields.add(log)
        fields.add(number)
        fields.add(entries)
        fields.add(head)
        fields.add(at.milliseconds)
        fields.add(previous)
        fields.add(key)
        return fields.bytes
    }

    /// What the next checkpoint names as the one before it.
    var digest: String {
        var fields = CanonicalBytes(version: Self.version, capacity: 480)
        fields.add(signedBytes)
        fields.add(signature)
        return Hash256(of: fields.bytes).hex
    }

    /// Signed by the key that it names, whosesoever that is.
    package var isSigned: Bool { AuditKey.isValid(signature, of: signedBytes, by: key) }

    /// The next checkpoint of a log.
    static func signed(
        log: String, covering head: ChainHead, at now: Timestamp, after last: Checkpoint?,
        with key: AuditKey
    ) throws -> Checkpoint {
        var checkpoint = Checkpoint(
            log: log, number: (last?.number ?? 0) + 1, entries: head.sequence,
            head: head.hash.hex, at: now, previous: last?.digest ?? Checkpoint.noPrevious,
            key: key.publicKey, signature: "")
        checkpoint.signature = try key.sign(checkpoint.signedBytes)
        return checkpoint
    }
}
