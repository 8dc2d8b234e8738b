import SwiftExtensions
import Testing

@testable import HelpDesk

@Suite struct ReplyWordingTests {
    static let letter = """
        Hello Ms Hale,

        I looked up order 026-1234567-1234567 just now. The carrier has it under JD000123456789, but there was no scan.
        > when does it come?

        Kind regards,
        Ana
        Nova Home
        """

    @Test func greetingSignatureAndQuoteDoNotCount() {
        let wording = ReplyWording(Self.letter)
        #expect(
            wording.sentences.map(\.text) == [
                "i looked up order 0 just now",
                "the carrier has it under 0 but there was no scan",
            ])
    }

    @Test func sentencesPointAtTheirBytes() {
        let letter = "Grüß Gott,\n\nschön, daß Sie fragen. Das Gerät läuft mit Öl!"
        let bytes = Array(letter.utf8)
        let parts = ReplyWording(letter).sentences.map {
            String(decoding: bytes[$0.range], as: UTF8.self)
        }
        #expect(parts == ["schön, daß Sie fragen.", "Das Gerät läuft mit Öl!"])
    }

    @Test func anotherOrderAndAnotherNameAreTheSameLetter() {
        let other = Self.letter.replacing("026-1234567-1234567", with: "026-7654321-7654321")
            .replacing("JD000123456789", with: "JD000999999999")
            .replacing("Ms Hale", with: "Mr Poe")
        #expect(ReplyWording(Self.letter).likeness(to: ReplyWording(other)) == 1)
    }

    @Test(arguments: [
        "您好，\n\n您的包裹目前停在分拣中心，我们已经请承运商查找，最迟周五给您答复。",
        "お世話になっております。お荷物は配送センターで止まっているようです。配送業者に調査を依頼しました。",
    ])
    func scriptsWithoutSpacesAreComparedByCharacters(letter: String) {
        let wording = ReplyWording(letter)
        #expect(wording.length > 20)
        #expect(wording.likeness(to: wording) == 1)
        let changed = ReplyWording(letter + "またご連絡いたします。")
        #expect((0.6..<1).contains(wording.likeness(to: changed)))
    }

    @Test func fullWidthIsTheSameAsPlain() {
        #expect(WordingUnits.of("ＡＢＣ　ｄｅｆ") == WordingUnits.of("abc def"))
    }

    @Test func aWordOfThanksIsLikeNothing() {
        let thanks = ReplyWording("Thank you, glad it arrived!")
        #expect(thanks.likeness(to: thanks) == 0)
    }

    @Test func aFullStopInsideANumberEndsNothing() {
        let wording = ReplyWording("It costs 3.50 EUR now. Please wait.")
        #expect(wording.sentences.count == 2)
    }

    /// A letter without spaces or line ends must not make it slow: each character is read a
    /// bounded number of times.
    @Test func anEndlessLineIsOneSentence() {
        let wording = ReplyWording(String(repeating: "a", count: 50_000))
        #expect(wording.sentences.count == 1)
    }
}
