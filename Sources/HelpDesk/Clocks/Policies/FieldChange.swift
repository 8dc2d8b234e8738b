/// What one version has and the one before had not, field by field, in the words of documents.
package struct FieldChange: Hashable, Sendable, Codable {
    package var field: String
    /// Empty where there was nothing.
    package var before: String
    package var after: String

    package init(field: String, before: String, after: String) {
        self.field = field
        self.before = before
        self.after = after
    }

    /// The fields whose values differ, in the order of `after`, then what is no longer there.
    static func between(
        _ before: [(String, String)], _ after: [(String, String)]
    ) -> [FieldChange] {
        let old = Dictionary(before, uniquingKeysWith: { first, _ in first })
        let new = Dictionary(after, uniquingKeysWith: { first, _ in first })
        let gone = before.filter { new[$0.0] == nil }.map { ($0.0, "") }
        return (after + gone).compactMap { field, value in
            let earlier = old[field] ?? ""
            return earlier == value
                ? nil : FieldChange(field: field, before: earlier, after: value)
        }
    }
}

extension WorkCalendar {
    /// What differs from an earlier version; everything, when there was none.
    package func changes(since earlier: WorkCalendar?) -> [FieldChange] {
        FieldChange.between(earlier?.fields ?? [], fields)
    }

    private var fields: [(String, String)] {
        [("title", title), ("zone", zone)]
            + week.days.map { ($0.name, Self.text($0.spans)) }.filter { !$0.1.isEmpty }
            + overrides.map { day in
                let spans = day.spans.isEmpty ? "closed" : Self.text(day.spans)
                return (day.day.text, day.label.isEmpty ? spans : "\(spans) (\(day.label))")
            }
    }

    private static func text(_ spans: [OpenSpan]) -> String {
        spans.map(\.text).joined(separator: ", ")
    }
}

extension ResponsePolicy {
    /// What differs from an earlier version; everything, when there was none.
    package func changes(since earlier: ResponsePolicy?) -> [FieldChange] {
        FieldChange.between(earlier?.fields ?? [], fields)
    }

    private var fields: [(String, String)] {
        var fields = [("title", title), ("calendar", calendar.rawValue)]
        fields += conditions.fields
        for (name, minutes) in [
            ("first", targets.first), ("next", targets.next), ("resolve", targets.resolve),
        ] {
            if let minutes { fields.append((name, "\(minutes) min")) }
        }
        fields.append(("pauses-in-hold", pausesInHold ? "yes" : "no"))
        fields.append(("fractions", warnings.fractions.map { "\($0)%" }.joined(separator: ", ")))
        fields.append(("leads", warnings.leads.map { "\($0) min" }.joined(separator: ", ")))
        fields.append(("active", isActive ? "yes" : "no"))
        return fields
    }
}

extension PolicyConditions {
    /// The conditions in use, by name, with what they ask for.
    package var fields: [(String, String)] {
        let lists: [(Name, [String])] = [
            (.stores, stores.map(\.rawValue)), (.marketplaces, marketplaces.map(\.rawValue)),
            (.kinds, kinds.map(\.rawValue)), (.categories, categories.map(\.rawValue)),
            (.priorities, priorities.map(\.rawValue)), (.languages, languages.map(\.rawValue)),
            (.fulfilments, fulfilments.map(\.rawValue)), (.flags, flags.map(\.rawValue)),
            (.hours, hours.map(\.text)),
        ]
        var fields = lists.filter { !$0.1.isEmpty }.map {
            ($0.0.rawValue, $0.1.joined(separator: ", "))
        }
        if let value {
            let band = "\(value.from ?? "0")..<\(value.below ?? "")"
            fields.append((Name.value.rawValue, "\(value.currency) \(band)"))
        }
        return fields
    }
}
