import MailHost
import Testing

extension MailScenarios {
    /// One message is one message, however many copies of its mail there are.
    @Suite struct DuplicateMailTests {
        @Test func copiesOfOneMessageAreOneDebt() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let desk = try TestDesk(.on(host))
            try await desk.start()
            var letter = BuyerLetter()
            for copy in 1...4 {
                letter.messageID = "copy-\(copy)@eu-west-1.amazonses.com"
                try host.deliver(letter.bytes, to: "desk")
            }
            // Comes behind the copies, so when it is in, they have been looked at.
            try host.deliver(BuyerLetter.series(2).bytes, to: "desk")
            let numbers = try await desk.waitForTickets(2)
            let ticket = try await desk.ticket(
                try #require(numbers[letter.order]))
            #expect(ticket["messages"].list.count == 1)
            #expect(ticket["owed"].number == 1)
            #expect(try await desk.isRecordEqual())
        }

        @Test func aMailboxThatWasNumberedAnewBringsNothingTwice() async throws {
            let host = try await MailHost.start()
            defer { host.stop() }
            let desk = try TestDesk(.on(host))
            for number in 1...12 {
                try host.deliver(BuyerLetter.series(number).bytes, to: "desk")
            }
            try await desk.start()
            try await desk.waitForTickets(12)
            try await host.renewUIDs(of: "desk")
            try host.deliver(BuyerLetter.series(13).bytes, to: "desk")
            // The reconnect waits a few seconds after the server went away.
            try await desk.waitForTickets(13, within: .seconds(90))
            let tickets = try await desk.exportedTickets()
            #expect(tickets.count == 13)
            for ticket in tickets {
                #expect(ticket["messages"].list.count == 1, "\(ticket["order_id"])")
            }
            #expect(try await desk.isRecordEqual())
        }
    }
}
