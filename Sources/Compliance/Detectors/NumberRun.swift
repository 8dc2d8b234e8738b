/// Digits in groups, as people write telephone numbers.
struct NumberRun {
    var range: Range<Int>
    var groups: [Range<Int>]
    var hasPlus: Bool
    var separators: Set<Unicode.Scalar>

    /// How many digits each group has.
    var shape: [Int] { groups.map(\.count) }
    var digitCount: Int { groups.reduce(0) { $0 + $1.count } }
}

extension NormalizedText {
    private static let groupLimit = 12

    /// The run of digit groups that starts at `start`, which may be a plus or a bracket.
    func numberRun(at start: Int, claimed: [Bool], meter: inout StepMeter) -> NumberRun? {
        var index = start
        var hasPlus = false
        while let scalar = scalar(at: index), index - start < 3, scalar == "+" || scalar == "(" {
            hasPlus = hasPlus || scalar == "+"
            index += 1
        }
        var run = NumberRun(range: start..<start, groups: [], hasPlus: hasPlus, separators: [])
        while run.groups.count < Self.groupLimit {
            let groupStart = index
            while index < count, scalars[index].isASCIIDigit, !claimed[index],
                index - groupStart < 40
            {
                meter.count()
                index += 1
            }
            guard index > groupStart else { break }
            run.groups.append(groupStart..<index)
            run.range = start..<index
            guard let next = nextGroup(after: index, run: &run) else { break }
            index = next
        }
        return run.groups.isEmpty ? nil : run
    }

    /// Where the next group starts, at most three signs on.
    private func nextGroup(after end: Int, run: inout NumberRun) -> Int? {
        var index = end
        var signs: [Unicode.Scalar] = []
        while let scalar = scalar(at: index), signs.count < 4 {
            if scalar.isASCIIDigit {
                guard !signs.isEmpty, signs.count < 4 else { return nil }
                run.separators.formUnion(signs)
                return index
            }
            switch scalar {
            case " ", "-", ".", "/", "(", ")": signs.append(scalar)
            default: return nil
            }
            index += 1
        }
        return nil
    }

    /// The number that the digits of `group` mean; nil beyond nine digits.
    func value(_ group: Range<Int>) -> Int? {
        guard group.count <= 9 else { return nil }
        return scalars[group].reduce(0) { $0 * 10 + Int($1.value) - 48 }
    }
}
