import CGMime
package import Foundation
import SwiftExtensions

extension ParsedMail {
    /// Reads a mail. Never fails: what cannot be understood is left out and named in `warnings`.
    package init(parsing data: Data, limits: MailLimits = .standard) {
        self.init(parsing: [UInt8](data), limits: limits)
    }

    /// Reads a mail. Never fails: what cannot be understood is left out and named in `warnings`.
    package init(parsing bytes: [UInt8], limits: MailLimits = .standard) {
        self.init()
        GMimeLibrary.start()
        let inspection = MailGuard(bytes, limits: limits)
        inspection.warnings.forEach { warn($0) }
        let issues = GMimeIssues()
        withExtendedLifetime(issues) {
            guard let options = issues.makeOptions() else { return }
            defer { g_mime_parser_options_free(options) }
            read(bytes[..<inspection.length], options, limits)
        }
        issues.warnings.forEach { warn($0) }
        if headers.all.isEmpty { warn(.noHeaders) }
    }

    private mutating func read(
        _ bytes: ArraySlice<UInt8>, _ options: OpaquePointer, _ limits: MailLimits
    ) {
        let stream = bytes.withUnsafeBufferPointer { buffer in
            buffer.withMemoryRebound(to: CChar.self) {
                g_mime_stream_mem_new_with_buffer($0.baseAddress, $0.count)
            }
        }
        guard let stream else { return }
        defer { g_object_unref(stream) }
        guard let parser = g_mime_parser_new_with_stream(stream) else { return }
        defer { g_object_unref(parser) }
        guard let message = g_mime_parser_construct_message(parser, options) else { return }
        defer { g_object_unref(message) }
        readHead(of: message, limits)
        var walk = PartWalk(limits: limits)
        if let root = g_mime_message_get_mime_part(message) { walk.visit(root) }
        take(walk)
    }

    private mutating func readHead(
        of message: UnsafeMutablePointer<GMimeMessage>, _ limits: MailLimits
    ) {
        let object = GMimeLibrary.cast(message, to: GMimeObject.self)
        let reading = HeaderReading.headers(of: object, limits)
        headers = reading.headers
        reading.warnings.forEach { warn($0) }
        let raw = HeaderReading.raw(of: object, limit: limits.headerCount)
        func addresses(_ names: String...) -> [MailAddress] {
            names.flatMap { name in
                raw.filter { $0.name.lowercased() == name }.flatMap {
                    AddressReading.parse($0.value)
                }
            }
        }
        from = addresses("from")
        replyTo = addresses("reply-to")
        sender = addresses("sender")
        to = addresses("to")
        cc = addresses("cc")
        deliveredTo = addresses(
            "delivered-to", "x-original-to", "envelope-to", "x-forwarded-to")
        subject = headers["Subject"] ?? ""
        date = HeaderReading.date(g_mime_message_get_date(message))
        receivedAt = headers["Received"].flatMap(HeaderReading.stamp)
        messageID = HeaderReading.messageIDs(headers["Message-ID"]).first
        inReplyTo = HeaderReading.messageIDs(headers["In-Reply-To"])
        references = HeaderReading.messageIDs(headers["References"])
    }

    private mutating func take(_ walk: PartWalk) {
        text = walk.text
        html = walk.html
        attachments = walk.attachments
        report = walk.report
        walk.warnings.forEach { warn($0) }
    }
}
