internal import Foundation
import MailKit

/// Links in a part of a mail, in their order.
enum LinkScan {
    private static let limit = 200

    /// `href` values of an HTML source, entities decoded.
    static func links(inHTML source: String) -> [String] {
        let bytes = Array(source.utf8)
        let name = Array("href".utf8)
        var links: [String] = []
        var index = 0
        while index + 6 < bytes.count, links.count < limit {
            let here = bytes[index..<index + 4].elementsEqual(name) { $0 | 0x20 == $1 }
            guard here, let (value, end) = attribute(bytes, from: index + 4) else {
                index += 1
                continue
            }
            links.append(HTMLText.plain(value))
            index = end
        }
        return links + (links.isEmpty ? self.links(inText: source) : [])
    }

    /// Addresses of the web in running text.
    static func links(inText text: String) -> [String] {
        var links: [String] = []
        for word in text.split(whereSeparator: { $0.isWhitespace || "<>\"'()[]".contains($0) }) {
            guard links.count < limit else { break }
            guard let start = word.range(of: "http"), word[start.lowerBound...].contains("://")
            else {
                continue
            }
            links.append(String(word[start.lowerBound...]))
        }
        return links
    }

    private static func attribute(_ bytes: [UInt8], from start: Int) -> (String, Int)? {
        var index = start
        func skipBlanks() { while index < bytes.count, bytes[index] <= 0x20 { index += 1 } }
        skipBlanks()
        guard index < bytes.count, bytes[index] == 0x3D else { return nil }
        index += 1
        skipBlanks()
        guard index < bytes.count else { return nil }
        let quote = bytes[index]
        let isQuoted = quote == 0x22 || quote == 0x27
        if isQuoted { index += 1 }
        let end = bytes[index...].firstIndex { isQuoted ? $0 == quote : $0 <= 0x20 || $0 == 0x3E }
        let stop = end ?? bytes.count
        let kept = bytes[index..<stop].filter { $0 > 0x20 }
        return (String(decoding: kept, as: UTF8.self), stop)
    }
}

/// Entities in a plain part: Amazon's templates leave some behind.
enum HTMLEntityText {
    static func decoded(_ text: String) -> String {
        guard text.contains("&"), text.contains(";") else { return text }
        // Angle brackets are words of the buyer here, not tags.
        let safe = text.replacing("<", with: "&lt;")
        return HTMLText.plain("<pre>" + safe + "</pre>")
    }
}
