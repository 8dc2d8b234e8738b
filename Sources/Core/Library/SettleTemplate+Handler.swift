import Compliance
package import HelpDesk
import Store
package import Wire

extension SettleTemplate: DeskCall {
    package static let need: Need = .right(.templateApprove, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> TemplateEntryView {
        let reason = CleanText.clean(reason).collapsed(limit: 400)
        guard isApproved || !reason.isEmpty else {
            throw DeskError(.badRequest, ["field": "reason"])
        }
        let version = try await desk.database.read { try waiting($0).version }
        if isApproved {
            let blocking = desk.blockingRules(in: version)
            guard blocking.isEmpty else {
                throw DeskError(
                    .libraryBreaksRules, ["rules": blocking.joined(separator: ", ")])
            }
        }
        return try await desk.act(as: caller) { transaction in
            let stored = try waiting(transaction)
            // Who wrote it may take it back, but only another person puts it into use.
            guard !isApproved || stored.version.author != caller.person else {
                throw DeskError(.libraryOwnText, ["name": template.rawValue])
            }
            try transaction.record(
                .library(
                    .versionSettled(
                        TemplateVerdict(
                            key: template, number: number, isApproved: isApproved,
                            by: caller.person, reason: reason))))
            return try transaction.libraryView(of: template, for: caller, at: transaction.now)
        }
    }

    private func waiting(_ transaction: ReadTransaction) throws -> StoredTemplateVersion {
        guard let stored = try transaction.templateVersion(template, number) else {
            throw DeskError(.templateNotFound, ["template": template.rawValue])
        }
        guard stored.state == .waiting else {
            throw DeskError(
                .librarySettled, ["name": template.rawValue, "number": String(number)])
        }
        return stored
    }
}
