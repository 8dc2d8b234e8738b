/// `[drafting]`: a server with OpenAI's chat completions that proposes answers. Without it the desk
/// works the same and says that it is off.
package struct DraftingSettings: Sendable, Hashable {
    package var url: String
    package var model: String
    package var key: Secret?
    package var timeoutSeconds: Int
    /// Drafts that one person may ask for in an hour.
    package var perHour: Int

    package init(
        url: String, model: String, key: Secret? = nil, timeoutSeconds: Int = 40, perHour: Int = 30
    ) {
        self.url = url
        self.model = model
        self.key = key
        self.timeoutSeconds = timeoutSeconds
        self.perHour = perHour
    }
}

extension ConfigurationReader {
    /// `[drafting]`; nil for `engine = "off"`.
    func drafting(_ table: TableReader) -> DraftingSettings? {
        let engine = table.requiredString("engine")
        let timeout = table.integer("timeout_seconds", in: 1...300) ?? 40
        let perHour = table.integer("per_hour", in: 1...1000) ?? 30
        defer { table.finish() }
        switch engine {
        case "off", nil: return nil
        case "chat":
            let key = secret(table, "key")
            let model = table.requiredString("model")
            guard let url = engineURL(table), let model else { return nil }
            return DraftingSettings(
                url: url, model: model, key: key, timeoutSeconds: timeout, perHour: perHour)
        default:
            table.fail("engine", .badValue, "chat or off")
            return nil
        }
    }
}
