package import HelpDesk
import Store
package import Wire

extension ListPeople: DeskCall {
    package static let need: Need = .signedIn

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        if includesInactive, !caller.may(.userAdmin) {
            try Rights.require(.auditRead, of: caller)
        }
        let people = try await desk.database.read { try $0.people() }
        return Reply(
            people:
                people
                .filter { $0.isActive || includesInactive }
                .filter { includesInactive || $0.scope.overlaps(caller.scope) }
                .map { $0.seen(by: caller) })
    }
}

extension StoreScope {
    /// Whether two scopes share a store.
    func overlaps(_ other: StoreScope) -> Bool {
        switch (self, other) {
        case (.all, .all): true
        case (.all, .only(let stores)), (.only(let stores), .all): !stores.isEmpty
        case (.only(let mine), .only(let others)): !mine.isDisjoint(with: others)
        }
    }

    /// The part of this scope that lies in `other`.
    func limited(to other: StoreScope) -> StoreScope {
        switch (self, other) {
        case (_, .all): self
        case (.all, .only): other
        case (.only(let mine), .only(let others)): .only(mine.intersection(others))
        }
    }
}

extension Person {
    /// This person without the stores that `caller` does not know of.
    func seen(by caller: Principal) -> Person {
        var person = self
        person.scope = scope.limited(to: caller.scope)
        return person
    }
}
