extension Role {
    /// What the role allows on a desk that has not changed it (the table of helpdesk section 16).
    /// Nobody sees a buyer's data whole by role: that takes a reason each time, or a desk that
    /// adds `read_pii`.
    package var builtInRights: RightSet {
        switch self {
        case .agent: Self.agentRights
        case .senior: Self.agentRights.union(Self.seniorRights)
        case .supervisor: Self.agentRights.union(Self.seniorRights).union(Self.leadRights)
        case .quality: Self.qualityRights
        case .admin: Self.administratorRights
        case .auditor: Self.auditorRights
        case .service: RightSet()
        }
    }

    private static let agentRights = RightSet([
        .read: .stores, .unmask: .stores, .reply: .stores, .take: .stores, .assign: .own,
        .resolve: .stores, .excuse: .stores, .void: .stores, .note: .stores, .tag: .stores,
        .handleCase: .stores, .accountRead: .stores, .syncRead: .stores, .spotCheck: .stores,
        .report: .own,
    ])

    private static let seniorRights = RightSet([
        .assign: .stores, .merge: .stores, .reopenClosed: .stores, .confirmExcuse: .stores,
        .templateWrite: .all,
    ])

    private static let leadRights = RightSet([
        .excuseBreach: .stores, .sendWithoutLintPass: .stores, .bulkSend: .stores,
        .supervise: .stores, .roster: .all, .report: .stores, .qaScore: .stores,
        .tagAdmin: .all, .templateApprove: .all, .ruleWrite: .all, .policyWrite: .all,
        .calendarWrite: .all, .ship: .stores, .financeRead: .stores, .syncRun: .stores,
        .quarantine: .stores, .export: .stores, .auditRead: .all, .drill: .all,
    ])

    private static let qualityRights = RightSet([
        .read: .stores, .note: .stores, .qaScore: .stores, .templateApprove: .all,
        .report: .stores, .accountRead: .stores, .syncRead: .stores,
    ])

    /// Stores, people, calendars and the engine; no message of a buyer.
    private static let administratorRights = RightSet([
        .userAdmin: .all, .roleAdmin: .all, .syncAdmin: .all, .syncRun: .stores,
        .syncRead: .stores, .spotCheck: .stores, .calendarWrite: .all, .policyWrite: .all,
        .roster: .all, .tagAdmin: .all, .drill: .all,
    ])

    private static let auditorRights = RightSet([
        .auditRead: .all, .report: .stores, .accountRead: .stores, .financeRead: .stores,
        .syncRead: .stores,
    ])
}
