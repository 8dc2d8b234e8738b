import Compliance
package import HelpDesk
package import Wire

extension ListLintRules: DeskCall {
    package static let need: Need = .signedIn

    package func run(in desk: Desk, as caller: Principal) async throws -> LintRulesView {
        desk.lintRulesView()
    }
}

extension ReloadLintRules: DeskCall {
    package static let need: Need = .right(.ruleWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> LintRulesView {
        _ = try await desk.refreshLintRules()
        return desk.lintRulesView()
    }
}

extension Desk {
    fileprivate func lintRulesView() -> LintRulesView {
        let book = lintShelf.book
        return LintRulesView(
            folder: lintShelf.folder, note: lintShelf.note,
            rules: book.rules.map { rule in
                LintRuleView(
                    code: rule.code, category: rule.category, severity: rule.severity,
                    exceptions: rule.exceptions.map { "\($0.marketplace)=\($0.severity.rawValue)" },
                    source: rule.source, words: rule.words,
                    hits: rule.examples.filter(\.isHit).map(\.text),
                    misses: rule.examples.filter { !$0.isHit }.map(\.text))
            })
    }
}
