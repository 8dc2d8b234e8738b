import HelpDesk

extension Detector {
    /// ORD-01 and ORD-02: the order's number, missing or another one's.
    static let orderNumbers = Detector(name: "order numbers") { input, _, meter in
        let numbers = orders(in: input.folded, meter: &meter)
        let context = input.context
        if numbers.isEmpty {
            guard context.messageKind == .proactive else { return [] }
            let end = input.byteCount..<input.byteCount
            let named = context.orderID.map { (range: end, text: "\n\n(\($0.rawValue))") }
            return [Hit(.orderMissing, 0..<0, fix: named)]
        }
        guard let own = context.orderID else { return [] }
        let known = Set([own] + context.knownOrderIDs).map(\.rawValue)
        return numbers.compactMap { range in
            known.contains(input.folded.string(range))
                ? nil
                : Hit(.otherOrder, input.folded.origin(of: range), suggestion: own.rawValue)
        }
    }

    /// ORD-03: the mark of a critical message on one that is none.
    static let importantMarks = Detector(name: "important marks") { input, hits, meter in
        guard input.context.messageKind == .proactive else { return [] }
        let isCourtesy = hits.contains { hit in
            ["REV", "MKT", "STA"].contains { hit.rule.code.hasPrefix($0) }
        }
        guard isCourtesy else { return [] }
        return ["[important]", "[重要]", "【重要】"].compactMap { mark in
            input.folded.firstRange(of: mark, meter: &meter).map {
                Hit(.important, input.folded.origin(of: $0))
            }
        }
    }

    /// STA-02: a message that only thanks.
    static let courtesyOnly = Detector(name: "courtesy only") { input, hits, meter in
        let others = hits.filter { $0.rule != .orderMissing }
        guard input.context.messageKind == .proactive, others.isEmpty, input.text.count < 600,
            input.hits.contains(where: { $0.concept == .courtesy })
        else { return [] }
        meter.count(input.text.count)
        let says = input.text.indices.contains { input.text[$0] == "?" }
        let digits = input.text.indices.filter { input.text[$0].isASCIIDigit }.count
        let orders = orders(in: input.folded, meter: &meter).count * 17
        return says || digits - orders > 4 ? [] : [Hit(.courtesyOnly, 0..<0)]
    }

    /// Numbers of the form 3-7-7 without a digit on either side.
    private static func orders(in text: NormalizedText, meter: inout StepMeter) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index + 19 <= text.count {
            meter.count()
            if isOrder(at: index, in: text) {
                found.append(index..<index + 19)
                index += 19
            } else {
                index += 1
            }
        }
        return found
    }

    private static func isOrder(at start: Int, in text: NormalizedText) -> Bool {
        guard text[start].isASCIIDigit, start == 0 || !text[start - 1].isASCIIDigit,
            text.scalar(at: start + 19)?.isASCIIDigit != true
        else { return false }
        return (0..<19).allSatisfy { offset in
            let isDash = offset == 3 || offset == 11
            return isDash ? text[start + offset] == "-" : text[start + offset].isASCIIDigit
        }
    }
}

extension NormalizedText {
    /// The first place of a folded word.
    func firstRange(of word: String, meter: inout StepMeter) -> Range<Int>? {
        let scalars = Array(word.unicodeScalars)
        guard count >= scalars.count else { return nil }
        for start in 0...(count - scalars.count) {
            meter.count()
            if scalars.indices.allSatisfy({ self[start + $0] == scalars[$0] }) {
                return start..<start + scalars.count
            }
        }
        return nil
    }
}
