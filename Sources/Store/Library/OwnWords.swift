import GRDB
package import HelpDesk

/// A person's own word with what it says.
package struct StoredOwnWord: Hashable, Sendable {
    package var word: OwnWord
    package var content: OwnWordContent
}

extension ReadTransaction {
    /// What somebody keeps of a kind, by name; what retention emptied is left out.
    package func ownWords(of person: PersonID, _ kind: OwnWord.Kind) throws -> [StoredOwnWord] {
        try db.all(
            """
            SELECT own_word.id, person, kind, digest, name, text
            FROM own_word JOIN own_word_content ON own_word_content.word = own_word.id
            WHERE person = ? AND kind = ? ORDER BY name
            """, [person.rawValue, kind.rawValue]
        ) { fields in
            StoredOwnWord(
                word: OwnWord(
                    id: try fields.id(), person: try fields.id(), kind: try fields.word(),
                    digest: try fields.text()),
                content: OwnWordContent(name: try fields.text(), text: try fields.text()))
        }
    }

    /// What binds a word's row to what it says. Keyed, since words are short and the record is read
    /// by many.
    package func ownWordDigest(_ id: OwnWordID, _ content: OwnWordContent) -> String {
        key.digest(content.digested, label: ContentLabel.ownWord(id))
    }

    package func nextOwnWordID() throws -> OwnWordID {
        OwnWordID(
            try db.number(
                """
                SELECT max(coalesce((SELECT max(id) FROM own_word), 0),
                    coalesce((SELECT max(word) FROM own_word_content), 0)) + 1
                """) ?? 1)
    }
}

extension WriteTransaction {
    /// Keeps what a word says.
    package func putOwnWord(_ id: OwnWordID, _ content: OwnWordContent) throws {
        try db.run(
            "INSERT INTO own_word_content VALUES (?, ?, ?)",
            [id.rawValue, content.name, content.text])
    }

    /// Forgets what a word said.
    package func removeOwnWord(_ id: OwnWordID) throws {
        try db.run("DELETE FROM own_word_content WHERE word = ?", [id.rawValue])
    }
}
