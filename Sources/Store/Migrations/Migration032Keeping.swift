extension Migration {
    /// Drafts of machines are found in a letter without a digest at each of its words; the log is
    /// asked who kept a template and how.
    static let keeping = Migration(
        number: 32, name: "keeping",
        parts: [
            """
            ALTER TABLE machine_draft ADD COLUMN sum INTEGER CHECK (sum BETWEEN 0 AND 65535);
            """,
            """
            CREATE INDEX event_template_keeping ON event (
                coalesce(
                    json_extract(payload, '$.library._0.cared._0.key'),
                    json_extract(payload, '$.library._0.reviewed._0'),
                    json_extract(payload, '$.library._0.retired._0'),
                    json_extract(payload, '$.library._0.restored._0')),
                seq)
            WHERE kind IN (
                'template-cared', 'template-reviewed', 'template-retired', 'template-restored');
            """,
        ])
}
