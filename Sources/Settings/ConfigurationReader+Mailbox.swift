import SwiftExtensions

extension ConfigurationReader {
    func mailbox(_ table: TableReader) -> MailboxSettings? {
        let name = table.requiredString("name")
        let inbound = inbound(table)
        let outbound = outbound(table)
        let login = login(table, inbound: inbound, outbound: outbound)
        let from = table.string("from")
        if outbound != nil, from == nil, !table.has("from") {
            table.fail("from", .missingKey, "the approved sender's address")
        }
        if let from, !isPlainAddress(from) {
            table.fail("from", .badValue, "one plain address such as desk@example.com")
        }
        let pollSeconds = table.integer("poll_seconds", in: 1...3600) ?? 60
        let resultServers = table.strings("auth_results") ?? []
        let isRefusal = tempfailRefuses(table, outbound)
        let goLive = goLive(table)
        table.finish()
        guard let name, let inbound, let login else { return nil }
        var settings = MailboxSettings(
            name: name, inbound: inbound, outbound: outbound, login: login, from: from,
            pollSeconds: pollSeconds)
        settings.resultServers = resultServers
        settings.tempfailRefuses = isRefusal
        settings.goLive = goLive
        return settings
    }

    /// A day begins at midnight UTC.
    private func goLive(_ table: TableReader) -> Timestamp? {
        guard let text = table.string("go_live") else { return nil }
        if let instant = Timestamp(iso8601: text) ?? Timestamp(iso8601: text + "T00:00:00Z") {
            return instant
        }
        table.fail("go_live", .badValue, "a day or instant such as 2026-11-01T08:00:00Z")
        return nil
    }

    /// What a sendmail command means by its exit code 75.
    private func tempfailRefuses(
        _ table: TableReader, _ outbound: MailboxSettings.Outbound?
    ) -> Bool {
        guard let word = table.string("sendmail_tempfail") else { return false }
        if case .sendmail = outbound, ["unknown", "refused"].contains(word) {
            return word == "refused"
        }
        table.fail("sendmail_tempfail", .badValue, "unknown or refused, beside sendmail")
        return false
    }

    private func inbound(_ table: TableReader) -> MailboxSettings.Inbound? {
        let maildir = table.string("maildir")
        guard let imap = table.string("imap") else {
            guard let maildir else {
                if !table.has("imap") && !table.has("maildir") {
                    table.fail("imap", .missingKey, "imap or maildir")
                }
                return nil
            }
            return .maildir(absolute(maildir))
        }
        if maildir != nil { table.fail("maildir", .badValue, "either imap or maildir, not both") }
        return mailServer(table, "imap", imap, plain: "imap", secure: "imaps", ports: (143, 993))
            .map { .imap($0) }
    }

    private func outbound(_ table: TableReader) -> MailboxSettings.Outbound? {
        let sendmail = table.string("sendmail")
        guard let smtp = table.string("smtp") else { return sendmail.map { .sendmail($0) } }
        if sendmail != nil { table.fail("sendmail", .badValue, "either smtp or sendmail") }
        return mailServer(table, "smtp", smtp, plain: "smtp", secure: "smtps", ports: (587, 465))
            .map { .smtp($0) }
    }

    private func login(
        _ table: TableReader, inbound: MailboxSettings.Inbound?,
        outbound: MailboxSettings.Outbound?
    ) -> MailboxSettings.Login? {
        let user = table.string("user")
        let password = secret(table, "password")
        if let oauth2 = table.subtable("oauth2") {
            return oauthLogin(oauth2, user: user)
        }
        if let user, let password { return .password(user: user, password) }
        if case .imap = inbound {
            if user == nil, !table.has("user") {
                table.fail("user", .missingKey, "the mailbox's login name")
            }
            if password == nil, !table.has("password_file"), !table.has("password_credential") {
                table.fail("password_file", .missingKey, "a file of mode 0600, or oauth2")
            }
            return nil
        }
        return MailboxSettings.Login.none
    }

