/// `[translation]`: what turns buyers' messages and drafts into another language. Without it the
/// desk works the same and says that it is off.
package struct TranslationSettings: Sendable, Hashable {
    package enum Engine: Sendable, Hashable {
        /// Program and words; `{from}` and `{to}` stand for the languages. The text goes in on
        /// standard input and comes out on standard output.
        case command([String])
        /// A server that speaks LibreTranslate's protocol.
        case libreTranslate(url: String, key: Secret?)
        /// A server with OpenAI's chat completions, on the seller's own network.
        case chat(url: String, model: String, key: Secret?)
    }

    package var engine: Engine
    /// The engine's names of languages by ours, such as `eng` for `en`.
    package var names: [String: String]
    package var timeoutSeconds: Int

    package init(engine: Engine, names: [String: String] = [:], timeoutSeconds: Int = 20) {
        self.engine = engine
        self.names = names
        self.timeoutSeconds = timeoutSeconds
    }
}

extension ConfigurationReader {
    /// `[translation]`; nil for `engine = "off"`.
    func translation(_ table: TableReader) -> TranslationSettings? {
        let engine = engine(table)
        let names = names(table)
        let timeout = table.integer("timeout_seconds", in: 1...120) ?? 20
        table.finish()
        return engine.map {
            TranslationSettings(engine: $0, names: names, timeoutSeconds: timeout)
        }
    }

    private func engine(_ table: TableReader) -> TranslationSettings.Engine? {
        switch table.requiredString("engine") {
        case "off", nil: return nil
        case "command":
            let words = table.strings("command") ?? []
            guard let program = words.first, program.hasPrefix("/") else {
                table.fail("command", .badValue, "a program by its whole path, then its words")
                return nil
            }
            return .command(words)
        case "libretranslate":
            let key = secret(table, "key")
            return engineURL(table).map { .libreTranslate(url: $0, key: key) }
        case "chat":
            let key = secret(table, "key")
            let model = table.requiredString("model")
            guard let url = engineURL(table), let model else { return nil }
            return .chat(url: url, model: model, key: key)
        default:
            table.fail("engine", .badValue, "command, libretranslate, chat or off")
            return nil
        }
    }

    /// Buyers' words travel to it: encrypted, or within the house.
    func engineURL(_ table: TableReader) -> String? {
        guard var text = table.requiredString("url") else { return nil }
        guard let endpoint = Endpoint(text), endpoint.scheme == "https" || endpoint.isPrivate
        else {
            table.fail("url", .badValue, "https, or http to an address of the own network")
            return nil
        }
        while text.hasSuffix("/") { text.removeLast() }
        return text
    }

    private func names(_ table: TableReader) -> [String: String] {
        var names: [String: String] = [:]
        for entry in table.strings("names") ?? [] {
            let parts = entry.split(separator: "=", maxSplits: 1).map(String.init)
            if parts.count == 2 {
                names[parts[0]] = parts[1]
            } else {
                table.fail("names", .badValue, "pairs such as \"en=eng\"")
            }
        }
        return names
    }
}

extension Endpoint {
    /// The loopback, or an address of RFC 1918.
    var isPrivate: Bool {
        guard scheme == "http" else { return false }
        if isLoopback { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
            .compactMap { UInt8($0) }
        guard parts.count == 4, host.split(separator: ".").count == 4 else { return false }
        return switch (parts[0], parts[1]) {
        case (10, _), (192, 168), (172, 16...31): true
        default: false
        }
    }
}
