import Foundation

/// One model file: the operations of an API and the shapes that they name (Swagger 2.0).
struct ApiModel: Sendable {
    struct Parameter: Sendable {
        enum Place: String {
            case path, query, header, body
        }

        var name: String
        var place: Place
        var isRequired: Bool
        /// The parameter's own object, or the schema of a body.
        var schema: Json
    }

    /// An example of the platform's sandbox: what is asked and what comes back.
    struct SandboxCase: Sendable {
        var status: Int
        var parameters: [String: Json]
        var answer: Json
    }

    struct Operation: Sendable {
        var id: String
        var method: String
        /// With names in braces, the base path included.
        var path: String
        var parameters: [Parameter]
        /// The answer's schema by status; nil for one without a body.
        var answers: [Int: Json?]
        var cases: [SandboxCase]
        var description: String
    }

    var name: String
    var definitions: [String: Json]
    var operations: [Operation]

    /// Throws when the file is not there or not in the shape of Swagger 2.0.
    init(file: URL) throws {
        let document = try Json.parse(try Data(contentsOf: file))
        guard document["swagger"]?.text == "2.0", let paths = document["paths"]?.members else {
            throw NotAModel(file: file.lastPathComponent)
        }
        name = file.deletingPathExtension().lastPathComponent
        definitions = document["definitions"]?.members ?? [:]
        let base = document["basePath"]?.text.map { $0.hasSuffix("/") ? "" : $0 } ?? ""
        operations = paths.sorted { $0.key < $1.key }.flatMap { path, item in
            (item.members ?? [:]).sorted { $0.key < $1.key }.compactMap { method, operation in
                Operation(
                    method: method.uppercased(), path: base + path, operation,
                    shared: item["parameters"]?.elements ?? [])
            }
        }
    }

    struct NotAModel: Error {
        var file: String
    }

    /// The schema behind a reference; the schema itself when it is none.
    func resolved(_ schema: Json) -> Json {
        var schema = schema
        // Chains are short; a circle of references would be the model's fault.
        for _ in 0..<16 {
            guard let name = schema["$ref"]?.text?.split(separator: "/").last else { break }
            schema = definitions[String(name)] ?? .object([:])
        }
        return schema
    }
}

extension ApiModel.Operation {
    fileprivate init?(method: String, path: String, _ operation: Json, shared: [Json]) {
        guard let id = operation["operationId"]?.text,
            let responses = operation["responses"]?.members
        else { return nil }
        self.id = id
        self.method = method
        self.path = path
        description = operation["description"]?.text ?? ""
        let own = operation["parameters"]?.elements ?? []
        parameters = (shared + own).compactMap(ApiModel.Parameter.init)
        answers = [:]
        cases = []
        for (code, response) in responses.sorted(by: { $0.key < $1.key }) {
            guard let status = Int(code) else { continue }
            answers[status] = response["schema"]
            let examples = response["x-amzn-api-sandbox"]?["static"]?.elements ?? []
            cases += examples.map { ApiModel.SandboxCase(status: status, $0) }
        }
    }
}

extension ApiModel.Parameter {
    fileprivate init?(_ json: Json) {
        guard let name = json["name"]?.text,
            let place = json["in"]?.text.flatMap(Place.init)
        else { return nil }
        self.init(
            name: name, place: place, isRequired: json["required"]?.flag ?? false,
            schema: place == .body ? json["schema"] ?? .object([:]) : json)
    }
}

extension ApiModel.SandboxCase {
    fileprivate init(status: Int, _ json: Json) {
        let named = json["request"]?["parameters"]?.members ?? [:]
        self.init(
            status: status, parameters: named.compactMapValues { $0["value"] },
            answer: json["response"] ?? .object([:]))
    }
}
