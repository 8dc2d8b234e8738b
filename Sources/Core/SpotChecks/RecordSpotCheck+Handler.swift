package import HelpDesk
import Store
package import Wire

extension RecordSpotCheck: DeskCall {
    package static let need: Need = .verb(.spotCheck)

    package func run(in desk: Desk, as caller: Principal) async throws -> SpotCheck {
        guard note.count <= 500, (0...1_000_000).contains(platformCount ?? 0) else {
            throw DeskError(.badRequest, ["field": "note", "limit": "500"])
        }
        guard let result = SpotCheckFinding.Result(rawValue: result.rawValue) else {
            throw DeskError(.badRequest, ["field": "result"])
        }
        return try await desk.act(as: caller) { transaction in
            guard let known = try transaction.spotCheck(check),
                caller.scope.contains(known.draw.store)
            else { throw DeskError(.spotCheckNotFound, ["check": String(check.rawValue)]) }
            if let by = known.recordedBy {
                let name = try transaction.person(by)?.displayName ?? ""
                throw DeskError(.spotCheckRecorded, ["by": name])
            }
            try transaction.record(
                .spotCheckRecorded(
                    SpotCheckFinding(
                        check: check, result: result, platformCount: platformCount,
                        person: caller.person)))
            let words = CleanText.clean(note)
            if !words.isBlank { try transaction.putSpotCheckNote(check, words) }
            guard let recorded = try transaction.spotCheck(check) else {
                throw DeskError(.spotCheckNotFound, ["check": String(check.rawValue)])
            }
            return try transaction.view(of: recorded)
        }
    }
}
