import Channels
import MailKit

/// What the receiving server says about a mail's origin (RFC 8601). Silence is neutral.
struct AuthenticationResults {
    private typealias Results = [(method: String, result: String, domain: String)]
    private var failures: [SpoofReason] = []
    private var passes: Results = []

    /// Reads every result for failures, but believes a pass only from the server that took the mail
    /// in: the one that `servers` names or, where nobody says, the one whose header stands on top.
    /// A DMARC pass of that server outweighs failures, since forwarding breaks SPF.
    init(_ headers: MailHeaders, failedResults: Set<String>, servers: [String] = []) {
        let all = headers.values("Authentication-Results")
        let own = Self.own(all, servers)
        passes = own.flatMap(Self.methods).filter { $0.result == "pass" }
        guard !passes.contains(where: { $0.method == "dmarc" }) else { return }
        let heard = servers.isEmpty ? all : own
        var found = heard.flatMap { Self.failures(Self.methods(in: $0), failedResults) }
        for value in headers.values("Received-SPF") {
            let result = value.lowercased().prefix { $0.isLetter }
            if failedResults.contains(String(result)) { found.append(.spfFailed) }
        }
        failures = SpoofReason.allCases.filter(found.contains)
    }

    /// Reasons to suspect the mail: an explicit failure of SPF, DKIM or DMARC.
    static func failures(in headers: MailHeaders, failedResults: Set<String>) -> [SpoofReason] {
        AuthenticationResults(headers, failedResults: failedResults).failures
    }

    var reasons: [SpoofReason] { failures }

    /// The receiving server vouches for the sender: DMARC holds, or a signature of a domain that
    /// `isPlatform` knows.
    func proves(isPlatform: (String) -> Bool) -> Bool {
        guard failures.isEmpty else { return false }
        return passes.contains { result in
            result.method == "dmarc"
                || result.method == "dkim" && !result.domain.isEmpty && isPlatform(result.domain)
        }
    }

    private static func own(_ values: [String], _ servers: [String]) -> [String] {
        guard servers.isEmpty else {
            let names = Set(servers.map { $0.lowercased() })
            return values.filter { names.contains(server(of: $0)) }
        }
        guard let first = values.first.map(server) else { return [] }
        return Array(values.prefix { server(of: $0) == first })
    }

    /// The name in front of the first semicolon, without a version.
    private static func server(of value: String) -> String {
        let head = withoutComments(value).prefix { $0 != ";" }
        return head.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() } ?? ""
    }

    private static func failures(
        _ results: Results, _ failedResults: Set<String>
    ) -> [SpoofReason] {
        var reasons: [SpoofReason] = []
        if results.contains(where: { $0.method == "spf" && failedResults.contains($0.result) }) {
            reasons.append(.spfFailed)
        }
        // A mail may carry several signatures; one that holds is enough.
        let signatures = results.filter { $0.method == "dkim" }
        if signatures.contains(where: { failedResults.contains($0.result) }),
            !signatures.contains(where: { $0.result == "pass" })
        {
            reasons.append(.dkimFailed)
        }
        if results.contains(where: { $0.method == "dmarc" && failedResults.contains($0.result) }) {
            reasons.append(.dmarcFailed)
        }
        return reasons
    }

    private static func methods(in value: String) -> Results {
        withoutComments(value).lowercased().split(separator: ";").compactMap { part in
            guard let pair = pair(part) else { return nil }
            return (pair.method, pair.result, domain(part))
        }
    }

    /// Value of `header.d` or of the domain in `header.i`.
    private static func domain(_ part: Substring) -> String {
        for word in part.split(whereSeparator: \.isWhitespace) {
            if word.hasPrefix("header.d=") { return String(word.dropFirst(9)) }
            if word.hasPrefix("header.i=") {
                return String(word.dropFirst(9).split(separator: "@").last ?? "")
            }
        }
        return ""
    }

    /// `method=result`, the first pair of a part.
    private static func pair(_ part: Substring) -> (method: String, result: String)? {
        guard let first = part.split(whereSeparator: { $0.isWhitespace }).first else { return nil }
        let pair = first.split(separator: "=", maxSplits: 1)
        guard pair.count == 2 else { return spaced(part) }
        return (method(pair[0]), String(pair[1]))
    }

    /// `spf = fail`, which the grammar allows too.
    private static func spaced(_ part: Substring) -> (method: String, result: String)? {
        let pair = part.split(separator: "=", maxSplits: 1)
        guard pair.count == 2, let result = pair[1].split(separator: " ").first else { return nil }
        let name = pair[0].filter { !$0.isWhitespace }
        return ["spf", "dkim", "dmarc"].contains(method(name[...]))
            ? (method(name[...]), String(result)) : nil
    }

    private static func method(_ name: Substring) -> String { String(name.prefix { $0 != "/" }) }

    private static func withoutComments(_ value: String) -> String {
        var depth = 0
        return value.filter { character in
            if character == "(" { depth += 1 }
            defer { if character == ")" { depth = max(0, depth - 1) } }
            return depth == 0
        }
    }
}
