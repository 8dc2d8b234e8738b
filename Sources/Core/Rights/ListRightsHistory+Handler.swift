package import HelpDesk
import Store
package import Wire

extension ListRightsHistory: DeskCall {
    package static let need: Need = .oneOf([.userAdmin, .roleAdmin, .auditRead])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try caller.requireWholeDesk()
        let limit = min(max(limit, 1), 500)
        let kinds = part?.kinds ?? Part.allCases.flatMap(\.kinds)
        return try await desk.database.read { transaction in
            let book = try RightsBook(transaction)
            let records = try transaction.rightsHistory(kinds: kinds, before: before, limit: limit)
            return Reply(entries: records.compactMap(book.entry))
        }
    }
}

extension ListRightsHistory.Part {
    fileprivate var kinds: [String] {
        switch self {
        case .people: ["person-saved"]
        case .roles: ["role-saved"]
        case .requests: ["rights-requested", "rights-settled"]
        case .sessions: ["signed-in", "signed-out", "sign-in-refused", "presence-set"]
        case .unmasked: ["unmasked"]
        case .reviews: ["access-reviewed"]
        }
    }
}

/// What people and roles were before each change, for the difference that it made. People change
/// rarely, so their whole history is read.
private struct RightsBook {
    private var names: [PersonID: String] = [:]
    private var users: [PersonID: String] = [:]
    private var changes: [EventSequence: [PersonChange]] = [:]

    private static let longest = 20_000

    init(_ transaction: ReadTransaction) throws {
        for person in try transaction.people() {
            names[person.id] = person.displayName
            users[person.id] = person.unixUser
        }
        var people: [PersonID: Person] = [:]
        var roles: [Role: RightSet] = [:]
        let records = try transaction.rightsHistory(
            kinds: ["person-saved", "role-saved"], before: nil, limit: Self.longest)
        for record in records.reversed() {
            switch record.event {
            case .personSaved(let person):
                changes[record.sequence] = person.changes(since: people[person.id])
                people[person.id] = person
            case .rights(.roleSaved(let version)):
                changes[record.sequence] =
                    RightsDifference(
                        from: roles[version.role] ?? version.role.builtInRights,
                        to: version.rights
                    ).changes
                roles[version.role] = version.rights
            default: break
            }
        }
    }

    func entry(_ record: EventRecord) -> RightsEntry? {
        var entry = RightsEntry(
            sequence: record.sequence, at: record.at, actor: name(record.actor),
            kind: record.event.kind, subject: "", changes: changes[record.sequence] ?? [])
        switch record.event {
        case .personSaved(let person): entry.subject = person.unixUser
        case .rights(let event): fill(&entry, event)
        default: return nil
        }
        return entry
    }

    private func fill(_ entry: inout RightsEntry, _ event: RightsEvent) {
        switch event {
        case .roleSaved(let version):
            (entry.subject, entry.reason) = (version.role.rawValue, version.reason)
        case .requestMade(let request):
            entry.subject = "\(request.id.rawValue) \(request.act.kind.rawValue)"
            entry.reason = request.reason
        case .requestSettled(let settlement):
            entry.subject = "\(settlement.request.rawValue) \(settlement.outcome.rawValue)"
            entry.reason = settlement.reason
            entry.second = names[settlement.requester]
        case .signedIn(let signIn):
            entry.subject = users[signIn.person] ?? ""
            entry.changes = signIn.alsoAt.map { PersonChange("also_at", from: "", to: $0) }
            entry.reason = signIn.origin
            entry.second = signIn.actingUser
        case .signedOut(let signOut):
            (entry.subject, entry.reason) = (users[signOut.person] ?? "", signOut.origin)
        case .signInRefused(let refusal):
            (entry.subject, entry.reason) = (refusal.unixUser, refusal.code.rawValue)
        case .unmasked(let unmasking):
            entry.subject = "#\(unmasking.ticket.rawValue) \(unmasking.field.rawValue)"
            entry.reason = unmasking.reason
        case .accessReviewed(let review):
            (entry.subject, entry.reason) = ("\(review.people)", review.digest)
        case .presenceSet(let order):
            entry.subject = users[order.person] ?? ""
            entry.reason = order.presence.rawValue
        case .looked: break
        }
    }

    private func name(_ actor: Actor) -> String {
        switch actor {
        case .person(let person): names[person] ?? "#\(person.rawValue)"
        case .service(let name): name
        }
    }
}
