package import HelpDesk

/// A typed message that the platform offers for one order now.
package struct MessagingAction: Hashable, Sendable, Codable {
    /// Our table's limits, narrowed by the schema that came with the action.
    package var rule: MessageRule
    package var title: String?
    /// What the platform says that the message is for.
    package var hint: String?
    package var isDisabled: Bool
    package var disabledReason: String?

    /// The platform's name, such as `unexpectedProblem`.
    package var name: String { rule.action }
}

/// What may be sent for an order (Messaging v1).
package struct MessagingActions: Hashable, Sendable, Codable {
    package var actions: [MessagingAction]
    /// Names on the list that no operation belongs to; they are left out.
    package var unknownNames: [String]
    package var requestID: String?
}

/// Reads the answer of getMessagingActionsForOrder (amazon.md 1.3).
struct MessagingActionsReader {
    var table = MessagingTable.standard

    /// Nil when the list of actions is missing.
    func read(_ document: JSONValue, requestID: String?) -> MessagingActions? {
        guard let links = document["_links"]?["actions"]?.elements else { return nil }
        let details = document["_embedded"]?["actions"]?.elements ?? []
        var result = MessagingActions(actions: [], unknownNames: [], requestID: requestID)
        var seen: Set<String> = []
        for name in links.prefix(100).compactMap({ $0["name"]?.text })
        where seen.insert(name).inserted {
            guard let entry = table.entry(name) else {
                result.unknownNames.append(PlatformText.cleaned(name, limit: 80))
                continue
            }
            let own = details.first { $0["name"]?.text == name }
            result.actions.append(action(entry.rule, own))
        }
        return result
    }

    private func action(_ rule: MessageRule, _ details: JSONValue?) -> MessagingAction {
        let schema = details?["_embedded"]?["schema"]
        let title = details?["title"]?.text ?? schema?["title"]?.text
        return MessagingAction(
            rule: narrowed(rule, by: schema?["properties"]),
            title: title.map { PlatformText.cleaned($0, limit: 200) },
            hint: schema?["description"]?.text.map { PlatformText.cleaned($0, limit: 400) },
            isDisabled: schema?["disabled"]?.flag ?? false,
            disabledReason: schema?["disabledReason"]?.text.map {
                PlatformText.cleaned($0, limit: 300)
            })
    }

    /// The stricter of the two limits: the schema's text is called otherwise than the body's.
    private func narrowed(_ rule: MessageRule, by properties: JSONValue?) -> MessageRule {
        var rule = rule
        if let limit = rule.textLimit,
            let most = properties?["rawMessageBody"]?["maxLength"]?.whole, most > 0
        {
            rule.textLimit = min(limit, most)
        }
        if let most = properties?["attachments"]?["maxItems"]?.whole, most > 0 {
            rule.mostFiles = min(rule.mostFiles, most)
        }
        if let least = properties?["attachments"]?["minItems"]?.whole, least > 0 {
            rule.fewestFiles = min(max(rule.fewestFiles, least), rule.mostFiles)
        }
        return rule
    }
}
