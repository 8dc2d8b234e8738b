import Jobs
import Testing

/// The readers against damaged answers: what a model requires is kept, and its absence noticed.
@Suite struct AnswerLossTests {
    @Test func requiredValuesReachTheDesk() async throws {
        try await forEachAnswer { operation, answer, schema, model, usual, status, call in
            for place in model.requiredPlaces(in: answer, schema) where !operation.isUnused(place) {
                guard let altered = answer[place]?.altered else { continue }
                let (outcome, _) = try await operation.outcome(
                    of: answer.replacing(place, with: altered), status: status, call)
                #expect(
                    outcome != .read(usual), "\(operation): \(place) makes no difference")
            }
        }
    }

    @Test func missingAndRetypedRequiredFieldsAreNoticed() async throws {
        try await forEachAnswer { operation, answer, schema, model, usual, status, call in
            for place in model.requiredPlaces(in: answer, schema) where !operation.isOptional(place)
            {
                for (kind, value) in [("missing", nil), ("retyped", answer[place]?.retyped)] {
                    let (outcome, _) = try await operation.outcome(
                        of: answer.replacing(place, with: value), status: status, call)
                    #expect(
                        outcome.noticesDrift(beyond: usual), "\(operation): \(place) \(kind)")
                }
            }
        }
    }

    @Test func unknownFieldsDoNoHarmAndAreCounted() async throws {
        try await forEachAnswer { operation, answer, _, _, usual, status, call in
            for place in answer.objects() {
                let (outcome, _) = try await operation.outcome(
                    of: answer.replacing(place.member("zzNew"), with: .text("?")), status: status,
                    call)
                guard case .read(let reading) = outcome else {
                    Issue.record("\(operation): a new field at \(place) broke the reading")
                    continue
                }
                #expect(reading.content == usual.content, "\(operation): \(place)")
                #expect(reading.setAside == usual.setAside, "\(operation): \(place)")
            }
            guard operation.countsUnknown else { return }
            let spiked = answer.replacing(JsonPlace().member("zzNew"), with: .text("?"))
            let (outcome, _) = try await operation.outcome(of: spiked, status: status, call)
            if case .read(let reading) = outcome, operation.id == "searchOrders" {
                #expect(reading.unknown == usual.unknown + 1)
            }
        }
    }

    typealias Body = (
        ClientOperation, Json, Json, ApiModel, Reading, Int, ClientOperation.Call
    ) async throws -> Void

    /// Every good answer among the sandbox cases that has a schema and is read at all.
    private func forEachAnswer(_ body: Body) async throws {
        for shelf in try ModelShelf.all {
            var count = 0
            for operation in ClientOperation.all {
                guard let (model, found) = shelf.operation(operation.id, path: operation.path)
                else { continue }
                for example in found.cases where (200..<300).contains(example.status) {
                    guard let schema = found.answers[example.status] ?? nil else { continue }
                    var random = SeededRandom(seed: 1)
                    let call = operation.asked(example.parameters) ?? operation.sample(&random)
                    let (outcome, _) = try await operation.outcome(
                        of: example.answer, status: example.status, call)
                    guard case .read(let usual) = outcome else { continue }
                    count += 1
                    try await body(
                        operation, example.answer, schema, model, usual, example.status, call)
                }
            }
            #expect(count > 0, "no answers in \(shelf)")
        }
    }
}
