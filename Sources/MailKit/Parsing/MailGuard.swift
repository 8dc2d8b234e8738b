import Glibc

/// Looks over a mail before GMime does, which makes an object of every header and every part:
/// a mail of nothing but tiny ones would take gigabytes. Says how much may be handed on.
struct MailGuard {
    static let boundaryLimit = 10_000
    static let headerLineLimit = 20_000
    static let headerBlockLimit = 1 << 20

    private(set) var length: Int
    private(set) var warnings: [MailWarning] = []

    private var boundaries = 0
    private var headerLines = 0
    private var headerStart = 0
    private var isInHeader = true
    private var announcesMail = false

    init(_ bytes: [UInt8], limits: MailLimits) {
        length = min(bytes.count, limits.mailBytes)
        if bytes.count > length { warnings.append(.oversize) }
        bytes.withUnsafeBufferPointer { look($0) }
    }

    private mutating func look(_ bytes: UnsafeBufferPointer<UInt8>) {
        var start = 0
        while start < length {
            let end = Self.lineEnd(bytes, from: start, to: length)
            if let warning = objection(to: UnsafeBufferPointer(rebasing: bytes[start..<end])) {
                warnings.append(warning)
                length = start
                return
            }
            if isInHeader, end - headerStart > Self.headerBlockLimit {
                warnings.append(.badHeader)
                length = min(end, headerStart + Self.headerBlockLimit)
                return
            }
            start = end
            if !isInHeader { headerStart = end }
        }
    }

    /// Counts one line; non-nil when it is one too many.
    private mutating func objection(to line: UnsafeBufferPointer<UInt8>) -> MailWarning? {
        if line.count >= 2, line[0] == UInt8(ascii: "-"), line[1] == UInt8(ascii: "-") {
            boundaries += 1
            isInHeader = true
            announcesMail = false
            return boundaries > Self.boundaryLimit ? .tooManyParts : nil
        }
        guard isInHeader else { return nil }
        headerLines += 1
        if Self.isBlank(line) {
            isInHeader = announcesMail  // behind message/rfc822 the next headers follow
            announcesMail = false
        } else if Self.namesMail(line) {
            announcesMail = true
        }
        return headerLines > Self.headerLineLimit ? .badHeader : nil
    }

    private static func isBlank(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        line.allSatisfy { $0 == 0x0D || $0 == 0x0A }
    }

    private static func namesMail(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
        guard line.count >= 9, line.count < 4096 else { return line.count >= 4096 }
        return String(decoding: line, as: UTF8.self).lowercased().contains("message/")
    }

    private static func lineEnd(
        _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int
    ) -> Int {
        guard let base = bytes.baseAddress,
            let found = memchr(base + start, 0x0A, limit - start)
        else { return limit }
        return UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
    }
}
