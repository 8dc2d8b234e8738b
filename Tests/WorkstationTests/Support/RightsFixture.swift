import HelpDesk
import SwiftExtensions
import Wire

/// Requests, people, roles and changes as an administrator sees them.
enum RightsFixture {
    static let requests: [GuardedView] = [
        view(
            3, .void(TicketID(48812), "nova-eu", debts: [DebtID(1)]), "No buyer wrote this", "Ana",
            mayApprove: true,
            minutesAgo: 4),
        view(
            2,
            .person(
                Person(
                    id: PersonID(2), unixUser: "ben", displayName: "Ben", role: .senior,
                    scope: .only(["nova-eu"]))),
            "role: agent → senior", "Sue",
            changes: [PersonChange("role", from: "agent", to: "senior")], minutesAgo: 12),
        settled(
            view(
                1,
                .permit(
                    .personalExport, store: nil, subject: "tickets \u{1B}[2J nova-eu", digest: "d"),
                "yearly audit", "王芳", minutesAgo: 95)),
    ]

    static let access = AccessList(
        people: [
            line("ops", "Olga", .admin, .all, isConfigured: true, minutesAgo: 3),
            line(
                "ana", "Ana", .agent, .only(["nova-eu", "nova-us"]), minutesAgo: 14,
                places: ["192.0.2.7", "192.0.2.8"]),
            line("fang", "王芳", .quality, .all, minutesAgo: nil),
        ], digest: "d", lastReview: nil, dueAt: nil)

    static let roles: [RoleView] = [
        RoleView(
            role: .agent, version: 2, rights: ["assign:own", "merge:stores", "read:stores"],
            added: ["merge:stores"], removed: ["unmask:stores"], reason: "Trial until April"),
        RoleView(
            role: .auditor, version: 0, rights: Role.auditor.builtInRights.words, added: [],
            removed: [], reason: nil),
    ]

    static let history: [RightsEntry] = [
        RightsEntry(
            sequence: EventSequence(9), at: Fixture.now - .minutes(5), actor: "Olga",
            kind: "person-saved", subject: "ben",
            changes: [PersonChange("role", from: "agent", to: "senior")]),
        RightsEntry(
            sequence: EventSequence(8), at: Fixture.now - .minutes(9), actor: "door",
            kind: "sign-in-refused", subject: "eve", reason: "access.unknown_user"),
        RightsEntry(
            sequence: EventSequence(7), at: Fixture.now - .minutes(12), actor: "Ana",
            kind: "unmasked", subject: "#48812 name", reason: "customs form"),
    ]

    private static func view(
        _ id: Int64, _ act: GuardedAct, _ reason: String, _ name: String,
        changes: [PersonChange] = [], mayApprove: Bool = false, minutesAgo: Int64
    ) -> GuardedView {
        let request = GuardedRequest(
            id: GuardedRequestID(id), act: act, requester: PersonID(50 + id), reason: reason,
            at: Fixture.now - .minutes(minutesAgo))
        let item = GuardedCase(request: request)
        return GuardedView(
            item: item, state: item.state(at: Fixture.now), requesterName: name,
            settledByName: nil, changes: changes, mayApprove: mayApprove)
    }

    private static func settled(_ view: GuardedView) -> GuardedView {
        var view = view
        view.item.settlement = GuardedSettlement(
            request: view.item.request.id, outcome: .used,
            requester: view.item.request.requester, by: PersonID(9), reason: "agreed",
            at: Fixture.now - .minutes(90))
        view.state = view.item.state(at: Fixture.now)
        view.settledByName = "Olga"
        return view
    }

    private static func line(
        _ user: String, _ name: String, _ role: Role, _ scope: StoreScope,
        isConfigured: Bool = false, minutesAgo: Int64?, places: [String] = []
    ) -> AccessLine {
        AccessLine(
            person: Person(
                id: PersonID(1), unixUser: user, displayName: name, role: role, scope: scope),
            rights: role.builtInRights.words, isConfigured: isConfigured,
            lastSignIn: minutesAgo.map { Fixture.now - .minutes($0) }, places: places)
    }
}
