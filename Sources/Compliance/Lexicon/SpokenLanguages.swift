import HelpDesk

/// Which languages a text speaks, from its scripts and small words.
struct SpokenLanguages: Sendable {
    /// The language of each sentence; empty where it is too short to say.
    let bySentence: [TextLanguages]
    /// The language that most of the text speaks; empty when there is nothing to go by.
    let main: TextLanguages
    /// Every language whose words may count here.
    let all: TextLanguages

    /// Small words that make a sentence's language sure.
    private static let sureCount = 4
    /// East Asian letters that make it sure.
    private static let sureLetters = 6

    init(
        text: NormalizedText, sentences: [Sentence], hits: [ConceptHit], context: LintContext,
        meter: inout StepMeter
    ) {
        var total: [TextLanguages: Int] = [:]
        // Small words of one language alone: "un" and "de" are French, Italian and Spanish.
        var own: [TextLanguages: Int] = [:]
        var bySentence: [TextLanguages] = []
        var next = 0
        for sentence in sentences {
            var counts: [TextLanguages: Int] = [:]
            while next < hits.count, hits[next].range.lowerBound < sentence.range.upperBound {
                meter.count()
                if hits[next].concept == .smallWord {
                    let members = hits[next].languages.members.filter {
                        $0 != .ja && $0 != .zh
                    }
                    for language in members { counts[language, default: 0] += 1 }
                    if let only = members.first, members.count == 1 { own[only, default: 0] += 1 }
                }
                next += 1
            }
            let script = Self.script(of: sentence.range, in: text, meter: &meter)
            if script.kana > 0 {
                counts[.ja, default: 0] += script.kana + script.han
            } else if script.han > 0 {
                counts[.zh, default: 0] += script.han
            }
            for (language, count) in counts { total[language, default: 0] += count }
            for language in [TextLanguages.ja, .zh] { own[language] = total[language] }
            bySentence.append(Self.sure(counts))
        }
        self.bySentence = bySentence
        let best = total.max { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }
        main = (best?.value ?? 0) >= 3 ? best?.key ?? [] : []
        let most = own.values.max() ?? 0
        let spoken = own.filter { $0.value > 0 && $0.value * 8 >= most }
            .reduce(into: TextLanguages()) { $0.formUnion($1.key) }
        let known = spoken.union(TextLanguages(context.language)).union(main)
        // Without enough words of its own, a text of nobody knows which language may be any.
        let isUnsure = most < 3 && context.language == nil
        all = known.isEmpty || main.isEmpty || isUnsure ? .all : known
    }

    private static func sure(_ counts: [TextLanguages: Int]) -> TextLanguages {
        let ordered = counts.sorted { ($0.value, $0.key.rawValue) > ($1.value, $1.key.rawValue) }
        guard let best = ordered.first else { return [] }
        let needed = best.key == .ja || best.key == .zh ? sureLetters : sureCount
        let second = ordered.count > 1 ? ordered[1].value : 0
        return best.value >= needed && best.value >= second * 2 ? best.key : []
    }

    private static func script(
        of range: Range<Int>, in text: NormalizedText, meter: inout StepMeter
    ) -> (kana: Int, han: Int) {
        var kana = 0
        var han = 0
        for index in range {
            meter.count()
            let value = text[index].value
            if (0x3041...0x30FF).contains(value) {
                kana += 1
            } else if (0x4E00...0x9FFF).contains(value) {
                han += 1
            }
        }
        return (kana, han)
    }
}
