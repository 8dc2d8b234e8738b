import Jobs
import Testing

/// Every refusal that a model documents for an operation gets the class that it means.
@Suite struct RefusalTests {
    @Test func documentedRefusalsAreClassified() async throws {
        for shelf in try ModelShelf.all {
            var count = 0
            for operation in ClientOperation.all {
                let (_, found) = try #require(
                    shelf.operation(operation.id, path: operation.path))
                for status in found.answers.keys.sorted() where status >= 300 {
                    count += 1
                    try await check(operation, status)
                }
            }
            CoverageNote.print(shelf, "\(count) documented refusals classified")
            #expect(count > 0)
        }
    }

    private func check(_ operation: ClientOperation, _ status: Int) async throws {
        let error = Json.object([
            "code": .text("Word"), "message": .text("A sentence."), "details": .text(""),
        ])
        let answer = Json.object(["errors": .list([error])])
        var random = SeededRandom(seed: UInt64(status))
        let (outcome, _) = try await operation.outcome(
            of: answer, status: status, operation.sample(&random))
        if operation.absentAt == status, case .read = outcome { return }
        let expected = RefusalClass.outcome(of: operation, status: status, answer: answer)
        #expect(outcome == expected, "\(operation) \(status)")
    }
}
