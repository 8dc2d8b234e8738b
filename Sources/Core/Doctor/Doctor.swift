import ChannelAmazon
package import Settings
import SwiftExtensions

/// Looks at everything a desk needs and says what is wrong with it. Changes nothing, sends no mail,
/// and never waits longer than its limits.
package struct Doctor: Sendable {
    private let surroundings: DoctorSurroundings

    package init(_ surroundings: DoctorSurroundings = DoctorSurroundings()) {
        self.surroundings = surroundings
    }

    /// Reads a configuration file and examines what it describes. When only secrets are missing
    /// the rest is examined all the same; with any other mistake in it the file itself is the
    /// whole report.
    package func examine(file: String) async -> DoctorReport {
        let configuration: Configuration
        var findings: [DoctorFinding] = []
        do {
            configuration = try Configuration.load(file)
            findings.append(DoctorFinding(.configOk, file))
        } catch {
            findings = error.problems.map { DoctorFinding($0) }
            guard let rest = try? Self.readWithoutSecrets(file) else {
                return DoctorReport(findings: findings, isConfigurationReadable: false)
            }
            configuration = rest
        }
        return DoctorReport(
            findings: findings + (await examine(configuration)), isConfigurationReadable: true)
    }

    /// The report when no configuration was named and none was found.
    package static func nothingToExamine() -> DoctorReport {
        DoctorReport(
            findings: [DoctorFinding(.configMissing, "deskhand.toml")],
            isConfigurationReadable: false)
    }

    /// Makes all checks at once; the findings are in the order of the checks.
    package func examine(_ configuration: Configuration) async -> [DoctorFinding] {
        await examine(DoctorCheck.all(for: configuration), configuration)
    }

    /// Looks at one mailbox of a configuration only: whether it can be read and sent from.
    package func examine(
        _ mailbox: MailboxSettings, of configuration: Configuration
    ) async -> [DoctorFinding] {
        await examine(
            [DoctorCheck.inbound(mailbox), DoctorCheck.outbound(mailbox)], configuration)
    }

    private func examine(
        _ checks: [DoctorCheck], _ configuration: Configuration
    ) async -> [DoctorFinding] {
        let network = NetworkTransport()
        let context = DoctorContext(configuration, surroundings, network: network)
        let findings = await withTaskGroup(of: (Int, [DoctorFinding]).self) { group in
            for (index, check) in checks.enumerated() {
                group.addTask { (index, await examine(check, context)) }
            }
            var parts = [[DoctorFinding]](repeating: [], count: checks.count)
            for await (index, part) in group { parts[index] = part }
            return parts.flatMap(\.self)
        }
        await network.shutdown()
        return findings
    }

    private func examine(_ check: DoctorCheck, _ context: DoctorContext) async -> [DoctorFinding] {
        let limit = check.limit(surroundings)
        let findings = await TimeLimit.run(limit.duration) { await check.findings(context) }
        return findings ?? [
            DoctorFinding(
                limit.code, check.subject, ["seconds": String(limit.duration.components.seconds)])
        ]
    }

    private static func readWithoutSecrets(_ file: String) throws -> Configuration {
        let bytes = try FileBytes.read(file, limit: 4 << 20)
        return try Configuration.read(
            String(decoding: bytes, as: UTF8.self), file: file, checksSecrets: false)
    }
}
