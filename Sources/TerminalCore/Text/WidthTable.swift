/// Cells per scalar, from the Unicode Character Database pinned at version 14.0.
///
/// The pin is the oldest C library we run on (glibc 2.36): a character newer than that has no width
/// both sides agree on and is replaced before this table is asked.
enum WidthTable {
    /// Whether a character of this age is in the table.
    static func knows(_ age: Unicode.Version?) -> Bool {
        guard let age else { return false }
        return age.major <= 14
    }

    static func isZero(_ value: UInt32) -> Bool {
        value >= 0x300 && contains(marks, value)
    }

    /// 1 or 2 for a scalar that is no mark.
    static func width(_ value: UInt32, _ rules: TextRules) -> Int {
        if value < 0x7F { return 1 }
        if value >= 0x1100, contains(wide, value) { return 2 }
        return rules.isAmbiguousWide && isAmbiguous(value) ? 2 : 1
    }

    private static func isAmbiguous(_ value: UInt32) -> Bool {
        (0xE000...0xF8FF).contains(value) || value >= 0xF0000 || contains(ambiguous, value)
    }

    /// Binary search over flattened pairs of first and last.
    private static func contains(_ table: [UInt32], _ value: UInt32) -> Bool {
        var low = 0
        var high = table.count / 2 - 1
        while low <= high {
            let middle = (low + high) / 2
            if value < table[2 * middle] {
                high = middle - 1
            } else if value > table[2 * middle + 1] {
                low = middle + 1
            } else {
                return true
            }
        }
        return false
    }
}
