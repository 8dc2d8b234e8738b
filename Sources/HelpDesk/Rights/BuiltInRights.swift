extension Role {
    /// What the role allows on a desk that has not changed it.
    package var builtInRights: RightSet {
        switch self {
        case .agent: Self.agentRights
        case .supervisor: Self.agentRights.union(Self.leadRights)
        case .admin: .everything
        }
    }

    private static let agentRights = RightSet([
        .read: .stores, .readPII: .stores, .reply: .stores, .take: .stores, .assign: .own,
        .resolve: .stores, .excuse: .stores, .void: .stores, .note: .stores, .tag: .stores,
        .handleCase: .stores, .accountRead: .stores, .syncRead: .stores, .spotCheck: .stores,
        .report: .own,
    ])

    private static let leadRights = RightSet([
        .assign: .stores, .merge: .stores, .reopenClosed: .stores, .confirmExcuse: .stores,
        .excuseBreach: .stores, .sendWithoutLintPass: .stores, .bulkSend: .stores,
        .tagAdmin: .all, .templateWrite: .all, .ruleWrite: .all, .policyWrite: .all,
        .calendarWrite: .all, .roster: .all, .supervise: .stores, .report: .stores,
        .qaScore: .stores, .ship: .stores, .financeRead: .stores, .syncRun: .stores,
        .quarantine: .stores, .export: .stores, .auditRead: .all, .drill: .all,
    ])
}
