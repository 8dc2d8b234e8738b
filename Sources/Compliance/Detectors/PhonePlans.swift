/// How the telephone numbers of the eight marketplaces and China are written (compliance 4.4).
enum PhonePlans {
    /// Whether the grouping alone makes `run` a telephone number.
    static func isFormatted(_ run: NumberRun, in text: NormalizedText) -> Bool {
        guard let first = run.groups.first else { return false }
        let shape = run.shape
        let lead = Array(text.string(first).utf8).map { Int($0) - 48 }
        if run.hasPlus { return (9...15).contains(run.digitCount) }
        if isNorthAmerican(run, lead: lead, text) { return true }
        if isDigitByDigit(shape), lead.first == 0, (9...12).contains(run.digitCount) { return true }
        if lead.first == 0, (9...12).contains(run.digitCount) {
            return isEuropean(shape, lead) || isJapanese(shape)
        }
        if isSpanish(shape, lead) || isItalianMobile(shape, lead) { return true }
        return isChinese(shape, lead)
    }

    /// "0 1 7 1 - 3 9 - 2 0 - 0 4 - 7": digits one by one, as nobody writes amounts.
    private static func isDigitByDigit(_ shape: [Int]) -> Bool {
        shape.count >= 7 && shape.allSatisfy { $0 <= 2 } && shape.filter { $0 == 1 }.count >= 5
    }

    /// Whether so many digits may be a telephone number when a word says so.
    static func isPlausible(_ run: NumberRun, in text: NormalizedText) -> Bool {
        guard (run.hasPlus ? 8...15 : 7...14).contains(run.digitCount) else { return false }
        return run.hasPlus || !isTooLong(run, in: text)
    }

    /// Twelve digits by fours: Yamato and Sagawa write their parcels so, and no plan its numbers.
    static func isTracking(_ run: NumberRun) -> Bool { !run.hasPlus && run.shape == [4, 4, 4] }

    /// Bare digits that no plan has (E.164 allows 15 with the country, which starts with 00 here).
    private static func isTooLong(_ run: NumberRun, in text: NormalizedText) -> Bool {
        guard run.shape.count == 1, run.digitCount > 12 else { return false }
        return text[run.groups[0].lowerBound] != "0" || text[run.groups[0].lowerBound + 1] != "0"
    }

    private static func isNorthAmerican(
        _ run: NumberRun, lead: [Int], _ text: NormalizedText
    ) -> Bool {
        var groups = run.groups
        if lead == [1], groups.count == 4 { groups.removeFirst() }
        guard groups.map(\.count) == [3, 3, 4], let area = text.value(groups[0]),
            let exchange = text.value(groups[1])
        else { return false }
        return area >= 200 && exchange >= 200
    }

    /// GB, DE, FR and IT: a zero, an area and one or more groups.
    private static func isEuropean(_ shape: [Int], _ lead: [Int]) -> Bool {
        if shape == [2, 2, 2, 2, 2] { return lead.count > 1 && lead[1] > 0 }
        if shape == [1, 3, 3, 3] || shape == [1, 2, 2, 2, 2] { return true }
        guard (2...6).contains(shape[0]), shape.count >= 2, shape.count <= 6 else { return false }
        if shape.count == 2 { return shape[1] >= 4 && shape[1] <= 9 }
        // "0171-39-20-04-7" ends in a digit alone.
        let middle = shape.count > 4 ? shape.dropFirst().dropLast() : shape.dropFirst()
        return middle.allSatisfy { (2...6).contains($0) }
    }

    private static func isJapanese(_ shape: [Int]) -> Bool {
        [[2, 4, 4], [3, 4, 4], [4, 2, 4], [4, 3, 3], [3, 3, 4], [5, 1, 4]].contains(shape)
    }

    private static func isSpanish(_ shape: [Int], _ lead: [Int]) -> Bool {
        guard let digit = lead.first, (6...9).contains(digit) else { return false }
        return [[3, 3, 3], [2, 3, 2, 2], [3, 2, 2, 2], [3, 2, 4]].contains(shape)
    }

    private static func isItalianMobile(_ shape: [Int], _ lead: [Int]) -> Bool {
        lead.first == 3 && [[3, 3, 4], [3, 7], [3, 6], [3, 3, 3]].contains(shape)
    }

    private static func isChinese(_ shape: [Int], _ lead: [Int]) -> Bool {
        guard lead.first == 1, lead.count >= 2, lead[1] >= 3 else {
            return lead == [4, 0, 0] && (shape == [3, 3, 4] || shape == [3, 4, 3])
        }
        return [[3, 4, 4], [3, 8], [7, 4], [3, 3, 5]].contains(shape)
    }
}
