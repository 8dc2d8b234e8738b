package import HelpDesk
package import Wire

extension Desk {
    /// Hears what changes within the person's scope. `sink` is called from the bus and must return
    /// at once: it hands the event on.
    package func subscribe(
        as principal: Principal, _ sink: @escaping @Sendable (PushedEvent) -> Void
    ) -> SubscriptionID {
        presence.connected(principal.person)
        bells.routing.ring()
        return bus.subscribe(as: principal, sink)
    }

    package func unsubscribe(_ id: SubscriptionID) {
        guard let person = bus.unsubscribe(id) else { return }
        presence.disconnected(person, at: clock.now)
        bells.routing.ring()
    }

    /// Pushes what is pending at once.
    package func flushEvents() async throws { try await bus.flush(alwaysCounts: true) }

    /// Tells every listener that the core stops; `reason` is `shutdown` or `restart`.
    package func goodbye(reason: String) { bus.tellAll(.goodbye(reason: reason)) }
}
