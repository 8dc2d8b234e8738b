import SwiftExtensions
import TOMLKit

extension Configuration {
    /// Reads and checks a file; secrets must exist and be private, but their values are not kept.
    /// Throws all problems at once, each with file, line and key.
    package static func load(_ file: String) throws(ConfigurationError) -> Configuration {
        let bytes: [UInt8]
        do { bytes = try FileBytes.read(file, limit: 4 << 20) } catch {
            throw ConfigurationError(problems: [
                ConfigurationProblem(
                    file: file, line: 0, key: "", kind: .unreadable, detail: "\(error)")
            ])
        }
        return try read(String(decoding: bytes, as: UTF8.self), file: file)
    }

    /// Reads a configuration's text. `checksSecrets` is off for a program that only needs the
    /// socket, such as the workstation, which must not be able to read secrets at all.
    package static func read(_ text: String, file: String, checksSecrets: Bool = true)
        throws(ConfigurationError) -> Configuration
    {
        let root: TOMLTable
        do { root = try TOMLTable(string: text) } catch let error as TOMLParseError {
            throw ConfigurationError(problems: [syntaxProblem(error, file: file)])
        } catch {
            throw ConfigurationError(problems: [
                ConfigurationProblem(
                    file: file, line: 0, key: "", kind: .syntax, detail: String(describing: error))
            ])
        }
        let report = ProblemReport(file: file, text: text)
        let reader = ConfigurationReader(
            file: file, report: report, checksSecrets: checksSecrets)
        let configuration = reader.read(TableReader(root, path: "", report: report))
        guard report.problems.isEmpty, let configuration else {
            throw ConfigurationError(problems: report.sorted)
        }
        return configuration
    }

    private static func syntaxProblem(_ error: TOMLParseError, file: String)
        -> ConfigurationProblem
    {
        ConfigurationProblem(
            file: file, line: error.source.begin.line, key: "", kind: .syntax,
            detail: error.description)
    }
}

/// Walks the tables of one file. Paths in it are relative to the file's folder.
struct ConfigurationReader {
    let file: String
    let report: ProblemReport
    let checksSecrets: Bool

    func read(_ root: TableReader) -> Configuration? {
        let core = root.subtable("core").flatMap(core)
        if !root.has("core") { report.add("core", .missingKey, "a [core] table") }
        let mailboxes = root.tables("mailbox").compactMap(mailbox)
        let amazon = root.subtable("amazon").flatMap(amazonWithQueue)
        let storeTables = root.tables("store")
        let stores = storeTables.compactMap(store)
        let workstation = root.subtable("workstation")
        let viewer = workstation?.string("viewer")
        let dictation = workstation.map(dictation) ?? []
        workstation?.finish()
        let audit = root.subtable("audit").map(audit)
        let translation = root.subtable("translation").flatMap(translation)
        let drafting = root.subtable("drafting").flatMap(drafting)
        root.finish()
        checkNames(mailboxes: mailboxes, stores: stores)
        if amazon == nil, !root.has("amazon"),
            let first = stores.firstIndex(where: { $0.channel == "amazon" && $0.syncsOrders })
        {
            report.add("store[\(first)]", .unknownReference, "orders need an [amazon] table")
        }
        guard let core else { return nil }
        var configuration = Configuration(
            file: file, core: core, mailboxes: mailboxes, amazon: amazon, stores: stores)
        configuration.workstation.viewer = viewer
        configuration.workstation.dictation = dictation
        if let audit { configuration.audit = audit }
        configuration.translation = translation
        configuration.drafting = drafting
        return configuration
    }

    private func core(_ table: TableReader) -> CoreSettings? {
        let data = table.requiredString("data").map(absolute)
        let socket = table.requiredString("socket").map(absolute)
        var settings = CoreSettings(
            data: data ?? "", socket: socket ?? "", admins: table.strings("admins") ?? [],
            timeZone: table.string("time_zone") ?? "UTC",
            undoSeconds: table.integer("undo_seconds", in: 0...60) ?? 15,
            templates: table.string("templates").map(absolute))
        settings.lintRules = table.string("lint_rules").map(absolute)
        settings.spelling = table.string("spelling")
        if let spelling = settings.spelling, !["hunspell", "aspell", "off"].contains(spelling) {
            table.fail("spelling", .badValue, "hunspell, aspell or off")
        }
        switch table.string("confirm_excuse") ?? "supervisor" {
        case "agent": settings.agentsConfirmExcuses = true
        case "supervisor": break
        default: table.fail("confirm_excuse", .badValue, "agent or supervisor")
        }
        // sockaddr_un holds 108 bytes with the closing zero (unix(7)).
        if let socket, socket.utf8.count > 107 {
            table.fail("socket", .badValue, "at most 107 bytes")
        }
        if !isZoneName(settings.timeZone) {
            table.fail("time_zone", .badValue, "an IANA zone such as Asia/Shanghai")
        }
        table.finish()
        return data != nil && socket != nil ? settings : nil
    }

