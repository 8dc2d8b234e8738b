import HelpDesk
import Store
import SwiftExtensions
import Wire

/// Templates with the names that their keepers see.
struct LibraryViews {
    /// What no letter was begun with for so long is offered to be taken out (helpdesk 10.6).
    private static let unusedAfter: Duration = .days(120)

    private let transaction: ReadTransaction
    private let caller: Principal
    private let now: Timestamp
    private let names: [PersonID: String]
    private let offered: [TemplateKey: OfferedTemplate]
    private let used: Set<TemplateKey>

    /// `key` bounds what is read to one template.
    init(
        _ transaction: ReadTransaction, _ caller: Principal, at now: Timestamp,
        only key: TemplateKey? = nil
    ) throws {
        self.transaction = transaction
        self.caller = caller
        self.now = now
        names = Dictionary(
            try transaction.people().map { ($0.id, $0.displayName) },
            uniquingKeysWith: { first, _ in first })
        let templates =
            try key.map { try transaction.offeredTemplate($0).map { [$0] } ?? [] }
            ?? transaction.offeredTemplates()
        offered = Dictionary(
            templates.map { ($0.version.key, $0) }, uniquingKeysWith: { first, _ in first })
        used = try transaction.usedTemplates(since: now - Self.unusedAfter)
    }

    func view(
        _ entry: TemplateEntry, _ newest: StoredTemplateVersion
    ) -> TemplateEntryView {
        let current = offered[entry.key]
        let isOld = current.map { now - $0.version.at > Self.unusedAfter } ?? false
        return TemplateEntryView(
            entry: entry, newest: version(newest), offered: current?.version,
            ownerName: entry.owner.flatMap { names[$0] }, faults: current?.faults ?? [],
            isOverdue: current != nil && entry.isOverdue(at: now),
            isBehind: current?.isBehind ?? false, isUnused: isOld && !used.contains(entry.key))
    }

    /// What was said of a template besides its versions, the newest first.
    func keeping(
        of key: TemplateKey, _ versions: [StoredTemplateVersion]
    ) throws -> [TemplateKeeping] {
        var book = TemplateKeepingBook(owner: versions.last?.version.author, names: names)
        for record in try transaction.keepingEvents(of: key) { book.add(record) }
        return book.entries.reversed()
    }

    func version(_ stored: StoredTemplateVersion) -> TemplateVersionView {
        let author = stored.version.author
        return TemplateVersionView(
            version: stored.version, state: stored.state,
            authorName: author.flatMap { names[$0] },
            settledBy: stored.settledBy.flatMap { names[$0] }, settledAt: stored.settledAt,
            reason: stored.reason,
            maySettle: stored.state == .waiting && author != caller.person
                && caller.may(.templateApprove, .all))
    }
}

extension ReadTransaction {
    /// A template as its keepers see it. Throws `templateNotFound`.
    func libraryView(
        of key: TemplateKey, for caller: Principal, at now: Timestamp
    ) throws -> TemplateEntryView {
        guard let entry = try templateEntry(key), let newest = try templateVersions(of: key).first
        else { throw DeskError(.templateNotFound, ["template": key.rawValue]) }
        return try LibraryViews(self, caller, at: now, only: key).view(entry, newest)
    }
}
