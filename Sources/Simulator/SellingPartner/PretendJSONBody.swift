import Foundation

/// The body of a call, read strictly: what the models do not name is refused.
struct PretendJSONBody {
    private let members: [String: Any]

    /// Nil when the bytes are no JSON object or hold other names.
    init?(_ bytes: [UInt8], names: Set<String>) {
        guard let object = try? JSONSerialization.jsonObject(with: Data(bytes)) else { return nil }
        self.init(object, names: names)
    }

    private init?(_ value: Any?, names: Set<String>) {
        guard let members = value as? [String: Any], Set(members.keys).isSubset(of: names)
        else { return nil }
        self.members = members
    }

    func has(_ name: String) -> Bool { members[name] != nil }

    func text(_ name: String) -> String? { members[name] as? String }

    func whole(_ name: String) -> Int? { members[name] as? Int }

    func texts(_ name: String) -> [String]? { members[name] as? [String] }

    func object(_ name: String, names: Set<String>) -> PretendJSONBody? {
        PretendJSONBody(members[name], names: names)
    }

    /// Nil when the member is no list or one of its elements is no such object.
    func objects(_ name: String, names: Set<String>) -> [PretendJSONBody]? {
        guard let elements = members[name] as? [Any] else { return nil }
        let objects = elements.compactMap { PretendJSONBody($0, names: names) }
        return objects.count == elements.count ? objects : nil
    }
}
