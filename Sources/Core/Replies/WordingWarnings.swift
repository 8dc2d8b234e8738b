import HelpDesk
import Store
import SwiftExtensions

extension WriteTransaction {
    /// What stands in a letter's way, or says that it is worn; advice of other kinds is no warning.
    private static func told(_ findings: [Finding]) -> [Finding] {
        findings.filter { $0.severity != .advise || OriginalityRules.isLikeness($0.rule) }
    }

    /// Writes down what an author was told of a letter that may not leave so, once for each rule and
    /// letter.
    func noteWarnings(_ findings: [Finding], on ticket: TicketID, by person: PersonID) throws {
        var known = Set(try openWordingWarnings(ticket: ticket, person: person))
        for finding in Self.told(findings) where known.insert(finding.rule).inserted {
            try record(
                .quality(
                    .wordingWarned(
                        WordingWarning(
                            ticket: ticket, person: person, rule: finding.rule,
                            percent: finding.arguments?["percent"].flatMap { Int($0) }))))
        }
    }

    /// Writes down whether the letter that is queued now heeds what its author was told.
    func noteChoice(_ findings: [Finding], on ticket: TicketID, by person: PersonID) throws {
        let open = try openWordingWarnings(ticket: ticket, person: person)
        guard !open.isEmpty else { return }
        let kept = Set(Self.told(findings).map(\.rule)).intersection(open).sorted()
        try record(
            .quality(.wordingChosen(WordingChoice(ticket: ticket, person: person, kept: kept))))
    }
}

extension Desk {
    private static let wornText = 120

    /// How warnings fared in a report's window, and what each store keeps sending.
    func wordingReport(
        _ request: ReportRequest, for caller: Principal
    ) async throws -> WordingReport? {
        let (lines, stores) = try await database.read { transaction in
            let lines = try transaction.wordingWarnings(
                from: request.from, to: request.to, scope: caller.scope)
            let stores = try self.settings.stores.map(\.id)
                .filter { caller.scope.contains($0) && (request.store ?? $0) == $0 }
                .map { ($0, try transaction.replies(of: $0, limit: OriginalityRules.storeReplies)) }
            return (lines, stores)
        }
        var worn: [WordingReport.Worn] = []
        for (store, replies) in stores {
            await Task.yield()
            guard let found = OriginalityRules.worn(replies.map(wordings.wording)) else { continue }
            let reply = replies[found.place]
            worn.append(
                WordingReport.Worn(
                    store: store, ticket: reply.ticket, count: found.count, of: replies.count,
                    text: caller.may(.read)
                        ? CleanText.clean(reply.text).collapsed(limit: Self.wornText) : ""))
        }
        let report = WordingReport(all: lines, worn: worn)
        return report.isEmpty ? nil : report
    }
}
