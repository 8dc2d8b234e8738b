package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension ListAccess: DeskCall {
    package static let need: Need = .oneOf([.userAdmin, .auditRead])

    package func run(in desk: Desk, as caller: Principal) async throws -> AccessList {
        try await desk.database.read { try desk.accessList($0) }
    }
}

extension ReviewAccess: DeskCall {
    package static let need: Need = .oneOf([.userAdmin, .auditRead])

    package func run(in desk: Desk, as caller: Principal) async throws -> AccessList {
        try await desk.act(as: caller) { transaction in
            let list = try desk.accessList(transaction)
            guard list.digest == digest else {
                throw DeskError(.requestOver, ["state": "changed"])
            }
            try transaction.record(
                .rights(
                    .accessReviewed(
                        AccessReview(
                            by: caller.person, at: transaction.now, digest: digest,
                            people: list.people.count))))
            return try desk.accessList(transaction)
        }
    }
}

extension Desk {
    /// Amazon's data protection policy wants access reviewed every 90 days (helpdesk section 16).
    private static var reviewEvery: Duration { .days(90) }

    fileprivate func accessList(_ transaction: ReadTransaction) throws -> AccessList {
        let signIns = try transaction.lastSignIns()
        let lines = try transaction.people().filter(\.isActive).map { person in
            AccessLine(
                person: person, rights: people.principal(of: person).rights.words,
                isConfigured: people.isConfigured(person.unixUser),
                lastSignIn: signIns[person.id], places: sessions.places(of: person.id))
        }
        let review = try transaction.lastAccessReview()
        return AccessList(
            people: lines,
            digest: ContentDigest.of(lines.map(\.signedText).joined(separator: "\n")),
            lastReview: review, dueAt: review.map { $0.at + Self.reviewEvery })
    }
}

extension AccessLine {
    /// What a signature stands for: who may do what where, not who was here when.
    fileprivate var signedText: String {
        [
            person.unixUser, person.displayName, person.role.rawValue, person.scope.words,
            rights.joined(separator: " "), isConfigured ? "configured" : "",
        ].joined(separator: "\t")
    }
}

extension ReadTransaction {
    fileprivate func lastSignIns() throws -> [PersonID: Timestamp] {
        var found: [PersonID: Timestamp] = [:]
        for record in try rightsHistory(kinds: ["signed-in"], before: nil, limit: 20_000) {
            guard case .rights(.signedIn(let signIn)) = record.event else { continue }
            if found[signIn.person] == nil { found[signIn.person] = record.at }
        }
        return found
    }

    fileprivate func lastAccessReview() throws -> AccessReview? {
        let last = try rightsHistory(kinds: ["access-reviewed"], before: nil, limit: 1).first
        guard case .rights(.accessReviewed(let review))? = last?.event else { return nil }
        return review
    }
}
