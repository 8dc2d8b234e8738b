package import HelpDesk
package import Wire

// The words of every store teach one model, so whoever reads the figures sees all of them.

extension ShowCategories: DeskCall {
    package static let need: Need = .right(.supervise, .stores)

    package func run(in desk: Desk, as caller: Principal) async throws -> CategoryReport {
        try await CategoryTrainer(desk: desk).report()
    }
}

extension TrainCategories: DeskCall {
    package static let need: Need = .right(.ruleWrite, .all)

    package func run(in desk: Desk, as caller: Principal) async throws -> CategoryReport {
        try await CategoryTrainer(desk: desk).train()
    }
}
