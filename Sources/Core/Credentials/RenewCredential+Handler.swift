package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension RenewCredential: DeskCall {
    package static let need: Need = .right(.syncAdmin, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        if let store = subject.store {
            guard desk.settings.store(store) != nil, caller.scope.contains(store) else {
                throw DeskError(.storeOutOfScope, ["store": store.rawValue])
            }
        }
        guard at <= desk.clock.now + .minutes(5) else {
            throw DeskError(.badRequest, ["field": "at"])
        }
        try await desk.act(as: caller) { transaction in
            _ = try transaction.record(
                .credentialRenewed(CredentialRenewal(subject: subject, at: at)))
        }
        desk.bells.credentials.ring()
        return Done()
    }
}
