package import HelpDesk
import Logging
import Store
import SwiftExtensions
import Wire

extension Desk {
    /// Writes a sign-in down: every screen, and a script's once an hour. A place other than the one
    /// where the person already has a screen is named, because accounts are not shared (helpdesk
    /// section 16). Whoever can still read when nothing can be written is let in.
    func noteSignIn(_ hello: Hello, of me: Principal, peerUser: String?) async {
        let origin = hello.origin.map { CleanText.clean($0).collapsed(limit: 64) }
        var signIn = SignIn(
            person: me.person, client: CleanText.clean(hello.client).collapsed(limit: 40),
            origin: origin, actingUser: peerUser == me.unixUser ? nil : peerUser)
        if hello.wantsEvents {
            signIn.alsoAt = sessions.enter(me.person, at: origin)
        } else {
            guard sessions.isFirstScript(of: me.person, by: signIn.actingUser, at: clock.now)
            else { return }
        }
        await note(.signedIn(signIn), as: me)
    }

    /// The end of a screen.
    package func noteSignOut(of me: Principal, origin: String?) async {
        let origin = origin.map { CleanText.clean($0).collapsed(limit: 64) }
        sessions.leave(me.person, at: origin)
        await note(.signedOut(SignOut(person: me.person, origin: origin)), as: me)
    }

    /// Somebody whom the desk did not let in.
    func noteRefusal(_ error: DeskError, unixUser: String) async {
        let user = CleanText.clean(unixUser).collapsed(limit: 32)
        guard sessions.isFirstRefusal(of: user, at: clock.now) else { return }
        do {
            try await act(service: .door) { transaction in
                try transaction.record(
                    .rights(.signInRefused(SignInRefusal(unixUser: user, code: error.code))))
            }
        } catch {
            logger.error("A refusal could not be recorded.", metadata: ["error": "\(error)"])
        }
    }

    private func note(_ event: RightsEvent, as me: Principal) async {
        do {
            _ = try await act(as: me) { try $0.record(.rights(event)) }
        } catch {
            logger.error("A session could not be recorded.", metadata: ["error": "\(error)"])
        }
    }

    /// Writes down, once a person, ticket and day, that a ticket stood on a screen.
    func noteLook(at ticket: Ticket, by caller: Principal) async {
        let day = clock.now.milliseconds / 86_400_000
        guard looks.isFirst(caller.person, ticket.id, day: day) else { return }
        await note(
            .looked(TicketLook(person: caller.person, ticket: ticket.id, store: ticket.store)),
            as: caller)
    }
}
