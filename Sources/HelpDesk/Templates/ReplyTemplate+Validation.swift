extension ReplyTemplate {
    /// Languages that templates are written in.
    package static let languages: [LanguageCode] = ["en", "de", "fr", "it", "es", "ja", "zh-Hans"]

    /// What its author has to mend, with places in `file`; the body starts at line `bodyLine`.
    package func validate(file: String, line: Int, bodyLine: Int? = nil) -> [TemplateProblem] {
        var problems: [TemplateProblem] = []
        func report(_ field: String, _ code: TemplateProblem.Code, _ detail: String = "") {
            problems.append(
                TemplateProblem(
                    file: file, line: line, column: 1, field: field, code: code, detail: detail))
        }
        if key.rawValue.isEmpty { report("key", .emptyField) }
        if title.isEmpty { report("title", .emptyField) }
        if body.isEmpty { report("body", .emptyField) }
        if version < 1 { report("version", .badVersion, String(version)) }
        if TemplateLocale(language) == nil || !language.isWellFormed {
            report("language", .unknownLanguage, language.rawValue)
        }
        return problems + bodyProblems(file: file, firstLine: bodyLine ?? line)
    }

    private func bodyProblems(file: String, firstLine: Int) -> [TemplateProblem] {
        func problem(_ line: Int, _ column: Int, _ code: TemplateProblem.Code, _ detail: String)
            -> TemplateProblem
        {
            TemplateProblem(
                file: file, line: firstLine + line - 1, column: column, field: "body", code: code,
                detail: detail)
        }
        var parser = TemplateParser(body)
        do throws(TemplateParser.Failure) {
            _ = try parser.parse()
        } catch {
            return [problem(error.line, error.column, error.code, error.detail)]
        }
        return parser.uses.filter { !TemplateVariable.isKnown($0.name) }.map {
            problem($0.line, $0.column, .unknownVariable, $0.name)
        }
    }
}
