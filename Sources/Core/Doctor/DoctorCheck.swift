import Settings

/// One thing the doctor looks at. It never throws: trouble is what it is there to find.
struct DoctorCheck: Sendable {
    /// How long it may take, and what it means when it takes longer.
    struct Limit: Sendable {
        var duration: Duration
        var code: DoctorCode
    }

    /// What it looks at, for the finding that it took too long.
    var subject: String
    var limit: @Sendable (DoctorSurroundings) -> Limit
    var findings: @Sendable (DoctorContext) async -> [DoctorFinding]

    /// A check of something on this machine.
    static func local(
        _ subject: String,
        limit: @escaping @Sendable (DoctorSurroundings) -> Limit = {
            Limit(duration: $0.machineLimit, code: .machineSlow)
        },
        _ findings: @escaping @Sendable (DoctorContext) -> [DoctorFinding]
    ) -> DoctorCheck {
        DoctorCheck(
            subject: subject, limit: limit,
            findings: { context in await OwnThread.run { findings(context) } })
    }

    /// A check that makes at most `exchanges` over the network, one after the other.
    static func remote(
        _ subject: String, exchanges: Int = 1,
        _ findings: @escaping @Sendable (DoctorContext) async -> [DoctorFinding]
    ) -> DoctorCheck {
        DoctorCheck(
            subject: subject,
            limit: { Limit(duration: $0.networkLimit * exchanges, code: .networkTimedOut) },
            findings: findings)
    }
}

extension DoctorCheck {
    /// Everything the doctor looks at, in the order of the report.
    static func all(for configuration: Configuration) -> [DoctorCheck] {
        let core = configuration.core
        return [
            dataFolder(core.data), keyFiles(core.data), database(core.data), disk(core.data),
            socket(core), clock(configuration), timeZones(configuration),
            templates(core.templates), lintRules(core.lintRules), tables(),
            auditCopy(configuration.audit, data: core.data),
            credentials(configuration),
            setup(configuration), approvedSenders(configuration),
        ]
            + configuration.mailboxes.flatMap { [inbound($0), origin($0), outbound($0)] }
            + configuration.stores.filter { $0.channel == "amazon" }.map(storeAccess)
    }
}
