import HelpDesk

/// Says how sure it is that a buyer only thanks (helpdesk section 3.3). Only a person may act on it.
struct CourtesyJudge: Sendable {
    let table: CourtesyTable
    let categories: CategoryTable

    /// From this confidence on a message is shown as courtesy.
    static let courtesyFrom = 0.8

    /// 0 to 1; 0 as soon as something speaks against it.
    func confidence(_ text: String, hasAttachments: Bool) -> Double {
        let trimmed = SafeText.body(text)
        guard !trimmed.isEmpty, trimmed.count <= table.longestText, !hasAttachments else {
            return 0
        }
        guard !trimmed.contains(where: { "?？".contains($0) || $0.isNumber }) else { return 0 }
        let words = WordText(trimmed)
        guard let language = table.languages.first(where: { $0.thanks.hasHit(in: words) }) else {
            return 0
        }
        let rest = words.hasEastAsian ? packedRest(words, language) : wordRest(words, language)
        // A problem named in politely covered words is still a problem.
        if rest.refuses { return 0 }
        return switch rest.share {
        case ..<0.05: 0.99
        case ..<0.2: 0.93
        case ..<0.4: 0.85
        case ..<0.6: 0.6
        default: 0.3
        }
    }

    /// How much of a text neither thanks nor is polite; a name at its end is forgiven.
    private func wordRest(_ text: WordText, _ language: CourtesyTable.Language)
        -> (share: Double, refuses: Bool)
    {
        let covered = language.thanks.coveredWords(text.words)
            .union(language.polite.coveredWords(text.words))
        let left = text.words.indices.filter { !covered.contains($0) }
        let leftText = WordText(left.map { String(text.words[$0]) }.joined(separator: " "))
        let problems = categories.rows.contains {
            $0.value != .other && !$0.strong.hits(in: leftText).isEmpty
        }
        let forgiven = min(2, left.count)
        let share = Double(left.count - forgiven) / Double(max(1, text.words.count))
        let nameCost = text.words.count > 3 ? 0.0 : Double(forgiven) * 0.1
        return (share + nameCost, problems || table.refusing.hasHit(in: leftText))
    }

    private func packedRest(_ text: WordText, _ language: CourtesyTable.Language)
        -> (share: Double, refuses: Bool)
    {
        let left = language.polite.removingPacked(
            from: language.thanks.removingPacked(from: text.packed))
        let letters = left.filter { $0.isLetter }
        let leftText = WordText(left)
        let problems = categories.rows.contains {
            $0.value != .other && !$0.strong.hits(in: leftText).isEmpty
        }
        let share = Double(max(0, letters.count - 3)) / Double(max(1, text.packed.count))
        return (share, problems || table.refusing.hasHit(in: leftText))
    }
}
