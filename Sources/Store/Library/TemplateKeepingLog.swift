package import HelpDesk

extension ReadTransaction {
    /// Who looked after a template and how: care, looks, out of use and back, oldest first.
    package func keepingEvents(of key: TemplateKey) throws -> [EventRecord] {
        try db.all(
            """
            SELECT \(EventLog.columns) FROM event
            WHERE kind IN (
                'template-cared', 'template-reviewed', 'template-retired', 'template-restored')
            AND coalesce(
                json_extract(payload, '$.library._0.cared._0.key'),
                json_extract(payload, '$.library._0.reviewed._0'),
                json_extract(payload, '$.library._0.retired._0'),
                json_extract(payload, '$.library._0.restored._0')) = ?
            ORDER BY seq
            """, [key.rawValue], EventLog.record)
    }
}
