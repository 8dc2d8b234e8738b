import Compliance
package import HelpDesk
import Store
import SwiftExtensions
package import Wire

extension Desk {
    /// How often somebody looks whether rules or texts have changed since the last check.
    private static let lookEvery = Duration.seconds(30)

    /// Reads all templates again whenever a rule changes (compliance section 4.8), until the task
    /// is cancelled.
    func runTemplateChecks() async throws {
        while !Task.isCancelled {
            _ = try await checkTemplates()
            try await clock.sleep(until: clock.now + Self.lookEvery)
        }
    }

    /// Checks all templates in use, unless nothing has changed since the newest check. What breaks
    /// a rule that blocks is on record with the rules, and offered to nobody.
    func checkTemplates(isForced: Bool = false) async throws -> CheckTemplates.Reply {
        let (offered, last) = try await database.read { transaction in
            (
                try transaction.offeredTemplates().map(\.version),
                try transaction.templateCheckStamp()
            )
        }
        let stamp = templateStamp(offered)
        guard isForced || stamp != last else {
            return CheckTemplates.Reply(
                checked: 0, faults: try await database.read { try $0.templateFaults() })
        }
        var faults: [TemplateFault] = []
        for version in offered {
            let rules = blockingRules(in: version)
            if !rules.isEmpty {
                faults.append(
                    TemplateFault(key: version.key, number: version.number, rules: rules))
            }
            await Task.yield()
        }
        let check = TemplateCheck(stamp: stamp, faults: faults)
        try await act(service: .lint) { transaction in
            // What was approved meanwhile was read for its approval.
            let current = Set(
                try transaction.offeredTemplates().map { "\($0.version.key) \($0.version.number)" })
            var check = check
            check.faults.removeAll { !current.contains("\($0.key) \($0.number)") }
            try transaction.record(.library(.checked(check)))
        }
        return CheckTemplates.Reply(checked: offered.count, faults: faults)
    }

    /// Rules in force and texts in use, as one word.
    private func templateStamp(_ offered: [TemplateVersion]) -> String {
        let files = lintShelf.note.files.map { "\($0.name) \($0.digest)" }
        let texts = offered.map { "\($0.key.rawValue) \($0.number)" }
        return ContentDigest.of(
            ([settings.coreVersion] + files + ["-"] + texts).joined(separator: "\n"))
    }

    /// Codes of the rules that block a template, each once.
    func blockingRules(in version: TemplateVersion) -> [String] {
        Set(findings(in: version).filter { $0.severity == .block }.map(\.rule)).sorted()
    }

    /// The linter's word on a stored text, on every marketplace that it is for.
    func findings(in version: TemplateVersion) -> [Finding] {
        let marketplaces: [MarketplaceCode?] =
            version.marketplaces.isEmpty ? [nil] : version.marketplaces.map { $0 }
        var seen: Set<Finding> = []
        return marketplaces.flatMap { marketplace in
            var context = LintContext(
                messageKind: .template, marketplace: marketplace, language: version.language)
            context.today = lintDay
            return lintText(version.body, context)
        }.filter { seen.insert($0).inserted }
    }
}

extension CheckTemplates: DeskCall {
    package static let need: Need = .oneOf([.templateWrite, .templateApprove])

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        try await desk.checkTemplates(isForced: true)
    }
}
