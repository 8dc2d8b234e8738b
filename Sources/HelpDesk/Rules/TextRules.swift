extension StringProtocol {
    /// The text with runs of white space as one space and none at its ends, cut to `limit`
    /// characters; for comparing and for one-line excerpts.
    package func collapsed(limit: Int = .max) -> String {
        var result = ""
        var count = 0
        var owesSpace = false
        for character in self {
            if character.isWhitespace {
                owesSpace = !result.isEmpty
                continue
            }
            guard count + (owesSpace ? 2 : 1) <= limit else { break }
            if owesSpace {
                result.append(" ")
                count += 1
                owesSpace = false
            }
            result.append(character)
            count += 1
        }
        return result
    }

    /// Whether there is nothing to read in it.
    package var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
