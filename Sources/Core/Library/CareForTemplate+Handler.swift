package import HelpDesk
import Store
package import Wire

extension RetireTemplate: DeskCall {
    package static let need: Need = .right(.templateWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> TemplateEntryView {
        let reason = CleanText.clean(reason).collapsed(limit: 400)
        guard !isRetired || !reason.isEmpty else {
            throw DeskError(.badRequest, ["field": "reason"])
        }
        return try await desk.act(as: caller) { transaction in
            guard let entry = try transaction.templateEntry(template) else {
                throw DeskError(.templateNotFound, ["template": template.rawValue])
            }
            if (entry.retiredAt != nil) != isRetired {
                try transaction.record(
                    .library(isRetired ? .retired(template, reason: reason) : .restored(template)))
            }
            return try transaction.libraryView(of: template, for: caller, at: transaction.now)
        }
    }
}

extension CareForTemplate: DeskCall {
    package static let need: Need = .right(.templateWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> TemplateEntryView {
        if let reviewDays, !TemplateEntry.reviewDayLimits.contains(reviewDays) {
            throw DeskError(.badRequest, ["field": "reviewDays"])
        }
        return try await desk.act(as: caller) { transaction in
            guard let entry = try transaction.templateEntry(template) else {
                throw DeskError(.templateNotFound, ["template": template.rawValue])
            }
            if let owner, try transaction.person(owner)?.isActive != true {
                throw DeskError(.personNotFound, ["person": String(owner.rawValue)])
            }
            let care = TemplateCare(
                key: template, owner: owner ?? entry.owner,
                reviewDays: reviewDays ?? entry.reviewDays)
            if care.owner != entry.owner || care.reviewDays != entry.reviewDays {
                try transaction.record(.library(.cared(care)))
            }
            if isReviewed, let current = entry.current {
                try transaction.record(.library(.reviewed(template, number: current)))
            }
            return try transaction.libraryView(of: template, for: caller, at: transaction.now)
        }
    }
}
