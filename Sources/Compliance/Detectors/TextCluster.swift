/// One character as a reader sees it, and its bytes in the agent's text.
struct TextCluster: Sendable {
    let range: Range<Int>
    let isEmoji: Bool
    let isKeycap: Bool
    /// An upper-case letter of a script that has them.
    let isCapital: Bool
    let isLower: Bool

    init(_ character: Character, at offset: Int) {
        range = offset..<offset + character.utf8.count
        if let ascii = character.asciiValue, character != "\r\n" {
            isKeycap = false
            isEmoji = false
            isCapital = (65...90).contains(ascii)
            isLower = (97...122).contains(ascii)
            return
        }
        let scalars = character.unicodeScalars
        let first = scalars.first ?? " "
        isKeycap = scalars.count > 1 && scalars.contains("\u{20E3}")
        let hasEmojiStyle = scalars.count > 1 && scalars.contains("\u{FE0F}")
        let isFlag = (0x1F1E6...0x1F1FF).contains(first.value) && scalars.count > 1
        isEmoji =
            isKeycap || isFlag || first.properties.isEmojiPresentation
            || (hasEmojiStyle && first.properties.isEmoji)
        isCapital = first.properties.isUppercase
        isLower = first.properties.isLowercase
    }

    static func clusters(of text: String) -> [TextCluster] {
        var clusters: [TextCluster] = []
        var offset = 0
        for character in text {
            let cluster = TextCluster(character, at: offset)
            clusters.append(cluster)
            offset = cluster.range.upperBound
        }
        return clusters
    }
}
