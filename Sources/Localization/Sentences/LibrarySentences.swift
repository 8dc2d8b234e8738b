package import HelpDesk

/// How templates and macros stand, in words.
package enum LibrarySentences {
    package static let overdue = Phrase("library.overdue", "review overdue")

    package static func state(_ state: TemplateState) -> Phrase {
        switch state {
        case .waiting: Phrase("library.state.waiting", "waits for approval")
        case .offered: Phrase("library.state.offered", "in use")
        case .refused: Phrase("library.state.refused", "sent back")
        case .earlier: Phrase("library.state.earlier", "replaced")
        }
    }

    package static func field(_ field: TemplateChange.Field) -> Phrase {
        switch field {
        case .title: Phrase("library.field.title", "Title")
        case .language: Phrase("library.field.language", "Language")
        case .category: Phrase("library.field.category", "Kind of question")
        case .stores: Phrase("library.field.stores", "Stores")
        case .marketplaces: Phrase("library.field.marketplaces", "Marketplaces")
        case .variables: Phrase("library.field.variables", "Values")
        case .orderStates: Phrase("library.field.order-states", "Order stands")
        case .group: Phrase("library.field.group", "Group")
        case .origin: Phrase("library.field.origin", "Made from")
        }
    }

    /// With which version another one is compared.
    package static func against(_ number: Int) -> Phrase {
        Phrase("library.against", "compared with v{number}", ["number": "\(number)"])
    }

    /// A field's old or new content; kinds of question and standings of orders go by their words.
    package static func value(
        _ text: String, of field: TemplateChange.Field, in words: Words
    ) -> String {
        text.split(separator: ", ").map { part -> String in
            let phrase: Phrase? =
                switch field {
                case .category: InquiryCategory(rawValue: String(part)).map(CategoryWords.phrase)
                case .orderStates: OrderStanding(rawValue: String(part)).map(standing)
                default: nil
                }
            return phrase.map { words($0) } ?? String(part)
        }.joined(separator: ", ")
    }

    private static func standing(_ standing: OrderStanding) -> Phrase {
        switch standing {
        case .none: Phrase("library.standing.none", "no order")
        case .pending: Phrase("library.standing.pending", "pending")
        case .unshipped: Phrase("library.standing.unshipped", "not shipped")
        case .shipped: Phrase("library.standing.shipped", "shipped")
        case .delivered: Phrase("library.standing.delivered", "delivered")
        case .cancelled: Phrase("library.standing.cancelled", "cancelled")
        case .unknown: Phrase("library.standing.unknown", "unknown")
        }
    }

    /// What was said of a template besides its versions. `nobody` stands for no owner.
    package static func keeping(_ entry: TemplateKeeping, nobody: String) -> Phrase {
        let given = [
            "old": entry.old.isEmpty ? nobody : entry.old,
            "new": entry.new.isEmpty ? nobody : entry.new,
        ]
        return switch entry.act {
        case .owner: Phrase("library.keeping.owner", "owner: {old} → {new}", given)
        case .reviewDays:
            Phrase(
                "library.keeping.review-days", "looked at every {new} days, not {old}", given)
        case .reviewed: Phrase("library.keeping.reviewed", "v{new} looked at: still right", given)
        case .retired: Phrase("library.keeping.retired", "taken out of use: {new}", given)
        case .restored: Phrase("library.keeping.restored", "back in use")
        }
    }

    /// Why a template is not offered; standings of orders go by their words.
    package static func obstacle(_ obstacle: TemplateObstacle, in words: Words) -> String {
        let given = obstacle.arguments.mapValues { value($0, of: .orderStates, in: words) }
        return words(self.obstacle(obstacle.code.rawValue, given))
    }

    static func obstacle(_ code: String, _ given: [String: String]) -> Phrase {
        switch TemplateObstacle.Code(rawValue: code) {
        case .orderState:
            Phrase("library.not-now", "for orders that are {needs}; this one: {has}", given)
        case .rules, nil:
            Phrase(
                "library.breaks", "breaks {rules} since the rules changed",
                ["rules": given["rules"] ?? "?"])
        }
    }

    /// What asks for somebody; empty for a template that is fine.
    package static func marks(
        entry: TemplateEntry, newest: TemplateState, isInUse: Bool, faults: [String],
        isOverdue: Bool, isBehind: Bool, isUnused: Bool
    ) -> [Phrase] {
        var marks: [Phrase] = []
        if entry.retiredAt != nil { marks.append(Phrase("library.retired", "out of use")) }
        if newest != .offered, newest != .earlier || !isInUse { marks.append(state(newest)) }
        if !faults.isEmpty {
            marks.append(
                obstacle(
                    TemplateObstacle.Code.rules.rawValue,
                    ["rules": faults.joined(separator: ", ")]))
        }
        if isOverdue { marks.append(overdue) }
        if isBehind {
            marks.append(Phrase("library.behind", "older than what it was made from"))
        }
        if isUnused { marks.append(Phrase("library.unused", "unused for 120 days")) }
        return marks
    }

    /// `83 % (n 40, 69-92)`; a dash where too few letters say nothing.
    package static func share(_ share: TemplateShare) -> String {
        guard let told = share.told else { return "-" }
        func percent(_ value: Double) -> Int { Int((value * 100).rounded()) }
        return "\(percent(told.share)) % (n \(share.of), "
            + "\(percent(told.low))-\(percent(told.high)))"
    }
}
