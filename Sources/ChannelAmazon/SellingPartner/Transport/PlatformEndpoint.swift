/// Where a platform listens: `https` anywhere, plain `http` only on this machine, no user name and
/// no query, so that a mistyped configuration cannot send a secret in the clear.
package struct PlatformEndpoint: Hashable, Sendable, CustomStringConvertible {
    package let scheme: String
    /// In lower case; IPv6 addresses keep their brackets.
    package let host: String
    package let port: Int?
    /// Starts with a slash or is empty.
    package let path: String

    /// Nil for anything that is not such an address.
    package init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        scheme = text[..<separator.lowerBound].lowercased()
        let rest = text[separator.upperBound...]
        let authority = rest.prefix { $0 != "/" }
        guard !rest.utf8.contains(where: Self.isRefused) else { return nil }
        path = String(rest.dropFirst(authority.count).trimmingTrailingSlash)
        guard let (name, number) = Self.split(authority) else { return nil }
        host = name.lowercased()
        port = number
        guard scheme == "https" || (scheme == "http" && Self.isLoopback(host)) else { return nil }
    }

    package var description: String {
        "\(scheme)://\(host)\(port.map { ":\($0)" } ?? "")\(path)"
    }

    private static func isRefused(_ byte: UInt8) -> Bool {
        byte <= 0x20 || byte >= 0x7F || "@?#\\\"<>".utf8.contains(byte)
    }

    private static func split(_ authority: Substring) -> (String, Int?)? {
        var host = authority
        var port: Int?
        let afterBracket = authority.lastIndex(of: "]").map(authority.index(after:))
        if let colon = authority[(afterBracket ?? authority.startIndex)...].firstIndex(of: ":") {
            let digits = authority[authority.index(after: colon)...]
            guard let number = Int(digits), (1...65_535).contains(number) else { return nil }
            port = number
            host = authority[..<colon]
        }
        return host.isEmpty ? nil : (String(host), port)
    }

    private static func isLoopback(_ host: String) -> Bool {
        if host == "localhost" || host == "[::1]" { return true }
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}

extension Substring {
    fileprivate var trimmingTrailingSlash: Substring { hasSuffix("/") ? dropLast() : self }
}
