internal import Foundation
import Channels
import HelpDesk

/// The ids that Amazon writes into the links below a buyer's text.
struct FooterTokens: Equatable {
    var thread: String?
    var message: String?
    /// Amazon's id of the marketplace, such as `A1PA6795UKMFR9`.
    var marketplaceID: String?
    var caseID: String?
    /// Signed: opened as it is, or not at all.
    var noResponseNeededURL: String?
    var isOldForm = false
    var warnings: [InboundWarning] = []
    /// Marketplace host of the links, the weakest evidence.
    var linkHost: String?

    /// Reads `links`, which must come from below the end of the buyer's words.
    init(links: [String], table: FooterWords, hosts: MailHosts) {
        for link in links {
            guard let url = WebLink(link) else { continue }
            let isCurrent = url.path.hasPrefix(table.path)
            let isOld = url.path.hasPrefix(table.oldPath)
            let isInbox = url.path.hasPrefix(table.inboxPath)
            guard isCurrent || isOld || isInbox else { continue }
            guard isAmazon(url.host, table, hosts) else {
                if !warnings.contains(.linkNotPlatform) { warnings.append(.linkNotPlatform) }
                continue
            }
            linkHost = linkHost ?? url.host
            if isInbox { readInbox(url) } else { readAnswerLink(url, link, isOld: isOld) }
        }
    }

    private func isAmazon(_ host: String, _ table: FooterWords, _ hosts: MailHosts) -> Bool {
        guard let first = host.split(separator: ".").first else { return false }
        return table.linkHosts.contains(String(first)) && hosts.isPlatform(host)
            && hosts.kind(of: host) == .platform
    }

    private mutating func readAnswerLink(_ url: WebLink, _ link: String, isOld: Bool) {
        guard noResponseNeededURL == nil else { return }
        noResponseNeededURL = Self.isSpeakable(link) ? link : nil
        isOldForm = isOld
        message = token(url.query[isOld ? "msg" : "m"])
        // The old link's `t` is a time unless it has the shape of an id.
        let threadID = token(url.query["t"])
        thread = isOld && !(threadID.map(Self.isStandard) ?? false) ? nil : threadID
        marketplaceID = token(url.query["mp"])
    }

    /// It goes to a screen and a clipboard, so it is printable ASCII or nothing (RFC 3986 2).
    private static func isSpeakable(_ link: String) -> Bool {
        link.utf8.count <= 4096 && link.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
    }

    private mutating func readInbox(_ url: WebLink) {
        guard caseID == nil else { return }
        caseID = token(url.query["ss"]) ?? token(url.query["cc"])
    }

    private func token(_ value: String?) -> String? {
        guard let value, (4...128).contains(value.utf8.count) else { return nil }
        let isPlain = value.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte)
                || (0x61...0x7A).contains(byte) || byte == 0x2D || byte == 0x5F || byte == 0x2E
        }
        return isPlain ? value : nil
    }

    /// Twenty-one capital letters and digits that begin with A.
    private static func isStandard(_ token: String) -> Bool {
        token.count == 21 && token.hasPrefix("A")
            && token.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
    }
}

/// A web address in its parts. Stricter than browsers: odd ones are no links of Amazon's.
struct WebLink {
    var host: String
    var path: String
    /// First value of each name, percent signs resolved.
    var query: [String: String] = [:]

    init?(_ text: String) {
        guard let scheme = text.range(of: "://") else { return nil }
        guard ["http", "https"].contains(text[..<scheme.lowerBound].lowercased()) else {
            return nil
        }
        let rest = text[scheme.upperBound...].prefix { $0 != "#" }
        let authority = rest.prefix { !"/?\\".contains($0) }
        guard !authority.isEmpty, !authority.contains("@"), !authority.contains(":") else {
            return nil
        }
        host = authority.lowercased()
        let tail = rest.dropFirst(authority.count)
        path = String(tail.prefix { $0 != "?" })
        for pair in tail.drop(while: { $0 != "?" }).dropFirst().split(separator: "&") {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2, let name = parts.first.map(String.init) else { continue }
            if query[name] == nil { query[name] = parts[1].removingPercentEncoding }
        }
    }
}
