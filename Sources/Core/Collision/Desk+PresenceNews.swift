import HelpDesk
package import SwiftExtensions

extension Desk {
    /// Shortest time between two pushes, in real time: who walks through a list is not followed
    /// step by step.
    private static let presencePace: Duration = .milliseconds(250)

    /// Tells the workstations who came, went and writes, and lets age out who is silent.
    func runPresence() async throws {
        while !Task.isCancelled {
            await onTickets.bell.wait(
                until: onTickets.nextChange(at: clock.now), clock: clock)
            tellPresence()
            try await Task.sleep(for: Self.presencePace)
        }
    }

    /// Pushes what changed at once; returns when somebody ages out next.
    @discardableResult
    package func tellPresence() -> Timestamp? {
        let news = named(onTickets.takeNews(at: clock.now))
        if !news.isEmpty { bus.tell(presence: news) }
        return onTickets.nextChange(at: clock.now)
    }
}
