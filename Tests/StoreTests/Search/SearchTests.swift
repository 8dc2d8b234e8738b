import HelpDesk
import Store
import SwiftExtensions
import Testing

@Suite struct SearchTests {
    let desk: Desk

    private static let texts: [(Int64, String)] = [
        (1, "My parcel for order 305-7714402-1187543 never arrived. Café table, B0CXYZ1234."),
        (2, "Ich möchte die Straßenlampe zurückgeben, Größe stimmt nicht."),
        (3, "Je n'ai pas reçu l'œuvre commandée, déçu."),
        (4, "Vorrei un rimborso perché l'articolo è danneggiato."),
        (5, "¿Dónde está mi pedido? Mañana necesito la lámpara."),
        (6, "まだ荷物が届いていません。ランプの電源が入らない。ｶﾒﾗ"),
        (7, "我要退款，包裹还没有收到。手机壳iPhone15颜色不对。"),
        (8, "Zamówienie dotarło uszkodzone, proszę o zwrot. Łódź"),
    ]

    init() throws {
        desk = try Desk()
        for (number, text) in Self.texts {
            let ticket = try desk.ticket(buyerName: number == 4 ? "Søren Ångström" : nil)
            try desk.buyerMessage(ticket, text, subject: number == 5 ? "Urgente" : "")
        }
    }

    @Test(
        arguments: [
            // English: words, any case, starts of words, all of them.
            ("parcel", [1]), ("PARCEL", [1]), ("arriv", [1]), ("parcel arrived", [1]),
            ("parcel rimborso", []), ("arcel", []), ("cafe", [1]), ("CAFÉ", [1]),
            // A phrase in quotes keeps order and whole words.
            ("\"never arrived\"", [1]), ("\"arrived never\"", []), ("\"never arriv\"", []),
            // German, French, Italian, Spanish, Polish.
            ("mochte", [2]), ("möchte", [2]), ("strassenlampe", [2]), ("STRASSEN", [2]),
            ("grosse", [2]), ("Größe", [2]), ("recu", [3]), ("oeuvre", [3]), ("œuvre", [3]),
            ("deçu", [3]), ("perche", [4]), ("l'articolo", [4]), ("articolo", [4]),
            ("donde esta", [5]), ("manana", [5]), ("LÁMPARA", [5]), ("urgent", [5]),
            ("lodz", [8]), ("Łódź", [8]), ("uszkodz", [8]),
            // Names.
            ("soren angstrom", [4]), ("Ångström", [4]),
            // Japanese: one character, two, more, both kanas, half width.
            ("荷", [6]), ("荷物", [6]), ("物が", [6]), ("届いていません", [6]), ("ランプ", [6]),
            ("ンプ", [6]), ("ｶﾒﾗ", [6]), ("カメラ", [6]), ("荷電", []), ("届いた", []),
            // Chinese: any part of a run, mixed with Latin.
            ("退", [7]), ("退款", [7]), ("要退款", [7]), ("包裹还没有收到", [7]), ("款包", []),
            ("退货", []), ("手机壳", [7]), ("iPhone15", [7]), ("壳iPhone", [7]), ("ｉｐｈｏｎｅ", [7]),
            ("退款 包裹", [7]), ("没", [7]),
            // Numbers.
            ("305-7714402-1187543", [1]), ("305-7714402", [1]), ("305-77", [1]), ("7714402", [1]),
            ("305-7714403", []), ("B0CXYZ1234", [1]), ("b0cxyz", [1]), ("#3", [3]), (" #3 ", [3]),
            ("#99", []),
        ] as [(String, [Int64])])
    func finds(_ typed: String, _ tickets: [Int64]) throws {
        #expect(try desk.list(search: typed).sorted() == tickets)
        #expect(try desk.read { try $0.ticketTotal(desk.query(search: typed)) } == tickets.count)
    }

    @Test(arguments: [
        "\"", "\"\"", "\"\"\"", "*", "a*", "^parcel", "parcel^", "AND", "OR", "NOT", "NEAR",
        "parcel AND", "OR parcel", "NEAR(parcel arrived)", "(", ")", "((parcel", "words:parcel",
        "{words} : x", "-parcel", "+parcel", "'", "';DROP TABLE ticket;--", "\0", "a\0b", "\\",
        "%", "_", "#", "#-1", "#99999999999999999999", "#９", "{", "\u{202E}txet", "\u{200B}",
        "\u{301}", "e\u{301}\u{301}", "🙂", "👩‍👩‍👧‍👦", "\u{FFFD}", "\u{10FFFF}", "—", "…", "¿?",
        "parcel\"arrived", "\"parcel\" \"arrived", "words : \"parcel\" *", "1=1", "--", "/* */",
    ])
    func neverRefusesWhatSomebodyTypes(_ typed: String) throws {
        _ = try desk.list(search: typed)
        _ = try desk.read { try $0.ticketTotal(desk.query(search: typed)) }
    }

    @Test func longInputsAreSearchedInPart() throws {
        for unit in ["parcel ", "退款", "\"a\" ", "a\"", "305-", "B0"] {
            _ = try desk.list(search: String(repeating: unit, count: 5000))
        }
    }

    @Test func blankSearchIsNoSearchAndUnsearchableFindsNothing() throws {
        #expect(try desk.list(search: "  \t").count == 8)
        #expect(try desk.list(search: "!!!").isEmpty)
        #expect(try desk.read { try $0.ticketTotal(desk.query(search: "?")) } == 0)
    }

    @Test func aQueueNarrowsASearch() throws {
        try desk.record(
            .ticketAssigned(
                TicketAssignment(ticket: TicketID(1), from: nil, to: Desk.bo, cause: .claim)))
        #expect(try desk.list(.unassigned, search: "parcel").isEmpty)
        #expect(try desk.list(.owed, search: "parcel") == [1])
    }

    @Test func anOrderLinkedLaterIsFoundByNumberAndByAsin() throws {
        try desk.record(
            .ticketOrderLinked(TicketID(2), "902-0000001-0000001"),
            .orderSaved(
                Order(
                    id: "902-0000001-0000001", store: Desk.us, channel: "amazon",
                    marketplace: nil, status: .shipped, platformStatus: "S", createdAt: desk.now,
                    updatedAt: desk.now, isFulfilledByPlatform: true,
                    items: [
                        OrderItem(
                            itemID: "1", sku: nil, asin: "B0LAMP0001", title: "Lamp", quantity: 1)
                    ])))
        #expect(try desk.list(search: "902-0000001-0000001") == [2])
        #expect(try desk.list(search: "902-00") == [2])
        #expect(try desk.list(search: "b0lamp") == [2])
    }

    @Test func newWordsReplaceOldOnes() throws {
        try desk.write { db in
            try db.putMessage(MessageID(1), MessageContent(subject: "", body: "umbrella"))
        }
        #expect(try desk.list(search: "umbrella") == [1])
        #expect(try desk.list(search: "parcel").isEmpty)
    }

    @Test func aTicketWithManyHitsIsListedOnce() throws {
        for _ in 0..<5 { try desk.buyerMessage(TicketID(1), "parcel again") }
        try desk.buyerMessage(TicketID(2), "parcel too")
        #expect(try desk.list(search: "parcel") == [1, 2])
        #expect(try desk.read { try $0.ticketTotal(desk.query(search: "parcel")) } == 2)
    }
}
