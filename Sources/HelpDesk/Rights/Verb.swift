/// What somebody may be allowed to do (helpdesk section 16); the words stand in the record, in the
/// sets of rights that a desk keeps and on the command line.
package enum Verb: String, Codable, Sendable, CaseIterable, Hashable {
    // Tickets and their words.
    case read, reply, take, assign, resolve, excuse, void, merge, note, tag
    /// A buyer's whole name, address and telephone, always in sight.
    case readPII = "read_pii"
    /// The same, one field at a time, with a reason on record.
    case unmask
    case reopenClosed = "reopen_closed"
    /// To say that the mark "no response needed" is set on the platform.
    case confirmExcuse = "confirm_excuse"
    /// To take a breach out of the net figures, with its cause.
    case excuseBreach = "excuse_breach"
    /// Returns, claims and wishes of a ticket.
    case handleCase = "handle_case"
    /// To let a reply go that a blocking rule holds.
    case sendWithoutLintPass = "send_without_lint_pass"
    /// The same words to many buyers at once.
    case bulkSend = "bulk_send"
    // What the team works by.
    case tagAdmin = "tag_admin"
    case templateWrite = "template_write"
    case templateApprove = "template_approve"
    case ruleWrite = "rule_write"
    case policyWrite = "policy_write"
    case calendarWrite = "calendar_write"
    /// Groups, skills and shifts.
    case roster
    /// The wall: queues, loads and presence of others, re-assignment, broadcast.
    case supervise
    // Figures and what leaves the desk.
    case report, export, erase
    case qaScore = "qa_score"
    // Orders and the account.
    /// To tell the platform that an order is on its way.
    case ship
    case accountRead = "account_read"
    /// Settlements and other money of the account.
    case financeRead = "finance_read"
    // The sync engine.
    case syncRead = "sync_read"
    case syncRun = "sync_run"
    /// Stores and credentials.
    case syncAdmin = "sync_admin"
    case spotCheck = "spot_check"
    /// Mails that were held back because they may be forged.
    case quarantine
    // People and the record.
    case userAdmin = "user_admin"
    case roleAdmin = "role_admin"
    case auditRead = "audit_read"
    case drill
}

/// How far a right reaches, inside the stores that its holder may see at all.
package enum Breadth: String, Codable, Sendable, CaseIterable, Hashable, Comparable {
    /// The holder's own tickets and figures, and tickets that nobody owns.
    case own
    /// Those of the holder's groups as well.
    case group
    /// Everything of the holder's stores.
    case stores
    /// What belongs to no single store, too: people, rules, the record.
    case all

    package static func < (left: Breadth, right: Breadth) -> Bool { left.rank < right.rank }

    private var rank: Int {
        switch self {
        case .own: 0
        case .group: 1
        case .stores: 2
        case .all: 3
        }
    }
}
