import ComplianceTables

extension RuleBook {
    /// The rules that ship with the desk. A linter without rules would let everything pass, so a
    /// program whose tables do not read does not run; a test reads them all.
    package static let builtIn: RuleBook = {
        do {
            return try RuleBook(embedded())
        } catch {
            preconditionFailure("The embedded tables of the linter are read by a test: \(error)")
        }
    }()

    /// Reads every embedded table, and throws the first fault: for tests and the doctor.
    package static func check() throws(LintTableFault) {
        try DataTable.check()
        _ = try LikenessModel.embedded()
        let book = try RuleBook(embedded())
        for name in Concept.used where book.lexicon.numbers[name] == nil {
            throw LintTableFault(
                file: "concepts", line: nil, key: name, reason: "is used, but in no table")
        }
        for code in RuleCode.all where book.rule(code.code) == nil {
            throw LintTableFault(
                file: "rules", line: nil, key: code.code, reason: "is used, but in no table")
        }
        if let fault = book.failedExamples().first { throw fault }
    }

    private static func embedded() throws(LintTableFault) -> [RuleFile] {
        var files: [RuleFile] = []
        for (name, bytes) in ComplianceTables.rules {
            files.append(
                try RuleFileReader.read(name: name, text: String(decoding: bytes, as: UTF8.self)))
        }
        return files
    }
}
