package import HelpDesk
package import Wire

// How to declare what a call needs (helpdesk section 16: deny by default).
//
// Every call names its need; there is no default, so a call without one does not compile:
//
//     extension ClaimTicket: DeskCall {
//         package static let need: Need = .verb(.take)
//
// `.verb(.take)`               the right, at least for the caller's own things; `run` looks closer
// `.right(.userAdmin, .all)`   the right, at least this wide (desk-wide things need `.all`)
// `.oneOf([.report, .qaScore])` any of them
// `.signedIn`                  nothing: only for what touches the caller's own things alone
//
// In `run`, first of all the store scope: what lies out of it does not exist (`visibleTicket` and
// its like). Then rights that depend on what is at hand:
//
//     try Rights.require(.assign, .stores, of: caller)    // throws `notAllowed`
//     if caller.may(.readPII) { … }
//
// Never ask for a role: what a role allows is the desk's to change. A verb that is missing goes
// into `Verb` and into the built-in sets of `BuiltInRights.swift`, and the new call into
// Tests/CoreTests/Rights/RightsMatrixTests.swift.

/// A request that the desk answers: one use case, one file, one entry point. The need is checked
/// before `run`; everything that depends on the ticket at hand is checked in it.
package protocol DeskCall: RemoteCall {
    /// What somebody needs to make this call at all.
    static var need: Need { get }
    /// Carries the request out for `caller`, whose rights and scope are those of this moment.
    func run(in desk: Desk, as caller: Principal) async throws -> Reply
}

extension Desk {
    /// Carries out a typed call. Throws `DeskError`, `unknownUser` for somebody who was removed
    /// and `notAllowed` for a missing right among them.
    package func perform<Call: DeskCall>(
        _ call: Call, as principal: Principal
    ) async throws -> Call.Reply {
        let caller = try await current(principal)
        try Rights.require(Call.need, of: caller)
        return try await call.run(in: self, as: caller)
    }
}
