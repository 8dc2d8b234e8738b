extension Migration {
    /// What translation engines said, by the original's digest; may be emptied at any time.
    static let translations = Migration(
        number: 25, name: "translations",
        parts: [
            """
            CREATE TABLE translation (
                digest TEXT NOT NULL CHECK (length(digest) = 64),
                from_language TEXT NOT NULL,
                to_language TEXT NOT NULL,
                engine TEXT NOT NULL,
                text TEXT NOT NULL,
                made_at INTEGER NOT NULL,
                PRIMARY KEY (digest, from_language, to_language, engine)
            ) STRICT, WITHOUT ROWID;
            CREATE INDEX translation_made ON translation (made_at);
            """
        ])
}
