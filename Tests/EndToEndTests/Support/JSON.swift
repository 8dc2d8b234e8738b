import Foundation
import MailHost

/// A JSON document as a script sees it: by keys, with no knowledge of our types.
struct JSON: CustomStringConvertible {
    private let value: Any

    private init(value: Any) {
        self.value = value
    }

    init(_ text: String) throws {
        do {
            value = try JSONSerialization.jsonObject(
                with: Data(text.utf8), options: [.fragmentsAllowed])
        } catch {
            throw MailHostError("Not JSON: \(text.prefix(500))")
        }
    }

    /// The value of a key; null where there is none.
    subscript(_ key: String) -> JSON {
        JSON(value: (value as? [String: Any])?[key] ?? NSNull())
    }

    var isNull: Bool { value is NSNull }
    var text: String? { value as? String }
    var number: Int? { value as? Int }
    var flag: Bool? { value as? Bool }
    var list: [JSON] { (value as? [Any] ?? []).map { JSON(value: $0) } }
    var keys: Set<String> { Set((value as? [String: Any] ?? [:]).keys) }
    var description: String { "\(value)" }
}
