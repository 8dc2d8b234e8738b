extension Migration {
    /// The full-text index. A search row's number holds its ticket in the upper bits, so that the
    /// tickets of a match are known without reading another table.
    static let search = Migration(
        number: 3, name: "search",
        parts: [
            """
            CREATE TABLE search_row (
                message INTEGER PRIMARY KEY REFERENCES message DEFERRABLE INITIALLY DEFERRED,
                row INTEGER NOT NULL UNIQUE
            ) STRICT;
            CREATE VIRTUAL TABLE search USING fts5(
                words, characters, tokenize = 'unicode61 remove_diacritics 2');
            """
        ])
}
