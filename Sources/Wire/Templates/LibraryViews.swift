package import HelpDesk
package import SwiftExtensions

/// A template as whoever keeps it sees it.
package struct TemplateEntryView: Codable, Sendable, Hashable {
    package var entry: TemplateEntry
    /// The newest version, in use or not.
    package var newest: TemplateVersionView
    /// The version in use; nil while none is.
    package var offered: TemplateVersion?
    package var ownerName: String?
    /// Blocking rules that the version in use breaks.
    package var faults: [String]
    package var isOverdue: Bool
    /// What it was made from has a newer version.
    package var isBehind: Bool
    /// No letter was begun with it for 120 days.
    package var isUnused: Bool

    package init(
        entry: TemplateEntry, newest: TemplateVersionView, offered: TemplateVersion?,
        ownerName: String?, faults: [String], isOverdue: Bool, isBehind: Bool, isUnused: Bool
    ) {
        self.entry = entry
        self.newest = newest
        self.offered = offered
        self.ownerName = ownerName
        self.faults = faults
        self.isOverdue = isOverdue
        self.isBehind = isBehind
        self.isUnused = isUnused
    }
}

package struct TemplateVersionView: Codable, Sendable, Hashable {
    package var version: TemplateVersion
    package var state: TemplateState
    package var authorName: String?
    package var settledBy: String?
    package var settledAt: Timestamp?
    package var reason: String?
    /// Whether the caller may approve it or send it back.
    package var maySettle: Bool

    package init(
        version: TemplateVersion, state: TemplateState, authorName: String?, settledBy: String?,
        settledAt: Timestamp?, reason: String?, maySettle: Bool
    ) {
        self.version = version
        self.state = state
        self.authorName = authorName
        self.settledBy = settledBy
        self.settledAt = settledAt
        self.reason = reason
        self.maySettle = maySettle
    }
}

/// A template with all its versions, the newest first, and how they fared.
package struct TemplateDetail: Codable, Sendable, Hashable {
    package var view: TemplateEntryView
    package var versions: [TemplateVersionView]
    package var figures: [TemplateFigures]
    /// Who looked after it and how, the newest first; nil from a core that does not tell.
    package var keeping: [TemplateKeeping]?

    package init(
        view: TemplateEntryView, versions: [TemplateVersionView], figures: [TemplateFigures],
        keeping: [TemplateKeeping] = []
    ) {
        self.view = view
        self.versions = versions
        self.figures = figures
        self.keeping = keeping
    }
}

extension TemplateDetail {
    /// What became of it, in one line of time.
    package enum Step: Sendable, Hashable {
        case version(TemplateVersionView)
        case keeping(TemplateKeeping)
    }

    /// What waits for somebody's word; then versions and what was said besides them, the newest
    /// first.
    package var history: [Step] {
        var rest = (keeping ?? [])[...]
        var steps: [Step] = []
        for version in versions {
            while version.state != .waiting, let next = rest.first, next.at >= version.version.at {
                steps.append(.keeping(next))
                rest = rest.dropFirst()
            }
            steps.append(.version(version))
        }
        return steps + rest.map(Step.keeping)
    }
}

extension TemplateDetail {
    /// What a version is compared with: one that waits with the version in use, which it would
    /// replace; any other with the one before it. Nil for the first.
    package func base(of item: TemplateVersionView) -> TemplateVersion? {
        let older = versions.first { $0.version.number < item.version.number }?.version
        guard item.state == .waiting else { return older }
        let current = versions.first { $0.version.number == view.entry.current }
        return current?.version ?? older
    }
}
