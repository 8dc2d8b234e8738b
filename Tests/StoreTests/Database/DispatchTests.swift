import HelpDesk
import Store
import SwiftExtensions
import Testing

/// Dispatches in the database: unique while they count, read back as they were written.
@Suite struct DispatchTests {
    private func dispatch(_ id: Int64, key: String, ticket: TicketID? = nil) -> Dispatch {
        Dispatch(
            id: DispatchID(id), store: Desk.us, order: "305-7714402-1187543", marketplace: "US",
            ticket: ticket, author: Desk.ann, kind: .message, action: "unexpectedProblem",
            queuedAt: Timestamp(seconds: 1_772_900_000), idempotencyKey: key,
            textDigest: ContentDigest.of("Late."),
            files: [
                DispatchFile(
                    mediaType: "text/plain", byteCount: 2, digest: ContentDigest.of([65, 66]))
            ], confirmedRules: ["A"])
    }

    private func add(_ dispatch: Dispatch, to desk: Desk) throws {
        try desk.write { transaction in
            try transaction.record(.dispatchAdded(dispatch))
            try transaction.putDispatch(
                dispatch.id,
                DispatchContent(text: "Late.", files: [.init(name: "a.txt", bytes: [65, 66])]))
        }
    }

    @Test func readBackAsWritten() throws {
        let desk = try Desk()
        let written = dispatch(1, key: "k")
        try add(written, to: desk)
        #expect(try desk.read { try $0.dispatch(DispatchID(1)) } == written)
        #expect(try desk.read { try $0.dispatches(of: written.order, store: Desk.us) } == [written])
        #expect(try desk.read { try $0.dispatches(of: written.order, store: Desk.eu) } == [])
        let content = try desk.read { try $0.dispatchContent(DispatchID(1)) }
        #expect(content?.text == "Late.")
        #expect(content?.files.map(\.bytes) == [[65, 66]])
        #expect(try desk.database.rebuildSync().differences == [:])
    }

    @Test func equalOneIsRefusedWhileTheFirstCounts() throws {
        let desk = try Desk()
        try add(dispatch(1, key: "k"), to: desk)
        #expect(throws: StoreConflict.self) { try add(dispatch(2, key: "k"), to: desk) }
        try desk.write {
            try $0.record(
                .dispatchMoved(
                    DispatchMove(
                        dispatch: DispatchID(1), from: .queued, to: .refused, at: desk.now)))
        }
        try add(dispatch(2, key: "k"), to: desk)
        #expect(try desk.read { try $0.dispatchByIdempotencyKey("k")?.id } == DispatchID(2))
    }

    @Test func moveFromAnotherStateIsRefused() throws {
        let desk = try Desk()
        try add(dispatch(1, key: "k"), to: desk)
        let error = #expect(throws: DeskError.self) {
            try desk.write {
                try $0.record(
                    .dispatchMoved(
                        DispatchMove(
                            dispatch: DispatchID(1), from: .sending, to: .sent, at: desk.now)))
            }
        }
        #expect(error?.code == .dispatchTooLate)
    }

    @Test func scopeHidesOtherStores() throws {
        let desk = try Desk()
        try add(dispatch(1, key: "k"), to: desk)
        let states = DispatchState.allCases
        let own = try desk.read {
            try $0.dispatches(states: states, scope: .only([Desk.us]), limit: 9)
        }
        let others = try desk.read {
            try $0.dispatches(states: states, scope: .only([Desk.eu]), limit: 9)
        }
        #expect(own.count == 1)
        #expect(others.isEmpty)
    }

    @Test func changedWordsAreFound() throws {
        let desk = try Desk()
        var written = dispatch(1, key: "k")
        written.textDigest = ContentDigest.of("Other words.")
        try add(written, to: desk)
        #expect(try desk.database.rebuildSync().differences["dispatch_content"] != nil)
    }
}
