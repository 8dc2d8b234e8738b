import HelpDesk
import Jobs
import Testing

/// Every static sandbox case of the models, asked and answered through the real client.
@Suite struct SandboxReplayTests {
    @Test func everyCaseIsAskedAsItSaysAndReadWithoutLoss() async throws {
        for shelf in try ModelShelf.all {
            var (models, cases, asked) = (Set<String>(), 0, 0)
            for operation in ClientOperation.all {
                let found = try #require(
                    shelf.operation(operation.id, path: operation.path), "\(operation) in \(shelf)")
                models.insert(found.0.name)
                for example in found.1.cases {
                    cases += 1
                    let isAsked = try await replay(example, of: operation, found)
                    asked += isAsked ? 1 : 0
                }
            }
            CoverageNote.print(
                shelf,
                "\(cases) sandbox cases of \(ClientOperation.all.count) operations in "
                    + "\(models.count) models replayed, \(asked) of them with their own request")
        }
    }

    private func replay(
        _ example: ApiModel.SandboxCase, of operation: ClientOperation,
        _ found: (ApiModel, ApiModel.Operation)
    ) async throws -> Bool {
        var random = SeededRandom(seed: 1)
        let own = operation.asked(example.parameters)
        let call = own ?? operation.sample(&random)
        let (outcome, desk) = try await operation.outcome(
            of: (found.1.answers[example.status] ?? nil) == nil ? nil : example.answer,
            status: example.status, call)
        let request = try #require(desk.requests.first, "\(operation) sent nothing")
        let broken = RequestCheck(found).violations(of: request)
        #expect(broken.isEmpty, "\(operation) \(example.status): \(broken)")
        if own != nil { says(request, example, operation, found.1) }
        if (200..<300).contains(example.status) {
            guard case .read(let reading) = outcome else {
                Issue.record("\(operation) \(example.status) was not read: \(outcome)")
                return own != nil
            }
            #expect(reading.setAside == 0, "\(operation): a record of the case was set aside")
            #expect(reading.unknown == 0, "\(operation): fields of the case were not known")
        } else {
            let expected = RefusalClass.outcome(
                of: operation, status: example.status, answer: example.answer)
            #expect(outcome == expected, "\(operation) \(example.status)")
        }
        return own != nil
    }

    /// What the case asks is what went over the line.
    private func says(
        _ request: WireRequest, _ example: ApiModel.SandboxCase, _ operation: ClientOperation,
        _ model: ApiModel.Operation
    ) {
        for parameter in model.parameters {
            // The body's name differs between the operation and its cases.
            let wanted = example.parameters[parameter.name]
            switch parameter.place {
            case .query:
                guard let wanted else { continue }
                let sent = request.query.first { $0.name == parameter.name }?.value
                #expect(
                    sent.map(QueryValue.init) == QueryValue(wanted),
                    "\(operation): \(parameter.name)")
            case .body:
                let body = wanted ?? example.parameters["body"]
                guard let body else { continue }
                #expect(
                    request.body.map(SentBody.init) == SentBody(body), "\(operation): body")
            case .path, .header: break
            }
        }
    }
}
