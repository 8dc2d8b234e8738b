package import HelpDesk
package import SwiftExtensions
import Synchronization

/// Lets a crowd write in the desk's time, until its task is cancelled.
package final class CrowdRunner: Sendable {
    private struct State {
        var crowd: BuyerCrowd
        var delivered = 0
    }

    private let state: Mutex<State>
    private let now: @Sendable () -> Timestamp
    private let sleep: @Sendable (Duration) async throws -> Void
    private let deliver: @Sendable ([UInt8], StoreID) async throws -> Void

    /// Longest sleep: an answer may make somebody write sooner than was planned.
    private static let longestSleep = Duration.seconds(5)

    /// `sleep` rests for a duration of the desk's time; `deliver` puts raw mail into the mailbox of
    /// a store.
    package init(
        _ crowd: BuyerCrowd, now: @escaping @Sendable () -> Timestamp,
        sleep: @escaping @Sendable (Duration) async throws -> Void,
        deliver: @escaping @Sendable ([UInt8], StoreID) async throws -> Void
    ) {
        state = Mutex(State(crowd: crowd))
        self.now = now
        self.sleep = sleep
        self.deliver = deliver
    }

    /// How many mails have been delivered.
    package var deliveredCount: Int { state.withLock { $0.delivered } }

    /// Takes an answer that the desk has sent.
    package func receive(_ mail: SunkMail) {
        let instant = now()
        state.withLock { $0.crowd.receive(mail, at: instant) }
    }

    /// Delivers what is due and rests, over and over. Throws what `deliver` and `sleep` throw.
    package func run() async throws {
        while !Task.isCancelled {
            let instant = now()
            let mails = state.withLock { $0.crowd.advance(to: instant) }
            for mail in mails {
                try await deliver(mail.bytes, mail.store)
                state.withLock { $0.delivered += 1 }
            }
            let next = state.withLock { $0.crowd.nextDue }
            let wait = next.map { $0 - now() } ?? Self.longestSleep
            try await sleep(max(.milliseconds(20), min(wait, Self.longestSleep)))
        }
    }
}
