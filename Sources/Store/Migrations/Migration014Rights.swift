extension Migration {
    /// More roles than three, sets of rights that a desk has changed, and acts that need two people.
    static let rights = Migration(number: 14, name: "rights", parts: [people, tables, indexes])

    /// The same rows without the list of words: which roles there are is the program's to say.
    private static let people = """
        CREATE TABLE person_with_any_role (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            unix_user TEXT NOT NULL CHECK (unix_user <> ''),
            display_name TEXT NOT NULL,
            role TEXT NOT NULL CHECK (role <> ''),
            sees_all_stores INTEGER NOT NULL CHECK (sees_all_stores IN (0, 1)),
            languages TEXT NOT NULL,
            time_zone TEXT,
            is_active INTEGER NOT NULL CHECK (is_active IN (0, 1))
        ) STRICT;
        INSERT INTO person_with_any_role (
            id, unix_user, display_name, role, sees_all_stores, languages, time_zone, is_active)
        SELECT id, unix_user, display_name, role, sees_all_stores, languages, time_zone, is_active
        FROM person;
        DROP TABLE person;
        ALTER TABLE person_with_any_role RENAME TO person;
        CREATE UNIQUE INDEX person_unix_user ON person (unix_user) WHERE is_active = 1;
        """

    private static let tables = """
        CREATE TABLE role_rights (
            role TEXT PRIMARY KEY CHECK (role <> ''),
            version INTEGER NOT NULL CHECK (version > 0),
            rights TEXT NOT NULL CHECK (json_valid(rights)),
            reason TEXT NOT NULL
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE rights_request (
            id INTEGER PRIMARY KEY CHECK (id > 0),
            act TEXT NOT NULL CHECK (json_valid(act)),
            requester INTEGER NOT NULL REFERENCES person,
            reason TEXT NOT NULL,
            at INTEGER NOT NULL,
            outcome TEXT CHECK (
                outcome IN ('approved', 'refused', 'withdrawn', 'used', 'alone')),
            settled_by INTEGER REFERENCES person,
            settled_at INTEGER,
            settled_reason TEXT,
            CHECK ((outcome IS NULL) = (settled_by IS NULL)),
            CHECK ((outcome IS NULL) = (settled_at IS NULL)),
            CHECK (outcome IS NULL OR outcome NOT IN ('approved', 'refused')
                OR settled_by <> requester)
        ) STRICT;
        CREATE INDEX rights_request_at ON rights_request (at);
        """

    /// The history of rights is the log itself; these find it without a walk through everything.
    private static let indexes = """
        CREATE INDEX event_rights ON event (kind, seq) WHERE kind IN (
            'person-saved', 'role-saved', 'rights-requested', 'rights-settled', 'signed-in',
            'signed-out', 'sign-in-refused', 'unmasked', 'access-reviewed');
        CREATE INDEX event_seen ON event (actor, at) WHERE kind IN (
            'ticket-looked', 'unmasked', 'attachment-opened');
        """
}
