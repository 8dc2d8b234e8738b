/// Where a template's variables stand: `{{order.deliver_by}}` is nobody's words.
struct TemplateSlots {
    private var slots: [Range<Int>] = []

    private static let longest = 120

    init(_ text: NormalizedText, meter: inout StepMeter) {
        var index = 0
        while index + 1 < text.count {
            meter.count()
            guard text[index] == "{", text[index + 1] == "{" else {
                index += 1
                continue
            }
            var end = index + 2
            while end + 1 < text.count, end - index < Self.longest,
                !(text[end] == "}" && text[end + 1] == "}")
            {
                meter.count()
                end += 1
            }
            let isClosed = end + 1 < text.count && text[end] == "}" && text[end + 1] == "}"
            if isClosed { slots.append(index..<end + 2) }
            index = isClosed ? end + 2 : index + 2
        }
    }

    /// Whether a place lies in a variable.
    func covers(_ range: Range<Int>) -> Bool {
        let place = slots.partitioningIndex { $0.upperBound > range.lowerBound }
        return place < slots.count && slots[place].lowerBound <= range.lowerBound
    }
}
