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
        for (name, bytes) in tables {
            files.append(
                try RuleFileReader.read(name: name, text: String(decoding: bytes, as: UTF8.self)))
        }
        return files
    }

    private static var tables: [(String, [UInt8])] {
        [
            ("rules-contact.toml", PackageResources.rules_contact_toml),
            ("rules-reviews.toml", PackageResources.rules_reviews_toml),
            ("rules-money.toml", PackageResources.rules_money_toml),
            ("rules-marketing.toml", PackageResources.rules_marketing_toml),
            ("rules-form.toml", PackageResources.rules_form_toml),
            ("fix-texts.toml", PackageResources.fix_texts_toml),
            ("frames.toml", PackageResources.frames_toml),
            ("concepts-contact.toml", PackageResources.concepts_contact_toml),
            ("concepts-reviews.toml", PackageResources.concepts_reviews_toml),
            ("concepts-money.toml", PackageResources.concepts_money_toml),
            ("concepts-marketing.toml", PackageResources.concepts_marketing_toml),
            ("concepts-conduct.toml", PackageResources.concepts_conduct_toml),
            ("languages.toml", PackageResources.languages_toml),
        ]
    }
}
