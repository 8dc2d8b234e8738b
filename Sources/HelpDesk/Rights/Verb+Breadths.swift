extension Verb {
    /// The breadths in which the right makes sense. Whoever may read reads all tickets of their
    /// stores: a ticket that colleagues cannot see is answered twice or never (helpdesk section 8).
    package var breadths: [Breadth] {
        switch self {
        case .assign, .resolve, .excuse, .void, .confirmExcuse, .reply, .report, .unmask:
            [.own, .group, .stores]
        case .take, .excuseBreach, .merge, .reopenClosed, .qaScore, .supervise, .read, .readPII,
            .note, .tag, .handleCase, .sendWithoutLintPass, .bulkSend, .ship,
            .accountRead, .financeRead, .syncRead, .syncRun, .spotCheck, .quarantine, .export:
            [.stores]
        case .erase, .tagAdmin, .templateWrite, .templateApprove, .ruleWrite, .policyWrite,
            .calendarWrite, .roster, .syncAdmin, .userAdmin, .roleAdmin, .auditRead, .drill:
            [.all]
        }
    }
}

extension RightSet {
    /// Reads the words of a set. Throws `badRequest` with the word that is none, or that gives a
    /// right a breadth which it does not come in.
    package init(checking words: [String]) throws(DeskError) {
        var breadths: [Verb: Breadth] = [:]
        for word in words {
            guard let (verb, breadth) = Self.right(word), verb.breadths.contains(breadth),
                breadths[verb] == nil
            else { throw DeskError(.badRequest, ["field": "rights", "right": word]) }
            breadths[verb] = breadth
        }
        self.init(breadths)
    }
}
