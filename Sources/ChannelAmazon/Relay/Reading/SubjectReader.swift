internal import Foundation
import HelpDesk

/// Takes a subject apart: order number, buyer's name, and the topic that is left.
struct SubjectReader: Sendable {
    struct Parts: Equatable {
        var topic: String
        var name: String?
    }

    let table: SubjectTable

    func read(_ subject: String) -> Parts {
        let bare = withoutOrder(withoutReplyMarks(SafeText.line(subject)))
        for clause in table.clauses {
            if let parts = cut(clause, from: bare) { return parts }
        }
        return Parts(topic: tidy(bare), name: nil)
    }

    /// `subject` without its order part, for names at its end.
    func withoutOrder(_ subject: String) -> String {
        var subject = subject
        while let part = orderPart(subject) { subject.removeSubrange(part) }
        return subject
    }

    private func cut(_ clause: SubjectTable.Clause, from subject: String) -> Parts? {
        guard let before = range(of: clause.before, in: subject) else { return nil }
        var end = subject.endIndex
        var rest = ""
        if let after = clause.after {
            let tail = String(subject[before.upperBound...])
            guard let found = range(of: after, in: tail) else { return nil }
            rest = String(tail[found.upperBound...])
            end = subject.index(
                before.upperBound,
                offsetBy: tail.distance(from: tail.startIndex, to: found.lowerBound))
        }
        let name = SafeText.line(String(subject[before.upperBound..<end]), limit: 200)
        let pieces = [String(subject[..<before.lowerBound]), clause.keep ?? "", rest]
        return Parts(topic: tidy(pieces.joined(separator: " ")), name: name.isEmpty ? nil : name)
    }

    /// Without regard to case, and only at a word's beginning where words are set apart.
    private func range(of words: String, in text: String) -> Range<String.Index>? {
        var from = text.startIndex
        while let found = text.range(
            of: words, options: .caseInsensitive, range: from..<text.endIndex)
        {
            let isEastAsian = words.unicodeScalars.contains(where: WordFolding.isEastAsian)
            if isEastAsian || isBoundary(text, before: found.lowerBound),
                isEastAsian || isBoundary(text, after: found.upperBound)
            {
                return found
            }
            from = found.upperBound
        }
        return nil
    }

    private func isBoundary(_ text: String, before index: String.Index) -> Bool {
        guard index > text.startIndex else { return true }
        return !text[text.index(before: index)].isLetter
    }

    private func isBoundary(_ text: String, after index: String.Index) -> Bool {
        index == text.endIndex || !text[index].isLetter
    }

    /// The parentheses with an order number, or with nothing but an order word.
    private func orderPart(_ subject: String) -> Range<String.Index>? {
        var from = subject.startIndex
        while let open = subject[from...].firstIndex(where: { "(（[".contains($0) }) {
            let close = subject[open...].firstIndex { ")）]".contains($0) }
            let end = close.map { subject.index(after: $0) } ?? subject.endIndex
            let inside = String(subject[subject.index(after: open)..<(close ?? subject.endIndex)])
            if isOrder(inside) { return open..<end }
            from = subject.index(after: open)
        }
        return nil
    }

    private func isOrder(_ inside: String) -> Bool {
        if !OrderNumbers.all(in: inside, limit: 1).isEmpty { return true }
        let word = WordFolding.fold(inside).filter { !$0.isWhitespace && !":：#".contains($0) }
        return table.orderWords.contains {
            word == WordFolding.fold($0).filter { !$0.isWhitespace }
        }
    }

    private func withoutReplyMarks(_ subject: String) -> String {
        var rest = subject[...]
        for _ in 0..<6 {
            guard let colon = rest.firstIndex(where: { $0 == ":" || $0 == "：" }) else { break }
            let mark = rest[..<colon].filter {
                !$0.isWhitespace && !$0.isNumber && !"[]".contains($0)
            }
            guard table.replyMarks.contains(mark.lowercased()) else { break }
            rest = rest[rest.index(after: colon)...].drop { $0.isWhitespace }
        }
        return String(rest)
    }

    private func tidy(_ topic: String) -> String {
        var topic = SafeText.line(topic)
        for filler in table.fillerEnds where topic.lowercased().hasSuffix(filler.lowercased()) {
            let rest = topic.dropLast(filler.count)
            if rest.contains(where: \.isLetter) || topic.count == filler.count {
                topic = String(rest)
            }
            break
        }
        return topic.trimmingCharacters(in: CharacterSet(charactersIn: " -–:：,、…・"))
    }
}
