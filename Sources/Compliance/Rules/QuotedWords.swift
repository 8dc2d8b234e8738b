/// Words in quotes that the answer gives back: what the buyer wrote, or what a thing shall bear
/// (compliance section 4.3).
///
/// They only advise. An address, a number or a link stays what it is, whoever wrote it, unless a
/// thing shall bear it: only `BuyerEcho` knows the buyer's own.
struct QuotedWords {
    private struct Quote {
        /// Bytes of the text, with the marks.
        var place: Range<Int>
        var isInscription: Bool
    }

    private let quotes: [Quote]

    /// Letters between two marks.
    private static let longest = 240
    /// Letters between a quote and the words that say whose it is.
    private static let reach = 60
    /// Bytes that a finding may reach over a mark: "留言说“加个微信".
    private static let overhang = 30
    private static let contactRules: Set<String> = [
        "CON-01", "CON-02", "CON-04", "CON-08", "LNK-01", "LNK-02", "LNK-03", "PAY-02",
    ]
    private static let inscribed: Set<String> = ["CON-01", "CON-02"]

    init(_ input: LintInput, meter: inout StepMeter) {
        let signs = input.hits.filter { $0.concept == .buyerSaid || $0.concept == .inscription }
        guard !signs.isEmpty else {
            quotes = []
            return
        }
        quotes = Self.marks(in: input.text, meter: &meter).compactMap { range in
            // Terms are in order and short, so that few are near a quote.
            let first = signs.partitioningIndex {
                $0.range.lowerBound > range.lowerBound - Self.reach - PhraseTrie.longestMatch
            }
            let around = signs[first...].prefix {
                $0.range.lowerBound < range.upperBound + Self.reach
            }
            meter.count(1 + around.count)
            let near = around.filter {
                $0.range.upperBound > range.lowerBound - Self.reach
                    && ($0.range.upperBound <= range.lowerBound + 1
                        || $0.range.lowerBound >= range.upperBound - 1)
            }
            guard !near.isEmpty else { return nil }
            return Quote(
                place: input.text.origin(of: range),
                isInscription: near.contains { $0.concept == .inscription })
        }
    }

    /// Whether a finding only repeats what stands in quotes.
    func excuses(_ hit: Hit, meter: inout StepMeter) -> Bool {
        let first = quotes.partitioningIndex { $0.place.upperBound > hit.origin.lowerBound }
        let near = quotes[first...].prefix { $0.place.lowerBound < hit.origin.upperBound }
        meter.count(near.count)
        return near.contains { quote in
            let inside = hit.origin.clamped(to: quote.place).count
            guard inside * 2 > hit.origin.count, hit.origin.count - inside <= Self.overhang else {
                return false
            }
            let isContact = Self.contactRules.contains(hit.rule.code)
            return !isContact || (quote.isInscription && Self.inscribed.contains(hit.rule.code))
        }
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
