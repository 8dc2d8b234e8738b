import HelpDesk
import SwiftExtensions
import Testing
import Wire

@testable import Workstation

struct NextTicketTests {
    /// The list closes up under the cursor, so the next ticket is where the cursor already is.
    @Test func theNextTicketAfterAnActIsNotSkipped() {
        var bench = Bench()
        let (first, second) = (bench.rows[0], bench.rows[1])
        bench.press("enter h")
        bench.type("carrier")
        bench.press("enter")
        bench.type("2d")
        bench.press("enter")
        bench.rows.removeFirst()
        bench.rows.append(first)
        bench.settle()
        bench.press("J")
        #expect(bench.model.thread?.ticket == second.id)
    }

    @Test func walkingFromAnUntouchedTicketMovesOn() {
        var bench = Bench()
        bench.press("enter J J")
        #expect(bench.model.thread?.ticket == bench.rows[2].id)
        bench.press("K")
        #expect(bench.model.thread?.ticket == bench.rows[1].id)
    }
}
