import ChannelAmazon
import HelpDesk
import SwiftExtensions
import Testing

/// What the platform would refuse is refused before a call is spent on it.
@Suite struct OrderSearchTests {
    static let now = Timestamp(seconds: 1_800_000_000)

    static func search(
        after: Duration = .hours(1), before: Duration? = nil, marketplaces: Int = 1,
        pageSize: Int = 100
    ) -> OrderSearch {
        OrderSearch(
            field: .created, after: now - after, before: before.map { now - $0 },
            marketplaceIDs: (0..<marketplaces).map { "M\($0)" }, pageSize: pageSize)
    }

    @Test(arguments: [
        (search(before: .minutes(1)), "the window ends less than 2 min ago"),
        (search(before: .seconds(119)), "the window ends less than 2 min ago"),
        (search(before: .hours(2)), "the window ends before it begins"),
        (search(after: .zero), "the window begins less than 2 min ago"),
        (search(marketplaces: 51), "more than 50 marketplaces"),
        (search(pageSize: 0), "page size out of 1...100"),
        (search(pageSize: 101), "page size out of 1...100"),
    ])
    func brokenRule(search: OrderSearch, words: String) async throws {
        let desk = try ScriptedDesk([])
        let failure = await #expect(throws: SyncFailure.self) {
            try await desk.client.searchOrders(search, for: desk.account)
        }
        #expect(failure?.errorClass == .bug)
        #expect(failure?.message == words)
        #expect(desk.transport.calls.isEmpty)
    }

    @Test func parametersAreEscapedAndListsKeepTheirCommas() async throws {
        let desk = try ScriptedDesk([.success(.token), .success(.json(#"{"orders":[]}"#))])
        var search = Self.search(before: .minutes(2), marketplaces: 2)
        search.pageToken = "a+b/c=&d"
        search.blocks = [.buyer, .packages]
        let page = try await desk.client.searchOrders(search, for: desk.account)
        #expect(page.orders.isEmpty)
        #expect(page.coveredUpTo == nil)
        #expect(
            desk.transport.calls.last?.url
                == "https://platform.example.com/orders/2026-01-01/orders"
                + "?createdAfter=2027-01-15T07%3A00%3A00Z&createdBefore=2027-01-15T07%3A58%3A00Z"
                + "&marketplaceIds=M0,M1&maxResultsPerPage=100"
                + "&paginationToken=a%2Bb%2Fc%3D%26d&includedData=BUYER,PACKAGES")
    }
}
