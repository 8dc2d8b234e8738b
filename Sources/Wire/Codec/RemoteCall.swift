/// A request that a client makes of the core, with the reply it gets. One type per method; the
/// method's name is `area.verb`. Every call is checked against the caller's rights in the core.
package protocol RemoteCall: Codable, Sendable {
    associatedtype Reply: Codable & Sendable
    static var method: String { get }
}

/// The reply of calls that answer nothing but "done".
package struct Done: Codable, Sendable, Hashable {
    package init() {}
}

/// The protocol's version: raised whenever an old client could misread a new core.
package let wireVersion = 1

/// Longest frame (one JSON object and its newline) either side accepts, in bytes.
/// 10 MB of files in Base64 fit in.
package let longestFrame = 16 << 20
