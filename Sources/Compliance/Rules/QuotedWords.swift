import HelpDesk

/// Words in quotes that the answer gives back: what the buyer wrote, or what a thing shall bear
/// (compliance section 4.3).
///
/// The buyer's own words only advise. Where nobody knows what he wrote, only those are taken for his
/// that the answer refuses. An address, a number or a link stays what it is, whoever wrote it; what a
/// thing shall bear is to be confirmed.
struct QuotedWords {
    private struct Quote {
        /// Bytes of the text, with the marks.
        var place: Range<Int>
        var isTheirs: Bool
    }

    private let quotes: [Quote]

    /// Letters between two marks.
    private static let longest = 240
    /// Letters between a quote and the words that say whose it is.
    private static let reach = 60
    /// Bytes that a finding may reach over a mark: "留言说“加个微信".
    private static let overhang = 30
    /// Letters between a quote and the words that refuse it.
    private static let refusalReach = 90
    private static let contactRules: Set<String> = [
        "CON-01", "CON-02", "CON-04", "CON-08", "LNK-01", "LNK-02", "LNK-03", "PAY-02",
    ]
    private static let inscribed: Set<String> = ["CON-01", "CON-02"]

    init(_ input: LintInput, echo: BuyerEcho, meter: inout StepMeter) {
        let signs = input.hits.filter { $0.concept == .buyerSaid || $0.concept == .inscription }
        guard !signs.isEmpty else {
            quotes = []
            return
        }
        let refusals = Self.refusals(input)
        quotes = Self.marks(in: input.text, meter: &meter).compactMap { range in
            let near = Self.terms(signs, around: range, reach: Self.reach, meter: &meter)
            guard !near.isEmpty else { return nil }
            let isInscription = near.contains { $0.concept == .inscription }
            let isTheirs =
                echo.isKnown
                ? echo.holds(input.text.scalars[range], meter: &meter)
                : !isInscription
                    && !Self.terms(
                        refusals, around: range, reach: Self.refusalReach, meter: &meter
                    ).isEmpty
            guard isTheirs || isInscription else { return nil }
            return Quote(place: input.text.origin(of: range), isTheirs: isTheirs)
        }
    }

    /// Words that say no, in order.
    private static func refusals(_ input: LintInput) -> [ConceptHit] {
        let polite = input.hits.filter { $0.concept == .falseNegation }.map(\.range)
        return input.hits.filter { hit in
            guard [.negation, .refusal, .weDoNot].contains(hit.concept), !hit.isMasked else {
                return false
            }
            let next = polite.partitioningIndex { $0.upperBound > hit.range.lowerBound }
            return next == polite.count || polite[next].lowerBound >= hit.range.upperBound
        }
    }

    /// The terms before or behind a quote; they are in order and short, so that few are near.
    private static func terms(
        _ hits: [ConceptHit], around quote: Range<Int>, reach: Int, meter: inout StepMeter
    ) -> [ConceptHit] {
        let first = hits.partitioningIndex {
            $0.range.lowerBound > quote.lowerBound - reach - PhraseTrie.longestMatch
        }
        let around = hits[first...].prefix { $0.range.lowerBound < quote.upperBound + reach }
        meter.count(1 + around.count)
        return around.filter {
            $0.range.upperBound > quote.lowerBound - reach
                && ($0.range.upperBound <= quote.lowerBound + 1
                    || $0.range.lowerBound >= quote.upperBound - 1)
        }
    }

    /// How grave a finding is that may only repeat what stands in quotes.
    func gravity(of hit: Hit, else gravity: Severity, meter: inout StepMeter) -> Severity {
        let first = quotes.partitioningIndex { $0.place.upperBound > hit.origin.lowerBound }
        let near = quotes[first...].prefix { $0.place.lowerBound < hit.origin.upperBound }
        meter.count(near.count)
        let quote = near.first { quote in
            let inside = hit.origin.clamped(to: quote.place).count
            return inside * 2 > hit.origin.count && hit.origin.count - inside <= Self.overhang
        }
        guard let quote else { return gravity }
        let isContact = Self.contactRules.contains(hit.rule.code)
        if quote.isTheirs { return isContact ? gravity : .advise }
        guard !isContact || Self.inscribed.contains(hit.rule.code) else { return gravity }
        return gravity == .block ? .warn : .advise
    }

    /// What stands between two marks of a kind; folding made Western marks one.
    private static func marks(in text: NormalizedText, meter: inout StepMeter) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var start: Int?
        for index in text.indices {
            meter.count()
            let scalar = text[index]
            if scalar == "\n" { start = nil }
            let isClosing = scalar == "」" || scalar == "』" || (scalar == "\"" && start != nil)
            if isClosing, let first = start {
                if index - first <= longest { found.append(first..<index + 1) }
                start = nil
            } else if scalar == "\"" || scalar == "「" || scalar == "『" {
                start = index
            }
        }
        return found
    }
}
