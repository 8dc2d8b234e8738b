/// A buyer's name. Encoded for a reader with known rights it leaves whole only when they allow it,
/// wherever it stands in an answer: no call can forget to mask it.
@propertyWrapper
package struct BuyerName: Codable, Hashable, Sendable {
    package var wrappedValue: String

    package init(wrappedValue: String) {
        self.wrappedValue = wrappedValue
    }

    package init(from decoder: any Decoder) throws {
        wrappedValue = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        let isWhole = encoder.readerRights?.allows(.readPII) ?? true
        try container.encode(isWhole ? wrappedValue : PersonMask.firstName(of: wrappedValue))
    }
}

extension CodingUserInfoKey {
    /// Under which an encoder carries the rights of whoever will read what it makes.
    package static let readerRights: CodingUserInfoKey = {
        guard let key = CodingUserInfoKey(rawValue: "readerRights") else {
            preconditionFailure("The key is made of a plain word, which the library takes.")
        }
        return key
    }()
}

extension Encoder {
    /// Rights of the reader; nil where the text stays in the house.
    var readerRights: RightSet? { userInfo[.readerRights] as? RightSet }
}
