package import HelpDesk
import Store

/// Checks that every use case shares. What is out of somebody's scope does not exist for them.
package enum Rights {
    /// Throws `notAllowed` with the verb that is missing.
    package static func require(
        _ verb: Verb, _ breadth: Breadth = .own, of caller: Principal
    ) throws(DeskError) {
        guard caller.may(verb, breadth) else {
            throw DeskError(.notAllowed, ["needs": verb.rawValue])
        }
    }

    /// For an act on one ticket: the holder's own and those that nobody owns need less than those
    /// of the holder's groups, and those less than the tickets of others. Throws `notAllowed` with
    /// the verb that is missing.
    static func require(
        _ verb: Verb, on ticket: Ticket, of caller: Principal, _ transaction: ReadTransaction
    ) throws {
        let isOwn = ticket.owner == nil || ticket.owner == caller.person
        if isOwn || caller.may(verb, .stores) { return try require(verb, .own, of: caller) }
        let isOfGroup =
            try ticket.group.map { try transaction.groups(of: caller.person).contains($0) } ?? false
        try require(verb, isOfGroup ? .group : .stores, of: caller)
    }

    /// Throws `notAllowed` with the verbs of which one is missing.
    package static func require(_ need: Need, of caller: Principal) throws(DeskError) {
        guard need.isMet(by: caller.rights) else {
            let verbs = need.verbs.map(\.rawValue).joined(separator: ", ")
            throw DeskError(.notAllowed, ["needs": verbs])
        }
    }
}