    private func dictation(_ table: TableReader) -> [String] {
        let words = table.strings("dictation") ?? []
        guard let program = words.first, !program.hasPrefix("/") else { return words }
        table.fail("dictation", .badValue, "a program by its whole path, then its words")
        return []
    }

    private func isZoneName(_ name: String) -> Bool {
        guard !name.contains(".."), !name.hasPrefix("/") else { return false }
        if name == "UTC" { return true }
        return (try? FileStatus(path: "/usr/share/zoneinfo/" + name))?.isDirectory == false
    }

    func amazon(_ table: TableReader) -> AmazonSettings? {
        let clientID = table.requiredString("client_id")
        let secret = secret(table, "client_secret", isRequired: true)
        let lwa = table.string("lwa") ?? "https://api.amazon.com/auth/o2/token"
        checkWebEndpoint(table, "lwa", lwa)
        let endpoints =
            table.stringMap("endpoints")
            ?? [
                "na": "https://sellingpartnerapi-na.amazon.com",
                "eu": "https://sellingpartnerapi-eu.amazon.com",
                "fe": "https://sellingpartnerapi-fe.amazon.com",
            ]
        for region in endpoints.keys.sorted() {
            guard ["na", "eu", "fe"].contains(region) else {
                table.fail("endpoints.\(region)", .unknownKey, "known here: eu, fe, na")
                continue
            }
            checkWebEndpoint(table, "endpoints.\(region)", endpoints[region] ?? "")
        }
        let applicationID = table.string("application_id")
        let redirect = table.string("redirect_uri")
        let consent = table.string("consent")
        for (key, value) in [("redirect_uri", redirect), ("consent", consent)] {
            if let value { checkWebEndpoint(table, key, value) }
        }
        let isDraft = table.bool("draft") ?? false
        table.finish()
        guard let clientID, let secret else { return nil }
        var settings = AmazonSettings(
            clientID: clientID, clientSecret: secret, applicationID: applicationID, lwa: lwa,
            endpoints: endpoints)
        settings.redirect = redirect
        settings.consent = consent
        settings.isDraft = isDraft
        return settings
    }

    private func store(_ table: TableReader) -> StoreSettings? {
        let id = table.requiredString("id")
        let channel = table.string("channel") ?? "amazon"
        let sellerID = table.requiredString("seller_id")
        let region = table.requiredString("region")
        let marketplaces = table.strings("marketplaces") ?? []
        if marketplaces.isEmpty { table.fail("marketplaces", .missingKey, "at least one, as US") }
        if let region, channel == "amazon", !["na", "eu", "fe"].contains(region) {
            table.fail("region", .badValue, "na, eu or fe")
        }
        let sync = table.subtable("sync")
        let settings = StoreSettings(
            id: id ?? "", channel: channel, sellerID: sellerID ?? "", region: region ?? "",
            marketplaces: marketplaces, refreshToken: secret(table, "refresh_token"),
            mailbox: table.string("mailbox"), address: table.string("address"),
            syncsOrders: sync?.bool("orders") ?? true,
            syncsMessages: sync?.bool("messages") ?? true,
            backfillDays: sync?.integer("backfill_days", in: 0...730) ?? 90,
            everySeconds: sync?.integer("every_seconds", in: 1...86_400) ?? 180)
        sync?.finish()
        if settings.syncsOrders, channel == "amazon", settings.refreshToken == nil,
            !table.has("refresh_token_file"), !table.has("refresh_token_credential")
        {
            table.fail("refresh_token_file", .missingKey, "needed to sync orders")
        }
        table.finish()
        return id != nil && sellerID != nil && region != nil ? settings : nil
    }

    private func checkNames(mailboxes: [MailboxSettings], stores: [StoreSettings]) {
        var names: Set<String> = []
        for (index, mailbox) in mailboxes.enumerated() where !names.insert(mailbox.name).inserted {
            report.add("mailbox[\(index)].name", .duplicate, mailbox.name)
        }
        var ids: Set<String> = []
        for (index, store) in stores.enumerated() {
            if !ids.insert(store.id).inserted {
                report.add("store[\(index)].id", .duplicate, store.id)
            }
            if let mailbox = store.mailbox, !names.contains(mailbox) {
                report.add("store[\(index)].mailbox", .unknownReference, mailbox)
            }
        }
    }
}
