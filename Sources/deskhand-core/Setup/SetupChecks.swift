import ChannelAmazon
import Foundation
import HelpDesk
import Localization
import Settings
import SwiftExtensions

/// Whether a typed answer is one; nil when it is, else why not.
enum SetupChecks {
    static func path(_ text: String) -> Phrase? {
        text.hasPrefix("/") && !text.contains("\u{0}") ? nil : SetupQuestions.notPath
    }

    static func socket(_ text: String) -> Phrase? {
        path(text) == nil && text.utf8.count <= 107 ? nil : SetupQuestions.notSocket
    }

    static func zone(_ text: String) -> Phrase? {
        let isName = !text.contains("..") && !text.hasPrefix("/")
        let file = "/usr/share/zoneinfo/" + text
        let isThere = text == "UTC" || (try? FileStatus(path: file))?.isDirectory == false
        return isName && isThere ? nil : SetupQuestions.notZone
    }

    /// A name that can stand in a path and in a key.
    static func word(_ text: String) -> Phrase? {
        let isWord = text.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."): true
            default: false
            }
        }
        return isWord && text.utf8.count <= 60 && !text.hasPrefix(".")
            ? nil : SetupQuestions.notWord
    }

    static func words(_ text: String) -> Phrase? {
        let parts = list(text)
        return parts.isEmpty ? SetupQuestions.notWord : parts.compactMap(word).first
    }

    static func token(_ text: String) -> Phrase? {
        let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
        return isPlain && text.utf8.count <= 4096 ? nil : SetupQuestions.notToken
    }

    static func day(_ text: String) -> Phrase? {
        date(text).map { $0 <= Timestamp(seconds: Int64(Date().timeIntervalSince1970)) } == true
            ? nil : SetupQuestions.notDay
    }

    static func date(_ text: String) -> Timestamp? {
        text.utf8.count == 10 ? Timestamp(iso8601: text + "T00:00:00Z") : nil
    }

    static func web(_ text: String) -> Phrase? {
        guard text != "-" else { return nil }
        guard let endpoint = Endpoint(text) else { return SetupQuestions.notWeb }
        let isSafe =
            endpoint.scheme == "https"
            || (endpoint.scheme == "http" && endpoint.isLoopback)
        return isSafe ? nil : SetupQuestions.notWeb
    }

    static func inbound(_ text: String) -> Phrase? {
        isServer(text, "imap") || path(text) == nil ? nil : SetupQuestions.notInbound
    }

    static func outbound(_ text: String) -> Phrase? {
        text == "-" || isServer(text, "smtp") || text.hasPrefix("/")
            ? nil : SetupQuestions.notOutbound
    }

    private static func isServer(_ text: String, _ plain: String) -> Bool {
        guard let endpoint = Endpoint(text) else { return false }
        return ["\(plain)s", "\(plain)+starttls"].contains(endpoint.scheme)
            || (endpoint.scheme == plain && endpoint.isLoopback)
    }

    static func address(_ text: String) -> Phrase? {
        let parts = text.split(separator: "@", omittingEmptySubsequences: false)
        let isPlain = text.unicodeScalars.allSatisfy { $0.value > 32 && $0.value != 127 }
        return parts.count == 2 && !parts[0].isEmpty && !parts[1].isEmpty && isPlain
            && !text.contains { "<>,;\"".contains($0) } ? nil : SetupQuestions.notAddress
    }

    static func seller(_ text: String) -> Phrase? {
        let isToken = text.utf8.allSatisfy {
            (0x41...0x5A).contains($0) || (0x30...0x39).contains($0)
        }
        return isToken && (10...20).contains(text.utf8.count) ? nil : SetupQuestions.notSeller
    }

    static func marketplaces(_ text: String) -> Phrase? {
        region(list(text.uppercased())) == nil ? SetupQuestions.notMarketplaces : nil
    }

    /// The one region of some marketplaces.
    static func region(_ codes: [String]) -> String? {
        let found = codes.map {
            MarketplaceTable.standard.marketplace(code: MarketplaceCode($0))?.region.rawValue
        }
        return Set(found).count == 1 ? found[0] : nil
    }

    static func list(_ text: String) -> [String] {
        text.split(whereSeparator: { ",，、 ".contains($0) }).map(String.init)
    }
}
