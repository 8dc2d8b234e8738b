import HelpDesk
import SwiftExtensions

/// An entry of the log as it stands in its row, for sealing and for checking.
struct SealedEntry {
    /// What every entry is hashed with: the form of the bytes, and the log that it belongs to.
    static let version: UInt8 = 1

    var sequence: Int64
    var at: Int64
    /// The latest instant that the log had seen when this was written: where the clock was set
    /// back it stands still, and `at` lies behind it.
    var counter: Int64
    var actor: String
    var session: String?
    var request: Int64?
    var kind: String
    var ticket: Int64?
    var payload: String

    /// SHA-256 over all of the entry and the hash of the one before.
    func hash(log: String, after previous: Hash256) -> Hash256 {
        var fields = CanonicalBytes(version: Self.version, capacity: payload.utf8.count + 256)
        fields.add(log)
        fields.add(sequence)
        fields.add(at)
        fields.add(counter)
        fields.add(actor)
        if let session { fields.add(session) } else { fields.addNothing() }
        if let request { fields.add(request) } else { fields.addNothing() }
        fields.add(kind)
        if let ticket { fields.add(ticket) } else { fields.addNothing() }
        fields.add(payload)
        fields.add(previous.bytes)
        return Hash256(of: fields.bytes)
    }
}

/// The end of the chain: what the next entry is linked to.
struct ChainHead: Hashable {
    var sequence: Int64
    var counter: Int64
    var hash: Hash256

    /// Before the first entry; differs for each log.
    static func beginning(of log: String) -> ChainHead {
        ChainHead(sequence: 0, counter: .min, hash: Hash256(of: Array("deskhand log \(log)".utf8)))
    }
}
