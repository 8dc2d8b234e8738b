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

    package static func obstacle(_ obstacle: TemplateObstacle) -> Phrase {
        self.obstacle(obstacle.code.rawValue, obstacle.arguments)
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
                obstacle(TemplateObstacle(.rules, ["rules": faults.joined(separator: ", ")])))
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
