import FoundationEssentials

/// A file on its way from a client to the core: its bytes travel as Base64 (RFC 4648).
package struct DispatchUpload: Codable, Sendable, Hashable {
    package var name: String
    package var base64: String

    package init(name: String, bytes: [UInt8]) {
        self.name = name
        base64 = Data(bytes).base64EncodedString()
    }

    /// Nil when the text is no Base64.
    package var bytes: [UInt8]? { Data(base64Encoded: base64).map { [UInt8]($0) } }
}
