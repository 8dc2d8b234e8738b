import HelpDesk
import TOMLKit

/// `world.toml`, with errors that name the table and key.
struct SampleTable {
    private let path: String
    private let root: TOMLTable

    init(reading path: String) throws(SampleWorldError) {
        self.path = path
        let text = try SampleFile.text(path)
        do {
            root = try TOMLTable(string: text)
        } catch {
            throw SampleWorldError(file: path, detail: String(describing: error))
        }
    }

    func sellers() throws(SampleWorldError) -> [SampleSeller] {
        try tables("seller").map { row throws(SampleWorldError) in
            SampleSeller(id: try string("id", row), name: try string("name", row))
        }
    }

    func stores() throws(SampleWorldError) -> [SampleStore] {
        try tables("store").map { row throws(SampleWorldError) in
            let profile = StoreProfile(
                id: StoreID(try string("id", row)), channel: "amazon",
                sellerID: try string("seller_id", row), region: try string("region", row),
                marketplaces: try strings("marketplaces", row).map { MarketplaceCode($0) },
                mailbox: MailboxName(try string("mailbox", row)),
                address: try string("address", row))
            return SampleStore(
                profile: profile, seller: try string("seller", row),
                name: try string("name", row), signature: try string("signature", row))
        }
    }

    func people() throws(SampleWorldError) -> [SamplePerson] {
        try tables("person").map { row throws(SampleWorldError) in
            let word = try string("role", row)
            guard let role = SamplePerson.Role(rawValue: word) else {
                throw SampleWorldError(
                    file: path, detail: "role: \(word) is neither agent nor supervisor")
            }
            return SamplePerson(
                user: try string("user", row), name: try string("name", row),
                alias: try string("alias", row), role: role,
                languages: try strings("languages", row).map { LanguageCode($0) },
                stores: try strings("stores", row).map { StoreID($0) },
                timeZone: try string("time_zone", row))
        }
    }

    private func tables(_ name: String) throws(SampleWorldError) -> [TOMLTable] {
        guard let rows = root[name]?.array?.compactMap(\.table), !rows.isEmpty else {
            throw SampleWorldError(file: path, detail: "has no [[\(name)]]")
        }
        return rows
    }

    private func string(_ key: String, _ row: TOMLTable) throws(SampleWorldError) -> String {
        guard let value = row[key]?.string else {
            throw SampleWorldError(file: path, detail: "\(key) is missing or no text")
        }
        return value
    }

    private func strings(_ key: String, _ row: TOMLTable) throws(SampleWorldError) -> [String] {
        guard let values = row[key]?.array else {
            throw SampleWorldError(file: path, detail: "\(key) is missing or no list")
        }
        return values.compactMap(\.string)
    }
}
