import HelpDesk
import Store

extension Principal {
    /// Whoever writes or approves templates and macros sees all of them, drafts too.
    var keepsLibrary: Bool { may(.templateWrite) || may(.templateApprove) }
}

/// What somebody may read of the library: whoever keeps it reads it whole, others what they may
/// insert somewhere, in the version that is in use.
struct LibraryReading {
    private let isKeeper: Bool
    private let scope: StoreScope
    private let groups: [GroupID]

    init(_ caller: Principal, _ transaction: ReadTransaction) throws {
        isKeeper = caller.keepsLibrary
        scope = caller.scope
        groups = isKeeper ? [] : try transaction.groups(of: caller.person)
    }

    /// The version that is shown of a template, nil where there is none for this reader. `known`
    /// begins with the newest one.
    func version(
        of entry: TemplateEntry, _ known: [StoredTemplateVersion], _ transaction: ReadTransaction
    ) throws -> StoredTemplateVersion? {
        guard !isKeeper else { return known.first }
        guard entry.retiredAt == nil, let current = entry.current,
            let stored = try known.first(where: { $0.version.number == current })
                ?? transaction.templateVersion(entry.key, current)
        else { return nil }
        return isFor(stored.version) ? stored : nil
    }

    private func isFor(_ version: TemplateVersion) -> Bool {
        (version.group.map(groups.contains) ?? true)
            && (version.stores.isEmpty || version.stores.contains { scope.contains($0) })
    }
}
