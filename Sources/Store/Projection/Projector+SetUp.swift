import GRDB
import HelpDesk

extension Projector {
    func configure(_ profile: StoreProfile) throws {
        try db.run(
            "INSERT INTO seller_account VALUES (?, ?) ON CONFLICT DO NOTHING",
            [profile.channel, profile.sellerID])
        try db.run(
            """
            INSERT INTO store (id, channel, seller_id, region, mailbox, address)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                channel = excluded.channel, seller_id = excluded.seller_id,
                region = excluded.region, mailbox = excluded.mailbox, address = excluded.address
            """,
            [
                profile.id.rawValue, profile.channel, profile.sellerID, profile.region,
                profile.mailbox?.rawValue, profile.address,
            ])
        try db.run("DELETE FROM store_marketplace WHERE store = ?", [profile.id.rawValue])
        for (position, code) in profile.marketplaces.enumerated() {
            try db.run(
                "INSERT INTO marketplace VALUES (?) ON CONFLICT DO NOTHING", [code.rawValue])
            try db.run(
                "INSERT INTO store_marketplace VALUES (?, ?, ?)",
                [profile.id.rawValue, position, code.rawValue])
        }
    }

    func save(_ person: Person) throws {
        let languages = person.languages.map(\.rawValue)
        try db.run(
            """
            INSERT INTO person (
                id, unix_user, display_name, role, sees_all_stores, languages, time_zone, is_active)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET
                unix_user = excluded.unix_user, display_name = excluded.display_name,
                role = excluded.role, sees_all_stores = excluded.sees_all_stores,
                languages = excluded.languages, time_zone = excluded.time_zone,
                is_active = excluded.is_active
            """,
            [
                person.id.rawValue, person.unixUser, person.displayName, person.role.rawValue,
                person.scope == .all, try JSONText.text(languages), person.timeZone,
                person.isActive,
            ])
        try db.run("DELETE FROM person_store WHERE person = ?", [person.id.rawValue])
        guard case .only(let stores) = person.scope else { return }
        for store in stores.sorted() {
            try db.run(
                "INSERT INTO person_store VALUES (?, ?)", [person.id.rawValue, store.rawValue])
        }
    }

    func save(_ template: TemplateRecord) throws {
        try db.run(
            """
            INSERT INTO template (key, title, language, category, body, version)
            VALUES (?, ?, ?, ?, ?, ?)
            ON CONFLICT (key) DO UPDATE SET
                title = excluded.title, language = excluded.language,
                category = excluded.category, body = excluded.body, version = excluded.version
            """,
            [
                template.key.rawValue, template.title, template.language.rawValue,
                template.category.rawValue, template.body, template.version,
            ])
    }
}
