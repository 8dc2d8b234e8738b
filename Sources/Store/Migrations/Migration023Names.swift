extension Migration {
    /// The masked part of buyers' names is marked in the search index (helpdesk section 12.5): what
    /// stands there unmarked goes at once, and the messages are filed anew from `search_build` on.
    /// What reports count is worked out anew, now that merged tickets count right.
    static let names = Migration(
        number: 23, name: "names",
        parts: [
            """
            DELETE FROM search;
            DELETE FROM search_row;
            CREATE TABLE search_build (
                id INTEGER PRIMARY KEY CHECK (id = 1),
                filed INTEGER NOT NULL
            ) STRICT;
            INSERT INTO search_build SELECT 1, 0 WHERE EXISTS (SELECT 1 FROM message_content);
            DELETE FROM report_debt;
            DELETE FROM report_share;
            DELETE FROM report_owed;
            DELETE FROM report_turn;
            DELETE FROM report_resolve;
            DELETE FROM report_resolution;
            DELETE FROM report_reply;
            DELETE FROM report_hour;
            UPDATE report_mark SET seq = 0;
            CREATE INDEX clock_breach_ticket ON clock_breach (ticket);
            """
        ])
}
