import HelpDesk
import Testing

@Suite struct WornLetterTests {
    private static let letter =
        "Hello,\n\nwe are sorry that your parcel has been held up at the depot and will send another one as soon as the carrier has told us where it went."

    /// A letter that shares no words with those of other numbers.
    private func own(_ number: Int) -> ReplyWording {
        let letter = String(UnicodeScalar(UInt8(97 + number)))
        let words = (1...20).map { String(repeating: letter, count: $0) }
        return ReplyWording(words.joined(separator: " "))
    }

    @Test func aLetterThatMostRepliesAreIsFound() throws {
        let worn = Array(repeating: ReplyWording(Self.letter), count: 9)
        let others = (0..<12).map(own)
        let found = try #require(OriginalityRules.worn(others + worn))
        #expect(found.count == 9 && found.place == 12)
        #expect(OriginalityRules.worn(others + Array(worn.prefix(8))) == nil)
        #expect(
            OriginalityRules.worn(Array(repeating: ReplyWording(Self.letter), count: 19)) == nil)
        #expect(OriginalityRules.worn([]) == nil)
    }
}
