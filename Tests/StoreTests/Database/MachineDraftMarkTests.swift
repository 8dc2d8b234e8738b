import SwiftExtensions
import Testing

@testable import Store

@Suite struct MachineDraftMarkTests {
    private static let draft = "Guten Tag,\n\nIhr Paket 您好 ist unterwegs.\n"
    /// As long as letters get, and nearly the draft at every word.
    private static let letter = String(
        repeating: "Guten Tag, Ihr Paket 您好 ist unterweg ", count: 100)

    private static func digests(_ mark: MachineDraftMark, in letter: String) -> (Int, Bool) {
        var count = 0
        let isIn = mark.isIn(letter) { bytes in
            count += 1
            return ContentDigest.of(bytes)
        }
        return (count, isIn)
    }

    @Test func bytesAreDigestedOnlyWhereTheSumIsTheDrafts() {
        let mark = MachineDraftMark(of: Self.draft, by: "m")
        let (absent, isAbsent) = Self.digests(mark, in: Self.letter)
        #expect(!isAbsent && absent <= 2)
        let (present, isPresent) = Self.digests(mark, in: Self.letter + Self.draft + "MfG")
        #expect(isPresent && present <= 3)
        // Marks of before have no sum: every beginning of a word is digested.
        var earlier = mark
        earlier.sum = nil
        let (old, isOld) = Self.digests(earlier, in: Self.letter)
        #expect(!isOld && old > 500)
    }

    @Test func aMarkOfBeforeIsStillGood() {
        var mark = MachineDraftMark(of: Self.draft, by: "m")
        mark.sum = nil
        #expect(mark.isIn("Hallo. " + Self.draft + " Ihr Team"))
        #expect(!mark.isIn("Hallo. Guten Tag, Ihr Paket 您好 ist unterwegs"))
        let oldest = MachineDraftMark(
            digest: ContentDigest.of(Self.draft), length: nil, sum: nil, engine: "m")
        #expect(oldest.isIn(Self.draft) && !oldest.isIn(Self.draft + "x"))
    }

    /// The moved sum is that of the bytes under the window, wherever it stands.
    @Test func aMovedSumIsTheSumOfItsWindow() {
        let bytes = Array(Self.letter.utf8)
        for length in [1, 2, 7, 64, 1000] {
            var rolling = RollingSum(bytes[..<length])
            for start in 1...200 {
                rolling.move(out: bytes[start - 1], in: bytes[start + length - 1])
                #expect(rolling.value == RollingSum.of(Array(bytes[start..<start + length])))
            }
        }
    }

}
