import Foundation

/// A JSON body that came in, as far as the pretend platform looks into it.
struct AccountBody {
    private let members: [String: Any]

    /// Nil when the bytes are no JSON object.
    init?(_ bytes: [UInt8]) {
        let value = try? JSONSerialization.jsonObject(with: Data(bytes))
        guard let members = value as? [String: Any] else { return nil }
        self.members = members
    }

    private init(members: [String: Any]) {
        self.members = members
    }

    var names: Set<String> { Set(members.keys) }

    func text(_ name: String) -> String? { members[name] as? String }

    func texts(_ name: String) -> [String]? { members[name] as? [String] }

    func object(_ name: String) -> AccountBody? {
        (members[name] as? [String: Any]).map { AccountBody(members: $0) }
    }
}
