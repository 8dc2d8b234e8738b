package import HelpDesk
package import Wire

/// A request that the desk answers: one use case, one file, one entry point. Role is checked before
/// `run`; everything that depends on the ticket at hand is checked in it.
package protocol DeskCall: RemoteCall {
    /// The least role that may make this call at all.
    static var neededRole: Role { get }
    /// Carries the request out for `caller`, whose role and scope are those of this moment.
    func run(in desk: Desk, as caller: Principal) async throws -> Reply
}

extension DeskCall {
    package static var neededRole: Role { .agent }
}

extension Desk {
    /// Carries out a typed call. Throws `DeskError`, `unknownUser` for somebody who was removed
    /// and `notAllowed` for too small a role among them.
    package func perform<Call: DeskCall>(
        _ call: Call, as principal: Principal
    ) async throws -> Call.Reply {
        let caller = try await current(principal)
        try Rights.require(Call.neededRole, of: caller)
        return try await call.run(in: self, as: caller)
    }
}
