package import HelpDesk
import Store
package import Wire

extension ReadAttachment: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let held = try desk.fileGrants.grant(grant, of: caller, now: desk.clock.now)
        guard offset >= 0 else { throw DeskError(.badRequest, ["field": "offset"]) }
        let bytes = try await whole(held.digest, desk)
        let end = min(
            bytes.count, offset.addingReportingOverflow(WireBytes.largestChunk).partialValue)
        guard offset < end else {
            desk.fileGrants.finish(grant, held.digest)
            return Reply(bytes: WireBytes([]))
        }
        return Reply(bytes: WireBytes(Array(bytes[offset..<end])))
    }

    private func whole(_ digest: String, _ desk: Desk) async throws -> [UInt8] {
        if let bytes = desk.fileGrants.loaded(digest) { return bytes }
        let bytes = try await desk.database.read { try $0.fileBytes(digest) }
        guard let bytes else { throw DeskError(.fileErased) }
        desk.fileGrants.load(digest, bytes)
        return bytes
    }
}
