/// The parts of `scheme://host:port` that the desk's endpoints use.
package struct Endpoint: Hashable, Sendable {
    package var scheme: String
    package var host: String
    package var port: Int?

    /// Nil when the text is no such address. An IPv6 host stands in brackets (RFC 3986, 3.2.2).
    package init?(_ text: String) {
        guard let separator = text.firstRange(of: "://") else { return nil }
        scheme = text[..<separator.lowerBound].lowercased()
        var authority = text[separator.upperBound...].prefix { $0 != "/" && $0 != "?" }
        guard !scheme.isEmpty, !authority.contains("@") else { return nil }
        if authority.hasPrefix("[") {
            guard let bracket = authority.firstIndex(of: "]") else { return nil }
            host = String(authority[authority.index(after: authority.startIndex)..<bracket])
            authority = authority[authority.index(after: bracket)...]
        } else {
            host = String(authority.prefix { $0 != ":" })
            authority = authority.dropFirst(host.count)
        }
        guard !host.isEmpty else { return nil }
        if authority.hasPrefix(":") {
            guard let number = Int(authority.dropFirst()), (1...65_535).contains(number) else {
                return nil
            }
            port = number
        } else if !authority.isEmpty {
            return nil
        }
    }

    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || isLoopbackIPv4
    }

    // 127.0.0.0/8, all four parts numeric: `127.evil.example` is a name, not the loopback.
    private var isLoopbackIPv4: Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
