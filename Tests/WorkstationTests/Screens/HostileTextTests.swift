import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// What buyers and platforms write must never steer the terminal.
struct HostileTextTests {
    static let texts = [
        "a\u{1B}[31mred\u{1B}]0;title\u{07}", "b\u{202E}desrever\u{2066}x", "c\u{9B}31m\u{85}d",
        "e\u{0000}\u{0008}\u{007F}f", "g\u{200B}\u{FEFF}\u{2060}h",
        "i" + String(repeating: "\u{0301}", count: 500), "\r\nInjected: header\r\n\r\n",
        "שלום عالم", "👩‍👩‍👧‍👦🏳️‍🌈🇩🇪", String(repeating: "語", count: 3000), "",
    ]

    private func poisoned(_ text: String) -> [TicketRow] {
        Fixture.rows.map { row in
            var row = row
            row.buyerName = text
            row.subject = text
            row.excerpt = text
            row.ownerName = text
            row.ticket.store = StoreID(text)
            row.ticket.marketplace = MarketplaceCode(text)
            row.ticket.language = LanguageCode(text)
            row.ticket.order = OrderID(text)
            row.ticket.holdReason = text
            return row
        }
    }

    private func isHarmless(_ cell: Cell) -> Bool {
        cell.glyph.text.unicodeScalars.allSatisfy { scalar in
            switch scalar.value {
            case 0..<0x20, 0x7F..<0xA0, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x2069, 0xFEFF:
                false
            default: true
            }
        }
    }

    @Test(arguments: texts)
    func noColumnLetsControlsThrough(_ text: String) {
        for width in [80, 140, 200] {
            var bench = Bench(width: width, height: 40)
            bench.rows = poisoned(text)
            bench.press("ctrl-r")
            bench.settle()
            expectHarmless(bench)
            bench.press("enter")
            expectHarmless(bench)
            bench.press("r")
            bench.feed(.pressed(.paste(text)))
            bench.settle()
            expectHarmless(bench)
        }
    }

    private func expectHarmless(_ bench: Bench) {
        let bad = bench.screen.cells.first { !isHarmless($0) }
        #expect(bad == nil)
    }

    @Test(arguments: texts)
    func messagesAndErrorsAreSafeToo(_ text: String) {
        var bench = Bench(width: 140, height: 40)
        bench.press("enter")
        guard var detail = bench.model.thread?.detail else {
            Issue.record("the thread must be open")
            return
        }
        for index in detail.messages.indices {
            detail.messages[index].body = text
            detail.messages[index].subject = text
            detail.messages[index].warnings = [text]
            detail.messages[index].authorName = text
        }
        detail.order?.order.items[0].title = text
        detail.order?.order.packages[0].carrier = text
        bench.feed(.answered(.showTicket(detail.row.id, refreshOrder: false), .ticket(detail)))
        expectHarmless(bench)
        let error = DeskError(.ticketTaken, ["owner": text, "secondsAgo": text])
        bench.feed(.refused(.claim(detail.row.id), error))
        expectHarmless(bench)
    }
}
