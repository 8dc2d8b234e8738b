package import HelpDesk
import Store
package import Wire

extension ShowSync: DeskCall {
    package static let need: Need = .verb(.syncRead)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let (now, sight) = (desk.clock.now, desk.sight)
        let (known, notices) = try await desk.database.read {
            (try $0.health(sight, at: now), try $0.credentialNotices())
        }
        var health: [SyncHealth] = []
        for store in desk.settings.stores where caller.scope.contains(store.id) {
            for kind in SyncKind.allCases {
                var entry =
                    known.first { $0.store == store.id && $0.kind == kind }
                    ?? SyncHealth(
                        store: store.id, kind: kind,
                        blindSince: sight.blindSince(store.id, kind, seenThrough: nil, at: now))
                if caller.may(.syncRun) { entry.add(notices) }
                entry.nextRun = desk.progress.nextRun(of: store.id, kind)
                health.append(entry)
            }
        }
        return Reply(health: health)
    }
}
