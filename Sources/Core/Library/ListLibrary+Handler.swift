package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListLibrary: DeskCall {
    package static let need: Need = .oneOf([.read, .templateWrite, .templateApprove])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let views = try LibraryViews(transaction, caller, at: now)
            let readable = try LibraryReading(caller, transaction)
            let newest = Dictionary(
                try transaction.newestTemplateVersions().map { ($0.version.key, $0) },
                uniquingKeysWith: { first, _ in first })
            let entries = try transaction.templateEntries().filter { entry in
                isWhole || entry.retiredAt == nil
            }
            return Reply(
                templates: try entries.compactMap { entry in
                    guard
                        let version = try newest[entry.key].flatMap({ newest in
                            try readable.version(of: entry, [newest], transaction)
                        }), language == nil || version.version.language == language
                    else { return nil }
                    return views.view(entry, version)
                })
        }
    }
}

extension ShowTemplate: DeskCall {
    package static let need: Need = .oneOf([.read, .templateWrite, .templateApprove])
    /// Half a year says how a template fares, and a week whether a ticket stays done.
    private static let window = ShowTemplateFigures()

    package func run(in desk: Desk, as caller: Principal) async throws -> TemplateDetail {
        let now = desk.clock.now
        return try await desk.database.read { transaction in
            let versions = try transaction.templateVersions(of: template)
            let readable = try LibraryReading(caller, transaction)
            guard let entry = try transaction.templateEntry(template),
                let shown = try readable.version(of: entry, versions, transaction)
            else { throw DeskError(.templateNotFound, ["template": template.rawValue]) }
            let views = try LibraryViews(transaction, caller, at: now, only: template)
            let view = views.view(entry, shown)
            // Drafts, figures of everybody's letters and what was said of it are its keepers'.
            guard caller.keepsLibrary else {
                return TemplateDetail(view: view, versions: [views.version(shown)], figures: [])
            }
            return TemplateDetail(
                view: view, versions: versions.map(views.version),
                figures: try transaction.templateFigures(
                    from: now - .days(Int64(Self.window.days)), to: now,
                    reopenDays: Self.window.reopenDays
                ).filter { $0.key == template },
                keeping: try views.keeping(of: template, versions))
        }
    }
}

extension ShowTemplateFigures: DeskCall {
    package static let need: Need = .oneOf([.templateWrite, .templateApprove, .report])
    private static let longestWindow = 730

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        guard (1...Self.longestWindow).contains(days) else {
            throw DeskError(.badRequest, ["field": "days"])
        }
        guard (1...90).contains(reopenDays) else {
            throw DeskError(.badRequest, ["field": "reopenDays"])
        }
        let now = desk.clock.now
        let start = now - .days(Int64(days))
        // Whoever keeps the texts judges them by all their letters; others see as far as their
        // reports do (helpdesk section 14.11).
        let isKeeper = caller.keepsLibrary
        let isWide = isKeeper || caller.may(.report, .stores)
        return Reply(
            from: start, to: now, isOwn: !isWide,
            figures: try await desk.database.read {
                try $0.templateFigures(
                    from: start, to: now, reopenDays: reopenDays,
                    scope: isKeeper ? .all : caller.scope, person: isWide ? nil : caller.person)
            })
    }
}
