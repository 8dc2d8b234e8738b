import Channels
import MailKit

/// What the receiving server says about a mail's origin (RFC 8601). Silence is neutral.
///
/// Anybody may write such a header, so words of several headers must agree: what one passes and
/// another fails has failed. Only servers that `servers` names can prove a sender; where nobody
/// says which server took the mail in, its words are a reason for doubt and no more.
struct AuthenticationResults {
    private let failures: [SpoofReason]
    private let words: [Word]
    private let isNamed: Bool

    init(_ headers: MailHeaders, failedResults: Set<String>, servers: [String] = []) {
        isNamed = !servers.isEmpty
        let names = Set(servers.map { $0.lowercased() })
        let heard = headers.values("Authentication-Results").map { Word($0, failedResults) }
            .filter { servers.isEmpty || names.contains($0.server) }
        words = heard
        let holds = Self.dmarcHolds(heard, isNamed: isNamed)
        let failing = SpoofReason.allCases.filter { reason in
            !holds && heard.contains { $0.fails(Self.method(of: reason)) }
        }
        let older = Self.receivedSPF(headers, isOutweighed: holds, isNamed: isNamed)
            .contains(where: failedResults.contains)
        failures = SpoofReason.allCases.filter {
            failing.contains($0) || $0 == .spfFailed && older
        }
    }

    /// Reasons to suspect the mail: an explicit failure of SPF, DKIM or DMARC.
    static func failures(in headers: MailHeaders, failedResults: Set<String>) -> [SpoofReason] {
        AuthenticationResults(headers, failedResults: failedResults).failures
    }

    var reasons: [SpoofReason] { failures }

    /// A server that the configuration names vouches for the sender: DMARC holds for a domain that
    /// `isPlatform` knows, or a signature of such a domain does.
    func proves(isPlatform: (String) -> Bool) -> Bool {
        guard isNamed, failures.isEmpty else { return false }
        return ["dmarc", "dkim"].contains { method in
            let said = words.filter { $0.says(method) }
            // Each of the server's headers that speaks of the method must vouch for the platform: a
            // sender can add one of that name, but cannot take the server's own away.
            return !said.isEmpty
                && said.allSatisfy { word in
                    !word.fails(method) && word.passes(method).contains(where: isPlatform)
                }
        }
    }

    /// DMARC outweighs SPF and DKIM, since forwarding breaks those. Where no server is named, the
    /// topmost header must say it, and no other header of the same name may contradict.
    private static func dmarcHolds(_ heard: [Word], isNamed: Bool) -> Bool {
        guard let first = heard.first, isNamed || first.isPassed("dmarc") else { return false }
        let said = heard.filter { $0.says("dmarc") && (isNamed || $0.server == first.server) }
        return !said.isEmpty && said.allSatisfy { !$0.fails("dmarc") && $0.isPassed("dmarc") }
    }

    /// Results of `Received-SPF`, the older form of the same word, as far as DMARC leaves any: where
    /// no server is named, one above all other results is younger and not outweighed.
    private static func receivedSPF(
        _ headers: MailHeaders, isOutweighed: Bool, isNamed: Bool
    ) -> [String] {
        guard !(isOutweighed && isNamed) else { return [] }
        var younger = headers.all[...]
        if isOutweighed {
            younger = younger.prefix { $0.name.lowercased() != "authentication-results" }
        }
        return MailHeaders(Array(younger)).values("Received-SPF")
            .map { String($0.lowercased().prefix { $0.isLetter }) }
    }

    private static func method(of reason: SpoofReason) -> String {
        switch reason {
        case .spfFailed: "spf"
        case .dkimFailed: "dkim"
        case .dmarcFailed: "dmarc"
        case .lookAlikeSender, .lookAlikeReplyTo, .displayName, .foreignNotice, .unprovenCopy,
            .unprovenNotice:
            ""
        }
    }
}

/// One `Authentication-Results` header.
private struct Word {
    let server: String
    private let results: [(method: String, result: String, domain: String)]
    private let failedResults: Set<String>

    init(_ value: String, _ failedResults: Set<String>) {
        server = Self.server(of: value)
        results = Self.methods(in: value)
        self.failedResults = failedResults
    }

    func says(_ method: String) -> Bool { results.contains { $0.method == method } }

    func isPassed(_ method: String) -> Bool { !passes(method).isEmpty }

    /// The domains for which the method passed; empty names for those that it does not tell.
    func passes(_ method: String) -> [String] {
        results.filter { $0.method == method && $0.result == "pass" }.map(\.domain)
    }

    /// A mail may carry several signatures; one that holds is enough.
    func fails(_ method: String) -> Bool {
        let isFailed = results.contains {
            $0.method == method && failedResults.contains($0.result)
        }
        return isFailed && !(method == "dkim" && isPassed(method))
    }

    /// The name in front of the first semicolon, without a version.
    private static func server(of value: String) -> String {
        let head = withoutComments(value).prefix { $0 != ";" }
        return head.split(whereSeparator: \.isWhitespace).first.map { $0.lowercased() } ?? ""
    }

    private static func methods(
        in value: String
    ) -> [(method: String, result: String, domain: String)] {
        withoutComments(value).lowercased().split(separator: ";").compactMap { part in
            guard let pair = pair(part) else { return nil }
            return (pair.method, pair.result, domain(part))
        }
    }

    /// Value of `header.d` or `header.from`, or of the domain in `header.i`.
    private static func domain(_ part: Substring) -> String {
        for word in part.split(whereSeparator: \.isWhitespace) {
            let pair = word.split(separator: "=", maxSplits: 1)
            guard pair.count == 2, ["header.d", "header.from", "header.i"].contains(pair[0]) else {
                continue
            }
            return String(pair[1].split(separator: "@").last ?? "")
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
