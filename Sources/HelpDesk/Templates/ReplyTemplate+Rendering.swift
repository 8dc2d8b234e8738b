package import SwiftExtensions

/// A template with its variables filled in.
package struct RenderedTemplate: Hashable, Sendable {
    package var text: String
    /// Names of the variables that had no value, in order, each once. Their slots are still
    /// visible in the text, and the linter keeps it from being sent (FMT-08).
    package var missing: [String]
    /// What was filled in, by variable, as it stands in the text.
    package var filled: [String: String]
}

extension ReplyTemplate {
    /// Fills in `values`. `today` is the buyer's day, for `{{today+2d}}`.
    ///
    /// Throws where the body does not parse; the place counts from the body's first line.
    package func render(_ values: [String: TemplateValue], today: CivilTime)
        throws(TemplateProblem) -> RenderedTemplate
    {
        var parser = TemplateParser(body)
        let parts: [TemplatePart]
        do throws(TemplateParser.Failure) {
            parts = try parser.parse()
        } catch {
            throw TemplateProblem(
                file: key.rawValue, line: error.line, column: error.column, field: "body",
                code: error.code, detail: error.detail)
        }
        var renderer = TemplateRenderer(
            values: values, today: today, locale: TemplateLocale(language) ?? .english)
        renderer.render(parts)
        return RenderedTemplate(
            text: renderer.finished, missing: renderer.missing, filled: renderer.filled)
    }

    /// How a letter in `language` writes a variable; nil when it has no value.
    package static func text(
        of variable: String, _ values: [String: TemplateValue], today: CivilTime,
        language: LanguageCode
    ) -> String? {
        let renderer = TemplateRenderer(
            values: values, today: today, locale: TemplateLocale(language) ?? .english)
        return renderer.text(of: variable)
    }
}

private struct TemplateRenderer {
    let values: [String: TemplateValue]
    let today: CivilTime
    let locale: TemplateLocale
    private(set) var missing: [String] = []
    private(set) var filled: [String: String] = [:]
    private var text = ""

    init(values: [String: TemplateValue], today: CivilTime, locale: TemplateLocale) {
        self.values = values
        self.today = today
        self.locale = locale
    }

    mutating func render(_ parts: [TemplatePart]) {
        for part in parts {
            switch part {
            case .text(let literal): text += literal
            case .slot(let name): fill(name)
            case .condition(let name, let parts):
                if value(of: name)?.isPresent == true { render(parts) }
            }
        }
    }

    /// Conditions that were false leave empty lines behind; an answer has two breaks at most.
    var finished: String {
        var lines: [Substring] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty, lines.last?.isEmpty ?? true { continue }
            lines.append(line)
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines.joined(separator: "\n")
    }

    private mutating func fill(_ name: String) {
        guard let value = self.text(of: name) else {
            text += "{{\(name)}}"
            if !missing.contains(name) { missing.append(name) }
            return
        }
        filled[name] = value
        text += value
    }

    func text(of name: String) -> String? {
        value(of: name).flatMap { $0.isPresent ? locale.text($0) : nil }
    }

    private func value(of name: String) -> TemplateValue? {
        if let days = TemplateVariable.days(ahead: name) { return .date(today.adding(days: days)) }
        return values[name]
    }
}

extension CivilTime {
    /// The same time of day, `days` later.
    package func adding(days: Int) -> CivilTime {
        CivilTime(timestamp() + .days(Int64(days)))
    }
}
