import HelpDesk
import Testing

@Suite struct BorrowedReplyTests {
    private let old = BorrowedReply.Case(
        buyerName: "Colin Mackay", orders: ["026-1234567-1234567"],
        trackingNumbers: ["JD000123456789"], alias: "Ana")
    private let new = BorrowedReply.Case(
        buyerName: "Ruth Hale", orders: ["026-7654321-7654321"], trackingNumbers: [],
        alias: "Ben")
    private static let letter = """
        Hello Colin,

        order 026-1234567-1234567 travels under JD000123456789, Mr Mackay. It left us with parcel 1Z999AA10123456784, not with 026-9999999-9999999.

        Kind regards,
        Ana
        """

    @Test func nothingOfTheFirstCaseReachesTheSecond() {
        let text = BorrowedReply.text(Self.letter, from: old, to: new, greeting: "Hello Ruth,")
        #expect(text.hasPrefix("Hello Ruth,\n\norder 026-7654321-7654321 travels under "))
        for piece in [
            "Colin", "Mackay", "1234567-", "JD000", "1Z999", "9999999", "\nAna",
        ] {
            #expect(!text.contains(piece), "\(piece) stands in: \(text)")
        }
        #expect(text.contains("{{shipment.tracking}}") && text.contains("{{buyer.name}}"))
        #expect(text.hasSuffix("\nBen"))
    }

    @Test func ownNumbersAreFilledIn() {
        var known = new
        known.trackingNumbers = ["JD000999999999"]
        let text = BorrowedReply.text(Self.letter, from: old, to: known, greeting: "Hello Ruth,")
        #expect(text.contains("travels under JD000999999999,"))
    }

    @Test func aLetterWithoutGreetingGetsOne() {
        let text = BorrowedReply.text(
            "It arrives today.", from: old, to: new, greeting: "Hello Ruth,")
        #expect(text == "Hello Ruth,\n\nIt arrives today.")
    }

    @Test func easternNamesGoToo() {
        let first = BorrowedReply.Case(
            buyerName: "山田太郎", orders: [], trackingNumbers: [], alias: "")
        let text = BorrowedReply.text(
            "山田太郎 様\n\n山田太郎様のお荷物は本日届きます。", from: first, to: new, greeting: "お客様")
        #expect(!text.contains("山田") && text.hasPrefix("お客様\n"))
    }
}
