/// What changes between two texts, line by line, for people to read before it is written.
package enum LineDiff {
    /// Lines that go (`- `), that come (`+ `), and one unchanged line (`  `) on each side of them;
    /// empty when the texts are the same.
    package static func lines(from old: String, to new: String) -> [String] {
        let before = rows(old)
        let after = rows(new)
        let marked = steps(before, after)
        return marked.indices.filter { index in
            let near = max(0, index - 1)...min(marked.count - 1, index + 1)
            return marked[near].contains { $0.mark != " " }
        }.map { "\(marked[$0].mark) \(marked[$0].text)" }
    }

    private typealias Step = (mark: Character, text: Substring)

    private static func rows(_ text: String) -> [Substring] {
        var rows = text.split(separator: "\n", omittingEmptySubsequences: false)
        if rows.last?.isEmpty == true { rows.removeLast() }
        return rows
    }

    /// The longest common subsequence, walked from the start.
    private static func steps(_ old: [Substring], _ new: [Substring]) -> [Step] {
        var length = [[Int]](
            repeating: [Int](repeating: 0, count: new.count + 1), count: old.count + 1)
        for i in old.indices.reversed() {
            for j in new.indices.reversed() {
                length[i][j] =
                    old[i] == new[j]
                    ? length[i + 1][j + 1] + 1 : max(length[i + 1][j], length[i][j + 1])
            }
        }
        var steps: [Step] = []
        var (i, j) = (0, 0)
        while i < old.count || j < new.count {
            if i < old.count, j < new.count, old[i] == new[j] {
                steps.append((" ", old[i]))
                (i, j) = (i + 1, j + 1)
            } else if i < old.count, j == new.count || length[i + 1][j] >= length[i][j + 1] {
                steps.append(("-", old[i]))
                i += 1
            } else {
                steps.append(("+", new[j]))
                j += 1
            }
        }
        return steps
    }
}
