import HelpDesk

/// Digits that are no telephone number, whatever stands around them (compliance section 5).
struct Shapes {
    /// By element of the joined layer: belongs to a known shape.
    private(set) var claimed: [Bool]

    init(_ input: LintInput, hits: [Hit], meter: inout StepMeter) {
        let text = input.text
        claimed = Array(repeating: false, count: text.count)
        let known = Self.knownNumbers(input.context)
        var index = 0
        while index < text.count {
            meter.count()
            guard Self.isTokenScalar(text[index]) else {
                index += 1
                continue
            }
            let start = index
            while index < text.count, Self.isTokenScalar(text[index]) {
                meter.count()
                index += 1
            }
            if Self.isShape(start..<index, in: text, known: known) { claim(start..<index) }
        }
        claimGroupedKnown(text, known: known, meter: &meter)
    }

    private mutating func claim(_ range: Range<Int>) {
        for index in range { claimed[index] = true }
    }

    /// Tracking numbers are often written in fours: compares the digits of whole runs.
    private mutating func claimGroupedKnown(
        _ text: NormalizedText, known: Set<String>, meter: inout StepMeter
    ) {
        guard !known.isEmpty else { return }
        var index = 0
        while index < text.count {
            meter.count()
            guard text[index].isASCIIDigit, !claimed[index],
                let run = text.numberRun(at: index, claimed: claimed, meter: &meter)
            else {
                index += 1
                continue
            }
            let digits = run.groups.map { text.string($0) }.joined()
            if known.contains(digits) { claim(run.range) }
            index = run.range.upperBound
        }
    }

    private static func isShape(_ range: Range<Int>, in text: NormalizedText, known: Set<String>)
        -> Bool
    {
        let token = text.scalars[range]
        let hasDigit = token.contains { $0.isASCIIDigit }
        guard hasDigit else { return false }
        if token.contains(where: { $0.isASCIILetter }) { return true }
        let groups = text.string(range).split(separator: "-")
        if groups.map(\.count) == [3, 7, 7] { return true }
        return known.contains(groups.joined())
    }

    private static func isTokenScalar(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCIIAlphanumeric || scalar == "-" || scalar == "_"
    }

    private static func knownNumbers(_ context: LintContext) -> Set<String> {
        let orders = ([context.orderID].compactMap { $0 } + context.knownOrderIDs).map(\.rawValue)
        let all = orders + context.knownTrackingNumbers + context.knownASINs
        return Set(
            all.map { number in
                String(
                    String.UnicodeScalarView(
                        NormalizedText.foldedTerm(number).filter(\.isASCIIAlphanumeric)))
            }.filter { !$0.isEmpty })
    }
}
