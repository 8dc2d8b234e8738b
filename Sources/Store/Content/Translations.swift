package import HelpDesk
import SwiftExtensions

/// What a translation is found by: the original's digest, never its words.
package struct TranslationKey: Hashable, Sendable {
    package var digest: String
    package var from: LanguageCode
    package var to: LanguageCode
    package var engine: String

    package init(digest: String, from: LanguageCode, to: LanguageCode, engine: String) {
        self.digest = digest
        self.from = from
        self.to = to
        self.engine = engine
    }

    fileprivate var values: [Binding] { [digest, from.rawValue, to.rawValue, engine] }
}

extension ReadTransaction {
    /// What an engine said of a text before.
    package func translation(_ key: TranslationKey) throws -> String? {
        try db.one(
            """
            SELECT text FROM translation
            WHERE digest = ? AND from_language = ? AND to_language = ? AND engine = ?
            """, key.values
        ) { try $0.text() }
    }
}

extension WriteTransaction {
    /// Translations beyond this many are forgotten, the oldest first.
    private static let most = 20_000

    package func keepTranslation(_ key: TranslationKey, _ text: String) throws {
        try db.run(
            """
            INSERT INTO translation (digest, from_language, to_language, engine, text, made_at)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET text = excluded.text, made_at = excluded.made_at
            """, key.values + [text, now.milliseconds])
        try db.run(
            """
            DELETE FROM translation WHERE made_at < (
                SELECT made_at FROM translation ORDER BY made_at DESC LIMIT 1 OFFSET \(Self.most))
            """, [])
    }
}
