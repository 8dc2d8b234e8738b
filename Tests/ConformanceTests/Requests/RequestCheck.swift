/// Holds a request against the operation that it should be.
struct RequestCheck {
    let model: ApiModel
    let operation: ApiModel.Operation

    init(_ found: (ApiModel, ApiModel.Operation)) {
        (model, operation) = found
    }

    /// Every rule of the model that the request breaks.
    func violations(of request: WireRequest) -> [Violation] {
        guard request.method == operation.method else {
            return [Violation(place: "method", rule: operation.method)]
        }
        guard let inPath = pathValues(request.path) else {
            return [Violation(place: "path", rule: operation.path)]
        }
        var violations: [Violation] = []
        for parameter in operation.parameters {
            switch parameter.place {
            case .path: violations += check(inPath[parameter.name].map { [$0] } ?? [], parameter)
            case .query:
                let values = request.query.filter { $0.name == parameter.name }.map(\.value)
                violations += check(values, parameter)
            case .header:
                violations += check(
                    request.headers[parameter.name.lowercased()].map { [$0] } ?? [], parameter)
            case .body: violations += checkBody(request, parameter)
            }
        }
        return violations + strangers(request) + headerViolations(request)
    }

    /// The values of the names in braces; a name that the model marks as greedy takes slashes too.
    private func pathValues(_ path: String) -> [String: String]? {
        let wanted = operation.path.split(separator: "/", omittingEmptySubsequences: false)
        let given = path.split(separator: "/", omittingEmptySubsequences: false)
        var values: [String: String] = [:]
        for (index, segment) in wanted.enumerated() {
            guard given.indices.contains(index) else { return nil }
            guard segment.hasPrefix("{"), segment.hasSuffix("}") else {
                guard segment == given[index] else { return nil }
                continue
            }
            let name = String(segment.dropFirst().dropLast())
            if isGreedy(name), index == wanted.count - 1 {
                values[name] = given[index...].joined(separator: "/")
                return values
            }
            guard !given[index].isEmpty else { return nil }
            values[name] = String(given[index])
        }
        return given.count == wanted.count ? values : nil
    }

    private func isGreedy(_ name: String) -> Bool {
        operation.parameters.contains {
            $0.name == name && $0.schema["x-amazon-spds-greedy-path-parameter"]?.flag == true
        }
    }

    private func check(_ values: [String], _ parameter: ApiModel.Parameter) -> [Violation] {
        let name = parameter.name
        guard let first = values.first else {
            return parameter.isRequired ? [Violation(place: name, rule: "required")] : []
        }
        let isList = parameter.schema["type"]?.text == "array"
        let isRepeatable = isList && parameter.schema["collectionFormat"]?.text == "multi"
        guard values.count == 1 || isRepeatable else {
            return [Violation(place: name, rule: "given twice")]
        }
        let parts =
            isList && !isRepeatable
            ? first.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            : values
        let items = isList ? parameter.schema["items"] ?? .object([:]) : parameter.schema
        let type = model.resolved(items)["type"]?.text
        let typed = parts.map { WireRequest.unescaped($0).flatMap { Self.typed($0, type) } }
        guard typed.allSatisfy({ $0 != nil }) else {
            return [Violation(place: name, rule: "type \(type ?? "")")]
        }
        let value = isList ? Json.list(typed.compactMap { $0 }) : typed[0] ?? .null
        return SchemaCheck.violations(of: value, against: parameter.schema, in: model, at: name)
    }

    /// The value that a text of a URL stands for; nil when it is none of that type.
    private static func typed(_ text: String, _ type: String?) -> Json? {
        switch type {
        case "integer": Int64(text).map(Json.whole)
        case "number": Double(text).map(Json.decimal)
        case "boolean": text == "true" ? .bool(true) : text == "false" ? .bool(false) : nil
        default: text.isEmpty ? nil : .text(text)
        }
    }

    private func checkBody(
        _ request: WireRequest, _ parameter: ApiModel.Parameter
    ) -> [Violation] {
        if request.hasStrangeBody { return [Violation(place: "body", rule: "no JSON")] }
        guard let body = request.body else {
            return parameter.isRequired ? [Violation(place: "body", rule: "required")] : []
        }
        return SchemaCheck.violations(
            of: body, against: parameter.schema, in: model, at: "body", isStrict: true)
    }

    /// Parameters and bodies that the operation does not know.
    private func strangers(_ request: WireRequest) -> [Violation] {
        let known = operation.parameters.filter { $0.place == .query }.map(\.name)
        var violations = request.query.filter { !known.contains($0.name) }.map {
            Violation(place: $0.name, rule: "unknown")
        }
        let takesBody = operation.parameters.contains { $0.place == .body }
        if !takesBody, request.body != nil || request.hasStrangeBody {
            violations.append(Violation(place: "body", rule: "unknown"))
        }
        return violations
    }

    /// What every call carries, whatever its model says (amazon.md 6).
    private func headerViolations(_ request: WireRequest) -> [Violation] {
        var wanted = ["x-amz-access-token", "user-agent", "x-amz-date"]
        if request.body != nil { wanted.append("content-type") }
        return wanted.filter { request.headers[$0]?.isEmpty ?? true }.map {
            Violation(place: $0, rule: "required")
        }
    }
}
