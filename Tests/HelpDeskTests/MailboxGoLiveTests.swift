import HelpDesk
import SwiftExtensions
import Testing

struct MailboxGoLiveTests {
    private static let first = Timestamp(seconds: 1_772_800_000)

    private func current(
        known: MailboxGoLive? = nil, configured: Timestamp? = nil, isNew: Bool = true
    ) -> MailboxGoLive {
        MailboxGoLive.current(
            of: "desk", known: known, configured: configured, firstRun: Self.first, isNew: isNew,
            readsBack: .days(90))
    }

    @Test func `a first run answers for the platform's window and reads further back`() {
        let live = current()
        #expect(live.at == Self.first - .hours(24))
        #expect(live.readsFrom == Self.first - .days(90))
    }

    @Test func `an earlier instant is read from, too`() {
        let live = current(configured: Self.first - .days(200))
        #expect(live.at == Self.first - .days(200))
        #expect(live.readsFrom == live.at)
    }

    @Test func `what is on record stands until another instant is configured`() {
        let known = current()
        #expect(current(known: known, isNew: false) == known)
        let moved = current(known: known, configured: Self.first, isNew: false)
        #expect(moved.at == Self.first)
        #expect(moved.readsFrom == known.readsFrom)
        #expect(current(known: moved, isNew: false) == moved)
    }

    @Test func `a mailbox that was read before leaves nothing out`() {
        #expect(current(isNew: false).readsFrom == Timestamp(milliseconds: 0))
    }
}
