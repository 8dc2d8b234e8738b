/// All terms of the lexicon in one tree: one pass finds every term, at most one walk of the
/// longest term's length from each letter.
struct PhraseTrie: Sendable {
    private struct Step: Hashable {
        var node: Int32
        var scalar: Unicode.Scalar
    }

    private struct Ending {
        var concept: Concept
        /// A stem may go on to the end of its word.
        var isStem: Bool
    }

    private var steps: [Step: Int32] = [:]
    private var endings: [[Ending]] = [[]]

    init(_ terms: [(Concept, String)]) {
        for (concept, list) in terms {
            for entry in list.split(whereSeparator: { $0 == "," || $0 == "\n" }) {
                insert(Self.trimmed(entry), as: concept)
            }
        }
    }

    /// Calls `found` for each term that starts at `start` and keeps the borders of words.
    func matches(
        in text: NormalizedText, at start: Int, meter: inout StepMeter,
        found: (Concept, Range<Int>) -> Void
    ) {
        if text[start].isSpacedWordScalar, start > 0, text[start - 1].isSpacedWordScalar { return }
        var node: Int32 = 0
        var index = start
        while index < text.count, let next = steps[Step(node: node, scalar: text[index])] {
            meter.count()
            node = next
            index += 1
            for ending in endings[Int(node)] {
                guard let end = wordEnd(in: text, at: index, ending, meter: &meter) else {
                    continue
                }
                found(ending.concept, start..<end)
            }
        }
    }

    private func wordEnd(
        in text: NormalizedText, at index: Int, _ ending: Ending, meter: inout StepMeter
    ) -> Int? {
        guard text[index - 1].isSpacedWordScalar, let next = text.scalar(at: index),
            next.isSpacedWordScalar
        else { return index }
        guard ending.isStem else {
            // A number may follow a name without a space: "qq88123456".
            return next.isASCIIDigit && !text[index - 1].isASCIIDigit ? index : nil
        }
        var end = index
        while end < text.count, end - index < 16, text[end].isSpacedWordScalar {
            meter.count()
            end += 1
        }
        return end
    }

    private mutating func insert(_ entry: String, as concept: Concept) {
        let isStem = entry.hasSuffix("*")
        let term = NormalizedText.foldedTerm(isStem ? String(entry.dropLast()) : entry)
        guard !term.isEmpty else { return }
        var node: Int32 = 0
        for scalar in term {
            let step = Step(node: node, scalar: scalar)
            if let next = steps[step] {
                node = next
            } else {
                let next = Int32(endings.count)
                endings.append([])
                steps[step] = next
                node = next
            }
        }
        endings[Int(node)].append(Ending(concept: concept, isStem: isStem))
    }

    private static func trimmed(_ entry: Substring) -> String {
        var entry = entry
        while entry.first == " " { entry.removeFirst() }
        while entry.last == " " { entry.removeLast() }
        return String(entry)
    }
}