    private func oauthLogin(_ table: TableReader, user: String?) -> MailboxSettings.Login? {
        let clientID = table.requiredString("client_id")
        let endpoint = table.requiredString("token_endpoint")
        if let endpoint { checkWebEndpoint(table, "token_endpoint", endpoint) }
        let token = secret(table, "refresh_token", isRequired: true)
        table.finish()
        guard let clientID, let endpoint, let token, let user else { return nil }
        return .oauth2(
            user: user, clientID: clientID, tokenEndpoint: endpoint, refreshToken: token)
    }

    private func mailServer(
        _ table: TableReader, _ key: String, _ text: String, plain: String, secure: String,
        ports: (plain: Int, secure: Int)
    ) -> MailServer? {
        guard let endpoint = Endpoint(text) else {
            table.fail(key, .badValue, "\(secure)://host[:port]")
            return nil
        }
        switch endpoint.scheme {
        case secure:
            return MailServer(
                host: endpoint.host, port: endpoint.port ?? ports.secure, encryption: .tls)
        case "\(plain)+starttls":
            return MailServer(
                host: endpoint.host, port: endpoint.port ?? ports.plain, encryption: .startTLS)
        case plain:
            guard endpoint.isLoopback else {
                table.fail(
                    key, .insecureEndpoint,
                    "\(plain):// is for the loopback only; use \(secure)://")
                return nil
            }
            return MailServer(
                host: endpoint.host, port: endpoint.port ?? ports.plain, encryption: .none)
        default:
            table.fail(key, .badValue, "\(secure)://host[:port]")
            return nil
        }
    }

    func checkWebEndpoint(_ table: TableReader, _ key: String, _ text: String) {
        guard let endpoint = Endpoint(text), ["http", "https"].contains(endpoint.scheme) else {
            table.fail(key, .badValue, "https://host[:port]/path")
            return
        }
        if endpoint.scheme == "http", !endpoint.isLoopback {
            table.fail(key, .insecureEndpoint, "http:// is for the loopback only; use https://")
        }
    }

    /// `NAME_file` (a path) or `NAME_credential` (a systemd credential).
    func secret(_ table: TableReader, _ name: String, isRequired: Bool = false) -> Secret? {
        let fileKey = name + "_file"
        let credentialKey = name + "_credential"
        let file = table.string(fileKey)
        let credential = table.string(credentialKey)
        guard file != nil || credential != nil else {
            if isRequired, !table.has(fileKey), !table.has(credentialKey) {
                table.fail(fileKey, .missingKey, "a file of mode 0600")
            }
            return nil
        }
        let secret = file.map { Secret.file(absolute($0)) } ?? Secret.credential(credential ?? "")
        if checksSecrets { check(secret, table, file == nil ? credentialKey : fileKey) }
        return secret
    }

    private func check(_ secret: Secret, _ table: TableReader, _ key: String) {
        do { _ = try secret.load() } catch {
            switch error {
            case .exposed(let path, let permissions):
                let mode = String(permissions, radix: 8)
                table.fail(key, .secretExposed, "\(path) (mode 0\(mode))")
            case .missing(let path): table.fail(key, .secretMissing, path)
            case .unreadable(let path): table.fail(key, .secretUnreadable, path)
            case .empty(let path): table.fail(key, .secretEmpty, path)
            case .noCredentialsDirectory(let name):
                table.fail(key, .noCredentialsDirectory, name)
            }
        }
    }

    /// A relative path is relative to the configuration file's folder.
    func absolute(_ path: String) -> String {
        guard !path.hasPrefix("/") else { return path }
        guard let slash = file.lastIndex(of: "/") else { return path }
        return file[...slash] + path
    }

    private func isPlainAddress(_ text: String) -> Bool {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isClean = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 }
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && isClean
            && !text.contains { "<>,;\"".contains($0) }
    }
}
