import Testing

/// Our own examples are honest, and the check itself finds what it should.
@Suite struct SchemaCheckTests {
    @Test func ownExamplesKeepTheirOwnSchemas() throws {
        for model in try ModelShelf.own.get().models {
            for operation in model.operations {
                for example in operation.cases {
                    guard let schema = operation.answers[example.status] ?? nil else { continue }
                    let broken = SchemaCheck.violations(
                        of: example.answer, against: schema, in: model, at: operation.id)
                    #expect(broken.isEmpty, "\(model.name): \(broken)")
                }
            }
        }
    }

    @Test func everyOperationHasAnExampleOfItsOwn() throws {
        let shelf = try ModelShelf.own.get()
        for operation in ClientOperation.all {
            let found = shelf.operation(operation.id, path: operation.path)?.1
            #expect(found?.cases.isEmpty == false, "\(operation)")
        }
    }
}
