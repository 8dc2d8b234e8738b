/// Where a mail server listens and how the way to it is protected.
package struct MailServer: Hashable, Sendable {
    package enum Security: String, Sendable, Codable {
        /// TLS from the first byte.
        case tls
        /// TLS after the server has agreed to it; without TLS nothing is sent.
        case startTLS
        /// Nothing; allowed for this machine's own loopback only.
        case plain
    }

    /// Whose signature on the server's certificate is believed.
    package enum Trust: Hashable, Sendable {
        case system
        /// A PEM file of root certificates.
        case file(String)
    }

    package var host: String
    package var port: UInt16
    package var security: Security
    package var trust: Trust

    package init(host: String, port: UInt16, security: Security, trust: Trust = .system) {
        self.host = host
        self.port = port
        self.security = security
        self.trust = trust
    }

    /// Whether the host names this machine's loopback.
    package var isLoopback: Bool {
        host == "localhost" || host == "::1" || Self.isLoopbackNumber(host)
    }

    private static func isLoopbackNumber(_ host: String) -> Bool {
        let numbers = host.split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers[0] == "127" && numbers.allSatisfy { UInt8($0) != nil }
    }

    /// Whether the host is written as an address and not as a name.
    var isNumeric: Bool {
        host.contains(":") || host.split(separator: ".").allSatisfy { UInt8($0) != nil }
    }
}
