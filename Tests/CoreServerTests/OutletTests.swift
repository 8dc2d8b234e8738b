import Testing

@testable import CoreServer

@Suite struct OutletTests {
    @Test func linesComeOutInOrder() async {
        let outlet = Outlet()
        outlet.send([1])
        outlet.send([2])
        outlet.finish()
        var seen: [[UInt8]] = []
        for await line in outlet.lines { seen.append(line) }
        #expect(seen == [[1], [2]])
    }

    @Test func aClientThatStopsReadingIsGivenUp() async {
        let outlet = Outlet(limit: 4)
        #expect(outlet.send([1, 2, 3]))
        #expect(!outlet.send([4, 5]))
        #expect(!outlet.send([6]))
        var seen: [[UInt8]] = []
        for await line in outlet.lines { seen.append(line) }
        #expect(seen == [[1, 2, 3]])
    }

    @Test func whatWasWrittenMakesRoom() {
        let outlet = Outlet(limit: 4)
        #expect(outlet.send([1, 2, 3]))
        outlet.written(3)
        #expect(outlet.send([4, 5, 6]))
    }
}
