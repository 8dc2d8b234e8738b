extension Migration {
    /// Notices that need nobody's look any more, by person: the list of them grows for ever.
    static let readNotices = Migration(
        number: 30, name: "read-notices",
        parts: [
            """
            CREATE INDEX clock_notice_read ON clock_notice (person, event)
                WHERE read_at IS NOT NULL OR is_live = 0;
            """
        ])
}
