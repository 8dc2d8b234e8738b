import Foundation

/// A folder of model files: our own, and the official ones where they are at hand.
struct ModelShelf: Sendable, CustomStringConvertible {
    var description: String
    var models: [ApiModel]

    /// The operation and its model; nil when the shelf does not have it.
    func operation(_ id: String, path prefix: String = "") -> (ApiModel, ApiModel.Operation)? {
        for model in models {
            let found = model.operations.first { $0.id == id && $0.path.hasPrefix(prefix) }
            if let found { return (model, found) }
        }
        return nil
    }

    /// The models in the tests' own folder.
    static let own = Result {
        try load(
            Bundle.module.resourceURL?.appendingPathComponent("Fixtures") ?? packageRoot,
            named: "our own models")
    }

    /// The official models; nil when neither `DESKHAND_MODELS` names their folder nor it lies
    /// beside the package.
    static let official = Result { () -> ModelShelf? in
        let named = ProcessInfo.processInfo.environment["DESKHAND_MODELS"].map {
            URL(fileURLWithPath: $0)
        }
        let beside = packageRoot.appendingPathComponent("../shared/reference/spapi-models")
        let folder = (named ?? beside).standardizedFileURL
        guard named != nil || FileManager.default.fileExists(atPath: folder.path) else {
            return nil
        }
        return try load(folder, named: "the official models")
    }

    /// Every shelf that is there.
    static var all: [ModelShelf] {
        get throws { [try own.get()] + [try official.get()].compactMap { $0 } }
    }

    private static let packageRoot = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appendingPathComponent("../../..").standardizedFileURL

    private static func load(_ folder: URL, named name: String) throws -> ModelShelf {
        let files = try FileManager.default.contentsOfDirectory(
            at: folder, includingPropertiesForKeys: nil)
        return ModelShelf(
            description: name,
            models: try files.filter { $0.pathExtension == "json" }
                .sorted { $0.lastPathComponent < $1.lastPathComponent }.map(ApiModel.init))
    }
}
