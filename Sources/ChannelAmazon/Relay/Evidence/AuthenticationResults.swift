import Channels
import MailKit

/// What the receiving server says about a mail's origin (RFC 8601). Silence is neutral.
enum AuthenticationResults {
    /// Reasons to suspect the mail: an explicit failure of SPF, DKIM or DMARC.
    static func failures(in headers: MailHeaders, failedResults: Set<String>) -> [SpoofReason] {
        var reasons: [SpoofReason] = []
        for value in headers.values("Authentication-Results") {
            let results = methods(in: value)
            if results.contains(where: { $0.method == "spf" && failedResults.contains($0.result) })
            {
                reasons.append(.spfFailed)
            }
            // A mail may carry several signatures; one that holds is enough.
            let signatures = results.filter { $0.method == "dkim" }
            if signatures.contains(where: { failedResults.contains($0.result) }),
                !signatures.contains(where: { $0.result == "pass" })
            {
                reasons.append(.dkimFailed)
            }
            if results.contains(where: { $0.method == "dmarc" && failedResults.contains($0.result) }
            ) {
                reasons.append(.dmarcFailed)
            }
        }
        for value in headers.values("Received-SPF") {
            let result = value.lowercased().prefix { $0.isLetter }
            if failedResults.contains(String(result)) { reasons.append(.spfFailed) }
        }
        return SpoofReason.allCases.filter(reasons.contains)
    }

    /// `method=result` pairs outside comments and behind the server's name.
    static func methods(in value: String) -> [(method: String, result: String)] {
        withoutComments(value).lowercased().split(separator: ";").compactMap { part in
            guard let first = part.split(whereSeparator: { $0.isWhitespace }).first else {
                return nil
            }
            let pair = first.split(separator: "=", maxSplits: 1)
            guard pair.count == 2 else { return spaced(part) }
            return (method(pair[0]), String(pair[1]))
        }
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
