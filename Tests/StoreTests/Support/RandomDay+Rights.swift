import HelpDesk
import Jobs
import Store
import SwiftExtensions

extension RandomDay {
    mutating func settings() throws {
        var person = Desk.person(Desk.bo, "bo")
        person.scope = pick([.all, .only([Desk.eu]), .only([])])
        person.isActive = Bool.random(using: &random)
        try desk.record(
            .personSaved(person),
            .credentialRenewed(
                CredentialRenewal(
                    subject: pick([.clientSecret, .authorisation(Desk.eu)]), at: desk.now,
                    isEstimated: Bool.random(using: &random))),
            .storeConfigured(Desk.profile(Desk.eu, pick([["DE"], ["FR", "IT", "ES"], []]))),
            .templateSaved(
                TemplateRecord(
                    key: "k", title: "T", language: "en", category: .other, body: "B",
                    version: Int(counter))))
    }

    /// Rights that change, and a request with an end or none.
    mutating func rights(_ ticket: TicketID) throws {
        let version = (try desk.read { try $0.roleVersions() }.first?.version ?? 0) + 1
        try desk.record(
            .rights(
                .roleSaved(
                    RoleVersion(
                        role: .agent, version: version,
                        rights: RightSet([.read: .stores, .assign: pick([.own, .stores])]),
                        reason: "r"))),
            .rights(
                .looked(TicketLook(person: Desk.ann, ticket: ticket, store: Desk.us))),
            .rights(.signedIn(SignIn(person: Desk.ann, client: "deskhand", origin: "192.0.2.7"))),
            .rights(.signedOut(SignOut(person: Desk.ann, origin: "192.0.2.7"))),
            .rights(.presenceSet(PresenceOrder(person: Desk.bo, presence: .away))),
            .rights(.signInRefused(SignInRefusal(unixUser: "eve", code: .unknownUser))),
            .rights(
                .unmasked(
                    Unmasking(
                        person: Desk.ann, ticket: ticket, store: Desk.us, field: .name,
                        reason: "r"))),
            .rights(
                .accessReviewed(AccessReview(by: Desk.bo, at: desk.now, digest: "d", people: 2))))
        let act = pick([
            GuardedAct.void(ticket, Desk.us, debts: []), .person(Desk.person(Desk.bo, "bo")),
            .permit(.bulkSend, store: nil, subject: "s", digest: "d"),
        ])
        let outcomes: [GuardedSettlement.Outcome?] = [nil, .approved, .refused, .withdrawn, .alone]
        let outcome = pick(outcomes)
        let now = desk.now
        try desk.write { db in
            let id = try db.nextGuardedRequestID()
            try db.record(
                .rights(
                    .requestMade(
                        GuardedRequest(
                            id: id, act: act, requester: Desk.ann, reason: "r", at: now))))
            guard let outcome else { return }
            let isOwn = outcome == .withdrawn || outcome == .alone
            try db.record(
                .rights(
                    .requestSettled(
                        GuardedSettlement(
                            request: id, outcome: outcome, requester: Desk.ann,
                            by: isOwn ? Desk.ann : Desk.bo, reason: "s", at: now))))
        }
    }

    /// A stage of whichever credential is known first.
    mutating func warn() throws {
        guard let known = try desk.read({ try $0.credentials() }).first else { return }
        try desk.record(
            .credentialWarned(
                CredentialWarning(
                    subject: known.subject, dueAt: known.dueAt, stage: pick([30, 7, 1, 0]))))
    }
}
