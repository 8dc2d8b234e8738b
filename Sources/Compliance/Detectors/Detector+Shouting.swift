import HelpDesk

extension Detector {
    /// FMT-07: several words in capitals, or three signs of exclamation in a row.
    static let shouting = Detector(name: "shouting") { input, _, meter in
        var scanner = ShoutScanner(input: input)
        return scanner.scan(meter: &meter).map { range in
            Hit(.shouting, range, suggestion: CalmForm.of(input.bytes(range)))
        }
    }
}

/// The same words in a normal voice: one sign instead of many, small letters after the first.
private enum CalmForm {
    static func of(_ bytes: ArraySlice<UInt8>) -> String {
        var calm = ""
        var hasLetter = false
        for character in String(decoding: bytes, as: UTF8.self) {
            let isSign = "!?！？".contains(character)
            if isSign, let last = calm.last, "!?！？".contains(last) { continue }
            if character.isUppercase {
                calm += hasLetter ? character.lowercased() : String(character)
                hasLetter = true
            } else {
                calm.append(character)
            }
        }
        return calm
    }
}

private struct ShoutScanner {
    let input: LintInput

    /// A run of words in capitals that is no list of abbreviations.
    private struct Run {
        var range: Range<Int>
        var words = 0
        var longWords = 0
        var letters = 0

        var isShout: Bool { words >= 3 && longWords >= 2 && letters >= 12 }
        /// Loud only with a "!" behind it, since abbreviations look the same.
        var isLoud: Bool { words >= 3 && longWords >= 1 }
    }

    mutating func scan(meter: inout StepMeter) -> [Range<Int>] {
        var found = signs(meter: &meter)
        var run: Run?
        for word in words(meter: &meter) {
            meter.count()
            guard word.isCapital else {
                if let run, isShout(run) { found.append(run.range) }
                run = nil
                continue
            }
            var next = run ?? Run(range: word.range)
            next.range = next.range.lowerBound..<word.range.upperBound
            next.words += 1
            next.letters += word.letters
            if word.letters >= 4 { next.longWords += 1 }
            run = next
        }
        if let run, isShout(run) { found.append(run.range) }
        return merged(found.sorted { $0.lowerBound < $1.lowerBound })
    }

    private func isShout(_ run: Run) -> Bool {
        run.isShout || (run.isLoud && input.byte(at: run.range.upperBound) == 33)
    }

    private struct Word {
        var range: Range<Int>
        var isCapital: Bool
        var letters: Int
    }

    private func words(meter: inout StepMeter) -> [Word] {
        var words: [Word] = []
        var start: Int?
        var isCapital = true
        var letters = 0
        for cluster in input.clusters {
            meter.count()
            let isLetter = cluster.isCapital || cluster.isLower
            let isDigit = input.byte(at: cluster.range.lowerBound).map { (48...57).contains($0) }
            if isLetter || isDigit == true {
                start = start ?? cluster.range.lowerBound
                // A word with a digit or a small letter is a model or a common word.
                isCapital = isCapital && cluster.isCapital
                letters += 1
            } else if let first = start {
                words.append(
                    Word(
                        range: first..<cluster.range.lowerBound, isCapital: isCapital,
                        letters: letters))
                start = nil
                isCapital = true
                letters = 0
            }
        }
        if let start {
            words.append(
                Word(range: start..<input.byteCount, isCapital: isCapital, letters: letters))
        }
        return words
    }

    /// Three or more `!` or `?` in a row.
    private func signs(meter: inout StepMeter) -> [Range<Int>] {
        var found: [Range<Int>] = []
        var index = 0
        while index < input.folded.count {
            meter.count()
            let start = index
            while index < input.folded.count, "!?".unicodeScalars.contains(input.folded[index]) {
                index += 1
            }
            if index - start >= 3 { found.append(input.folded.origin(of: start..<index)) }
            index = max(index, start + 1)
        }
        return found
    }

    private func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges {
            if let last = merged.last, range.lowerBound <= last.upperBound + 1 {
                merged[merged.count - 1] =
                    last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
