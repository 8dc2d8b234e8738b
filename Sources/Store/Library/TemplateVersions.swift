import GRDB
package import HelpDesk
package import SwiftExtensions

/// A version with what became of it.
package struct StoredTemplateVersion: Hashable, Sendable {
    package var version: TemplateVersion
    package var state: TemplateState
    package var settledBy: PersonID?
    package var settledAt: Timestamp?
    package var reason: String?

    /// Whether it is in use or was: approved by somebody, or come with the folder.
    package var wasOffered: Bool {
        switch state {
        case .offered: true
        case .earlier: settledBy != nil || version.author == nil
        case .waiting, .refused: false
        }
    }
}

enum TemplateColumns {
    static let version = """
        template_version.template, template_version.number, title, language, category, body, \
        stores, marketplaces, order_states, audience_group, origin, origin_number, author, at
        """

    static func version(from fields: inout Fields) throws -> TemplateVersion {
        var version = TemplateVersion(
            key: try fields.name(), number: try fields.count(), title: try fields.text(),
            language: try fields.name(), category: try fields.word(), body: try fields.text(),
            stores: try list(&fields), marketplaces: try list(&fields),
            orderStates: try list(&fields), group: try fields.optionalID(),
            at: Timestamp(milliseconds: 0))
        let origin: TemplateKey? = try fields.optionalName()
        let number = try fields.optionalNumber()
        version.origin = origin.map { TemplateOrigin(key: $0, number: Int(number ?? 0)) }
        version.author = try fields.optionalID()
        version.at = try fields.time()
        return version
    }

    /// Most lists are empty, and a list of templates is long.
    private static func list<Item: Decodable>(_ fields: inout Fields) throws -> [Item] {
        let text = try fields.text()
        return text == "[]" ? [] : try JSONText.value([Item].self, from: text)
    }

    static let entry = """
        template_entry.template, current, owner, review_days, reviewed_at, retired_at, \
        retire_reason
        """

    static func entry(from fields: inout Fields) throws -> TemplateEntry {
        TemplateEntry(
            key: try fields.name(), current: try fields.optionalNumber().map { Int($0) },
            owner: try fields.optionalID(), reviewDays: try fields.count(),
            reviewedAt: try fields.optionalTime(), retiredAt: try fields.optionalTime(),
            retireReason: try fields.optionalText())
    }
}

extension ReadTransaction {
    /// All templates in use, by key.
    package func offeredTemplates() throws -> [OfferedTemplate] {
        try offered("ORDER BY template_version.template", [])
    }

    /// A template in use; nil for one that is not.
    package func offeredTemplate(_ key: TemplateKey) throws -> OfferedTemplate? {
        try offered("AND template_version.template = ?", [key.rawValue]).first
    }

    private func offered(_ rest: String, _ values: [Binding]) throws -> [OfferedTemplate] {
        try db.all(
            """
            SELECT \(TemplateColumns.version), \(TemplateColumns.entry), (
                SELECT rules FROM template_fault
                WHERE template_fault.template = template_version.template
                    AND template_fault.number = template_version.number),
                origin IS NOT NULL AND origin_number < coalesce((
                    SELECT source.current FROM template_entry AS source
                    WHERE source.template = origin), 0)
            FROM template_version JOIN template_entry USING (template)
            WHERE state = 'offered' AND retired_at IS NULL \(rest)
            """, values
        ) { fields in
            OfferedTemplate(
                version: try TemplateColumns.version(from: &fields),
                entry: try TemplateColumns.entry(from: &fields),
                faults: try fields.optionalJSON() ?? [], isBehind: try fields.flag())
        }
    }

    /// Every template, in use or not, by key.
    package func templateEntries() throws -> [TemplateEntry] {
        try db.all(
            "SELECT \(TemplateColumns.entry) FROM template_entry ORDER BY template", [],
            TemplateColumns.entry)
    }

    package func templateEntry(_ key: TemplateKey) throws -> TemplateEntry? {
        try db.one(
            "SELECT \(TemplateColumns.entry) FROM template_entry WHERE template = ?",
            [key.rawValue], TemplateColumns.entry)
    }

    /// All versions of a template, the newest first.
    package func templateVersions(of key: TemplateKey) throws -> [StoredTemplateVersion] {
        try versions("template = ? ORDER BY number DESC", [key.rawValue])
    }

    package func templateVersion(
        _ key: TemplateKey, _ number: Int
    ) throws -> StoredTemplateVersion? {
        try versions("template = ? AND number = ?", [key.rawValue, number]).first
    }

    /// The newest version of every template, by key.
    package func newestTemplateVersions() throws -> [StoredTemplateVersion] {
        try versions(
            """
            number = (SELECT max(newest.number) FROM template_version AS newest
                WHERE newest.template = template_version.template)
            ORDER BY template
            """, [])
    }

    /// Versions that wait for a second person, the oldest first.
    package func waitingTemplateVersions() throws -> [StoredTemplateVersion] {
        try versions("state = 'waiting' ORDER BY at, template", [])
    }

    private func versions(
        _ condition: String, _ values: [Binding]
    ) throws -> [StoredTemplateVersion] {
        try db.all(
            """
            SELECT \(TemplateColumns.version), state, settled_by, settled_at, reason
            FROM template_version WHERE \(condition)
            """, values
        ) { fields in
            StoredTemplateVersion(
                version: try TemplateColumns.version(from: &fields), state: try fields.word(),
                settledBy: try fields.optionalID(), settledAt: try fields.optionalTime(),
                reason: try fields.optionalText())
        }
    }

    /// Rules that templates in use break, by template.
    package func templateFaults() throws -> [TemplateFault] {
        try db.all("SELECT template, number, rules FROM template_fault ORDER BY template") {
            TemplateFault(key: try $0.name(), number: try $0.count(), rules: try $0.json())
        }
    }

    /// Of which rules and texts the newest check was; nil before the first.
    package func templateCheckStamp() throws -> String? {
        try db.text("SELECT stamp FROM template_check")
    }
}
