import ChannelAmazon
import Compliance
package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension SaveTemplate: DeskCall {
    package static let need: Need = .right(.templateWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let draft = try draft.cleaned()
        let version = draft.version(1, by: caller.person, at: desk.clock.now)
        try version.check()
        try desk.checkPlaces(of: version)
        let findings = desk.findings(in: version)
        guard !findings.isBlocking else { return Reply(version: nil, findings: findings) }
        if isDryRun {
            let now = desk.clock.now
            let next = try await desk.database.read {
                try $0.nextVersion(draft, by: caller, at: now)
            }
            return Reply(version: next, findings: findings)
        }
        let saved = try await desk.act(as: caller) { transaction in
            let next = try transaction.nextVersion(draft, by: caller, at: transaction.now)
            try transaction.record(.library(.versionSaved(next)))
            return next
        }
        return Reply(version: saved, findings: findings)
    }
}

extension TemplateDraft {
    /// Bytes of a body; a reply takes no more either.
    private static let longestBody = TextLimits.reply
    private static let longestTitle = 120

    fileprivate func cleaned() throws -> TemplateDraft {
        var draft = self
        draft.body = TemplateVersion.body(try TextLimits.clean(body, limit: Self.longestBody))
        draft.title = CleanText.clean(title).collapsed(limit: Self.longestTitle)
        draft.stores = Set(stores).sorted()
        draft.marketplaces = Set(marketplaces).sorted()
        draft.orderStates = OrderStanding.allCases.filter(orderStates.contains)
        guard key.isWellFormed else { throw DeskError(.badRequest, ["field": "key"]) }
        return draft
    }

    fileprivate func version(
        _ number: Int, by author: PersonID, origin: TemplateOrigin? = nil, at now: Timestamp
    ) -> TemplateVersion {
        TemplateVersion(
            key: key, number: number, title: title, language: language, category: category,
            body: body, stores: stores, marketplaces: marketplaces, orderStates: orderStates,
            group: group, origin: origin, author: author, at: now)
    }
}

extension TemplateKey {
    /// Letters, digits, dots and dashes: keys are typed, and name files.
    var isWellFormed: Bool {
        let text = rawValue.utf8
        return (1...80).contains(text.count) && rawValue.first != "." && rawValue.first != "-"
            && text.allSatisfy { byte in
                (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
                    || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x5F].contains(byte)
            }
    }
}

extension TemplateVersion {
    /// Throws `templateInvalid` with the first thing that its author has to mend.
    func check() throws(DeskError) {
        guard
            let problem = ReplyTemplate(self).validate(file: key.rawValue, line: 1).first
        else { return }
        throw invalid(
            problem.code, problem.detail.isEmpty ? problem.field : problem.detail,
            detail: "\(problem.field) \(problem.line):\(problem.column) \(problem.detail)")
    }

    /// `value` is what is wrong, as its author wrote it.
    fileprivate func invalid(
        _ code: TemplateProblem.Code, _ value: String, detail: String? = nil
    ) -> DeskError {
        DeskError(
            .templateInvalid,
            [
                "template": key.rawValue, "reason": code.rawValue,
                "value": CleanText.clean(value).collapsed(limit: 60),
            ], detail: detail)
    }
}

extension Desk {
    /// A template for a store that is not there would never be offered, and nobody would know why.
    fileprivate func checkPlaces(of version: TemplateVersion) throws(DeskError) {
        for store in version.stores where settings.store(store) == nil {
            throw version.invalid(.unknownStore, store.rawValue)
        }
        let known = MarketplaceTable.standard
        for code in version.marketplaces where known.marketplace(code: code) == nil {
            throw version.invalid(.unknownMarketplace, code.rawValue)
        }
    }
}

extension ReadTransaction {
    /// The version that a draft becomes. Throws `libraryUnchanged` when the newest one that was
    /// not refused says the same.
    fileprivate func nextVersion(
        _ draft: TemplateDraft, by caller: Principal, at now: Timestamp
    ) throws -> TemplateVersion {
        let versions = try templateVersions(of: draft.key)
        let origin = try draft.origin.map { key in
            guard let entry = try templateEntry(key) else {
                throw DeskError(.templateNotFound, ["template": key.rawValue])
            }
            return TemplateOrigin(key: key, number: entry.current ?? 1)
        }
        if let group = draft.group, try routingBook().group(group) == nil {
            throw DeskError(.groupNotFound, ["group": String(group.rawValue)])
        }
        let next = draft.version(
            (versions.first?.version.number ?? 0) + 1, by: caller.person, origin: origin,
            at: now)
        let standing = versions.first { [.waiting, .offered].contains($0.state) }
        if let standing, standing.version.saysTheSame(as: next) {
            throw DeskError(
                .libraryUnchanged,
                ["name": draft.key.rawValue, "number": String(standing.version.number)])
        }
        return next
    }
}
