extension Migration {
    /// What the wall reads: indexes that hold all that it counts, broadcasts with who has read them,
    /// and forecasts with how they fared.
    static let wall = Migration(number: 22, name: "wall", parts: [indexes, broadcasts, forecasts])

    /// A refresh of the wall is one walk of each, without a look at the tickets themselves.
    private static let indexes = """
        CREATE INDEX ticket_wall ON ticket (store, marketplace, ticket_group, owner, rank)
            WHERE is_clocked = 1;
        CREATE INDEX debt_open ON debt (store, start) WHERE state IN ('owed', 'excuse-pending');
        """

    private static let broadcasts = """
        CREATE TABLE broadcast (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            author INTEGER NOT NULL REFERENCES person,
            at INTEGER NOT NULL,
            until INTEGER NOT NULL CHECK (until > at),
            stores TEXT,
            audience_group INTEGER,
            is_urgent INTEGER NOT NULL CHECK (is_urgent IN (0, 1)),
            digest TEXT NOT NULL,
            withdrawn_at INTEGER
        ) STRICT;
        CREATE INDEX broadcast_until ON broadcast (until) WHERE withdrawn_at IS NULL;
        CREATE TABLE broadcast_reading (
            broadcast INTEGER NOT NULL REFERENCES broadcast,
            person INTEGER NOT NULL REFERENCES person,
            at INTEGER NOT NULL,
            PRIMARY KEY (broadcast, person)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE broadcast_content (
            broadcast INTEGER PRIMARY KEY,
            words TEXT NOT NULL
        ) STRICT;
        """

    private static let forecasts = """
        CREATE TABLE forecast_made (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            start INTEGER NOT NULL,
            ends INTEGER NOT NULL CHECK (ends > start),
            payload TEXT NOT NULL CHECK (json_valid(payload)),
            late INTEGER,
            breaches INTEGER,
            brier REAL,
            is_covered INTEGER CHECK (is_covered IN (0, 1)),
            CHECK ((brier IS NULL) = (is_covered IS NULL))
        ) STRICT;
        CREATE INDEX forecast_open ON forecast_made (ends) WHERE brier IS NULL;
        """
}
