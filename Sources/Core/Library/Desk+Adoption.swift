import HelpDesk
import Store
import SwiftExtensions

extension Desk {
    /// Brings the folder's templates into the record. A text that the desk has had before changes
    /// nothing, so that what people made of a template since is not undone by the next start. What
    /// somebody took out of use stays out: its new text comes in at the first start after somebody
    /// put it back. A version that waits for approval was written for the text of before, and waits
    /// no more.
    func adoptTemplates(_ transaction: WriteTransaction) throws {
        var known: [TemplateKey: [StoredTemplateVersion]] = [:]
        for seed in settings.templates {
            let scope = settings.templateScopes[seed.key] ?? TemplateScope()
            let versions = try transaction.templateVersions(of: seed.key)
            known[seed.key] = versions
            var version = TemplateVersion(
                key: seed.key, number: (versions.first?.version.number ?? 0) + 1,
                title: CleanText.clean(seed.title).collapsed(limit: 120), language: seed.language,
                category: seed.category,
                body: TemplateVersion.body(seed.body), stores: Set(scope.stores).sorted(),
                marketplaces: Set(scope.marketplaces).sorted(),
                orderStates: OrderStanding.allCases.filter(scope.orderStates.contains),
                group: scope.group, at: transaction.now)
            if let origin = scope.origin {
                let current = try transaction.templateEntry(origin)?.current
                version.origin = TemplateOrigin(key: origin, number: current ?? 1)
            }
            guard !versions.contains(where: { $0.version.saysTheSame(as: version) }),
                try transaction.templateEntry(seed.key)?.retiredAt == nil
            else { continue }
            try transaction.record(.library(.adopted(version)))
        }
        try adoptEarlier(transaction, except: Set(known.keys))
    }

    /// Templates of the time before versions were kept, whose file has gone since.
    private func adoptEarlier(
        _ transaction: WriteTransaction, except known: Set<TemplateKey>
    ) throws {
        for record in try transaction.templates() where !known.contains(record.key) {
            guard try transaction.templateEntry(record.key) == nil else { continue }
            try transaction.record(
                .library(
                    .adopted(
                        TemplateVersion(
                            key: record.key, number: 1, title: record.title,
                            language: record.language, category: record.category,
                            body: record.body, at: transaction.now))))
        }
    }
}
