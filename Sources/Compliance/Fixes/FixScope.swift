import HelpDesk

/// How far a fix reaches in the agent's own bytes, so that what stays is still a letter.
struct FixScope {
    private let input: LintInput
    /// Bytes of each sentence.
    private let sentences: [Range<Int>]
    /// The byte behind the first line that holds anything.
    private let firstLineEnd: Int

    init(input: LintInput) {
        self.input = input
        sentences = input.sentences.map { input.text.origin(of: $0.range) }
        var end = 0
        while let byte = input.byte(at: end), Self.isBlank(byte) { end += 1 }
        while let byte = input.byte(at: end), byte != 10 { end += 1 }
        firstLineEnd = end
    }

    /// The whole sentences that a place touches, without a greeting before or a signature behind.
    func sentences(around place: Range<Int>) -> Range<Int> {
        let first = sentences.partitioningIndex { $0.upperBound > place.lowerBound }
        let last = sentences.partitioningIndex { $0.upperBound >= place.upperBound }
        guard sentences.indices.contains(first) else { return place }
        let upper = sentences.indices.contains(last) ? sentences[last].upperBound : input.byteCount
        var range =
            min(
                sentences[first].lowerBound, place.lowerBound)..<max(
                upper, place.upperBound)
        range = afterGreeting(range, before: place.lowerBound)
        range = beforeSignature(range, behind: place.upperBound)
        return trimmed(range, around: place)
    }

    /// A place and the blank or the empty lines that would be left over without it.
    func deletion(of place: Range<Int>) -> Range<Int> {
        var lower = place.lowerBound
        var upper = place.upperBound
        let isWholeLine = isLineStart(lower) && isLineEnd(upper)
        if isWholeLine {
            while let byte = input.byte(at: upper), Self.isBlank(byte) { upper += 1 }
            if upper == input.byteCount {
                while lower > 0, input.byte(at: lower - 1).map(Self.isBlank) == true { lower -= 1 }
            }
            return lower..<upper
        }
        if isSpace(lower - 1), isSpace(upper) || isLineEnd(upper) || isStop(upper) {
            while isSpace(lower - 1) { lower -= 1 }
        } else if isLineStart(lower) {
            while isSpace(upper) { upper += 1 }
        }
        return lower..<upper
    }

    /// A slot that nobody filled goes out of a greeting, and elsewhere takes its sentence with it.
    func slotDeletion(of slot: Range<Int>) -> Range<Int> {
        let isInFirstLine = slot.lowerBound < firstLineEnd
        return deletion(of: isInFirstLine ? slot : sentences(around: slot))
    }

    /// A first line that ends in a comma or a colon greets, and stays.
    private func afterGreeting(_ range: Range<Int>, before place: Int) -> Range<Int> {
        var lower = range.lowerBound
        var index = lower
        var last: UInt8 = 0
        while index < place, let byte = input.byte(at: index) {
            if byte == 10 {
                let isGreeting =
                    last == 44 || last == 58 || last == 33 || isWideComma(before: index)
                if isGreeting { lower = index + 1 }
            } else if byte != 13, byte != 32 {
                last = byte
            }
            index += 1
        }
        return lower..<range.upperBound
    }

    /// A sentence without a stop ends with its line: a signature may stand below.
    private func beforeSignature(_ range: Range<Int>, behind place: Int) -> Range<Int> {
        var end = range.upperBound
        while end > place, let byte = input.byte(at: end - 1), Self.isBlank(byte) { end -= 1 }
        if end > range.lowerBound, isStop(end - 1) || isWideStop(before: end) { return range }
        var index = place
        while index < range.upperBound, let byte = input.byte(at: index) {
            if byte == 10 { return range.lowerBound..<index }
            index += 1
        }
        return range
    }

    private func trimmed(_ range: Range<Int>, around place: Range<Int>) -> Range<Int> {
        var lower = range.lowerBound
        var upper = range.upperBound
        while lower < place.lowerBound, let byte = input.byte(at: lower), Self.isBlank(byte) {
            lower += 1
        }
        while upper > place.upperBound, let byte = input.byte(at: upper - 1), Self.isBlank(byte) {
            upper -= 1
        }
        return lower..<upper
    }

    private func isLineStart(_ index: Int) -> Bool {
        index == 0 || input.byte(at: index - 1) == 10
    }

    private func isLineEnd(_ index: Int) -> Bool {
        guard let byte = input.byte(at: index) else { return true }
        return byte == 10 || byte == 13
    }

    private func isSpace(_ index: Int) -> Bool { input.byte(at: index) == 32 }

    private func isStop(_ index: Int) -> Bool {
        guard let byte = input.byte(at: index) else { return false }
        return byte == 46 || byte == 33 || byte == 63 || byte == 44
    }

    /// 。 ！ and ？ end in these bytes.
    private func isWideStop(before end: Int) -> Bool {
        guard end >= 3 else { return false }
        let bytes = Array(input.bytes(end - 3..<end))
        return [[0xE3, 0x80, 0x82], [0xEF, 0xBC, 0x81], [0xEF, 0xBC, 0x9F]].contains(bytes)
    }

    /// ， 、 and ： end in these bytes.
    private func isWideComma(before end: Int) -> Bool {
        guard end >= 3 else { return false }
        let bytes = Array(input.bytes(end - 3..<end))
        return [[0xEF, 0xBC, 0x8C], [0xE3, 0x80, 0x81], [0xEF, 0xBC, 0x9A]].contains(bytes)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 13 || byte == 9
    }
}
