/// A request with one thing wrong that its model forbids.
struct RequestDamage {
    var name: String
    var request: WireRequest

    /// Every damage that applies to this request.
    static func all(
        of request: WireRequest, _ found: (ApiModel, ApiModel.Operation)
    ) -> [RequestDamage] {
        let (model, operation) = found
        var damages = [
            changed("method", request) { $0.method = $0.method == "GET" ? "POST" : "GET" },
            changed("path", request) { $0.path = "/other" + $0.path },
            changed("stranger", request) { $0.query.append(("stranger", "1")) },
            changed("no token", request) { $0.headers["x-amz-access-token"] = nil },
        ]
        for parameter in operation.parameters {
            switch parameter.place {
            case .query: damages += inQuery(request, parameter, model)
            case .body:
                if let body = request.body {
                    damages += BodyDamage.all(of: body, parameter.schema, model).map { damage in
                        changed("body \(damage.name)", request) { $0.body = damage.body }
                    }
                }
                if parameter.isRequired {
                    damages.append(changed("no body", request) { $0.body = nil })
                }
            case .path, .header: break
            }
        }
        if !operation.parameters.contains(where: { $0.place == .body }) {
            damages.append(changed("a body", request) { $0.body = .object([:]) })
        }
        return damages
    }

    private static func inQuery(
        _ request: WireRequest, _ parameter: ApiModel.Parameter, _ model: ApiModel
    ) -> [RequestDamage] {
        let name = parameter.name
        guard let index = request.query.firstIndex(where: { $0.name == name }) else { return [] }
        let value = request.query[index].value
        let schema = parameter.schema
        let items = schema["items"] ?? schema
        var damages: [RequestDamage] = []
        func put(_ what: String, _ text: String) {
            damages.append(changed("\(name) \(what)", request) { $0.query[index].value = text })
        }
        if parameter.isRequired {
            damages.append(changed("no \(name)", request) { $0.query.remove(at: index) })
        }
        if schema["collectionFormat"]?.text != "multi" {
            damages.append(changed("\(name) twice", request) { $0.query.append((name, value)) })
        }
        if model.resolved(items)["enum"] != nil { put("not in the enum", "NO_SUCH_WORD") }
        if let most = schema["maximum"]?.number { put("too large", String(Int(most) + 1)) }
        if let least = schema["minimum"]?.number { put("too small", String(Int(least) - 1)) }
        if let most = schema["maxItems"]?.whole {
            put("too many", Array(repeating: value, count: most + 1).joined(separator: ","))
        }
        if schema["format"]?.text == "date-time" { put("no time", "yesterday") }
        if schema["type"]?.text == "integer" { put("no number", "many") }
        put("unescaped", value + " x")
        return damages
    }

    private static func changed(
        _ name: String, _ request: WireRequest, _ change: (inout WireRequest) -> Void
    ) -> RequestDamage {
        var request = request
        change(&request)
        return RequestDamage(name: name, request: request)
    }
}
