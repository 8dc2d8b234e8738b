/// What changed between two texts, line by line.
package enum TextDiff {
    package struct Line: Hashable, Sendable {
        package enum Sign: String, Sendable {
            case same = " "
            case gone = "-"
            case new = "+"
        }

        package var sign: Sign
        package var text: String
    }

    /// All lines of both texts in order, each with its sign. Texts are short: what is compared here
    /// are letters.
    package static func lines(from old: String, to new: String) -> [Line] {
        let (old, new) = (parts(old), parts(new))
        let difference = new.difference(from: old)
        var gone: Set<Int> = []
        var added: Set<Int> = []
        for change in difference {
            switch change {
            case .remove(let offset, _, _): gone.insert(offset)
            case .insert(let offset, _, _): added.insert(offset)
            }
        }
        var lines: [Line] = []
        var (from, to) = (0, 0)
        while from < old.count || to < new.count {
            if from < old.count, gone.contains(from) {
                lines.append(Line(sign: .gone, text: old[from]))
                from += 1
            } else if to < new.count, added.contains(to) {
                lines.append(Line(sign: .new, text: new[to]))
                to += 1
            } else {
                lines.append(Line(sign: .same, text: old[from]))
                from += 1
                to += 1
            }
        }
        return lines
    }

    private static func parts(_ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }
}
