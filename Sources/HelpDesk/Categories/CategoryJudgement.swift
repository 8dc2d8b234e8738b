/// What rules and a model said of a buyer's message, and which of them was believed: the rules
/// first, then the model (helpdesk section 3.5).
package struct CategoryJudgement: Hashable, Sendable, Codable {
    package enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        case rule, model
    }

    package var rule: InquiryCategory
    /// What the phrases that speak for `rule` weigh, in tenths; 0 where none stands in the text.
    package var weight: Int
    package var rulesVersion: Int
    /// Nil where nobody asked a model.
    package var model: InquiryCategory?
    /// The model's, 0 to 1.
    package var confidence: Double
    /// 0 for the model that ships with the desk.
    package var modelVersion: Int

    package init(
        rule: InquiryCategory, weight: Int, rulesVersion: Int = Self.currentRules,
        model: InquiryCategory? = nil, confidence: Double = 0, modelVersion: Int = 0
    ) {
        self.rule = rule
        self.weight = weight
        self.rulesVersion = rulesVersion
        self.model = model
        self.confidence = min(1, max(0, confidence))
        self.modelVersion = modelVersion
    }

    /// Raised whenever the tables of phrases change what they say.
    package static let currentRules = 3
    /// One telling word, which two categories may share.
    private static let weak = 10
    /// From here on the model is believed where the rules say nothing, and over one weak word.
    /// Measured: docs/performance.md.
    private static let believed = 0.45
    private static let outweighs = 0.5

    /// Rules that stand on no more than one word need a second opinion.
    package var asksModel: Bool { weight <= Self.weak }

    package var source: Source {
        guard asksModel, model != nil else { return .rule }
        return confidence >= (rule == .other ? Self.believed : Self.outweighs) ? .model : .rule
    }

    package var category: InquiryCategory { source == .model ? model ?? rule : rule }

    /// How sure the category is, 0 to 1: two telling words of the rules are.
    package var certainty: Double {
        source == .model ? confidence : min(1, Double(weight) / Double(2 * Self.weak))
    }
}

/// Why a ticket has its category, as people read it.
package struct CategoryReason: Hashable, Sendable, Codable {
    package enum Source: Hashable, Sendable, Codable {
        /// Phrases of a message.
        case rules(version: Int)
        case model(confidence: Double, version: Int)
        /// Somebody said so, or confirmed it.
        case person(name: String)
    }

    package var category: InquiryCategory
    package var source: Source

    package init(category: InquiryCategory, source: Source) {
        self.category = category
        self.source = source
    }

    package init(_ judgement: CategoryJudgement) {
        category = judgement.category
        source =
            switch judgement.source {
            case .rule: .rules(version: judgement.rulesVersion)
            case .model:
                .model(confidence: judgement.confidence, version: judgement.modelVersion)
            }
    }
}
