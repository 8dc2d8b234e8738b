import CGMime

/// Walks the parts of a mail and sorts them into text, HTML, files and delivery report.
struct PartWalk {
    let limits: MailLimits
    private(set) var text: String?
    private(set) var html: String?
    private(set) var attachments: [MailAttachment] = []
    private(set) var report: DeliveryReport?
    private(set) var warnings: [MailWarning] = []
    private var parts = 0

    init(limits: MailLimits) {
        self.limits = limits
    }

    mutating func visit(_ object: UnsafeMutablePointer<GMimeObject>) {
        visit(object, depth: 0, isInReport: false)
    }

    private mutating func visit(
        _ object: UnsafeMutablePointer<GMimeObject>, depth: Int, isInReport: Bool
    ) {
        guard depth < limits.nesting else { return warn(.tooDeep) }
        parts += 1
        guard parts <= limits.parts else { return warn(.tooManyParts) }
        if GMimeLibrary.isKind(object, of: g_mime_multipart_get_type()) {
            visitChildren(of: object, depth: depth, isInReport: isInReport)
        } else if GMimeLibrary.isKind(object, of: g_mime_message_part_get_type()) {
            takeMail(object, isInReport: isInReport)
        } else if GMimeLibrary.isKind(object, of: g_mime_part_get_type()) {
            takeLeaf(MailPart(object), isInReport: isInReport)
        }
    }

    private mutating func visitChildren(
        of object: UnsafeMutablePointer<GMimeObject>, depth: Int, isInReport: Bool
    ) {
        let multipart = GMimeLibrary.cast(object, to: GMimeMultipart.self)
        let isReport = isInReport || MailPart(object).mediaType == "multipart/report"
        for index in 0..<g_mime_multipart_get_count(multipart) {
            guard parts <= limits.parts else { return }
            guard let child = g_mime_multipart_get_part(multipart, index) else { continue }
            visit(child, depth: depth + 1, isInReport: isReport)
        }
    }

    /// A mail inside the mail: within a report the one it is about, else a file.
    private mutating func takeMail(
        _ object: UnsafeMutablePointer<GMimeObject>, isInReport: Bool
    ) {
        let holder = GMimeLibrary.cast(object, to: GMimeMessagePart.self)
        if isInReport, let inner = g_mime_message_part_get_message(holder) {
            let object = GMimeLibrary.cast(inner, to: GMimeObject.self)
            return takeOriginal(HeaderReading.headers(of: object, limits).headers)
        }
        let part = MailPart(object)
        let name = FileName.cleaned(part.fileName)
        let bytes = GMimeLibrary.bytes { g_mime_object_write_content_to_stream(object, nil, $0) }
        attachments.append(
            MailAttachment(
                name: name.isEmpty ? "message.eml" : name, mediaType: part.mediaType, bytes: bytes))
    }

    private mutating func takeLeaf(_ part: MailPart, isInReport: Bool) {
        switch part.mediaType {
        // Outside a report it is a file that somebody attached and says nothing of our mails.
        case "message/delivery-status" where isInReport,
            "message/global-delivery-status" where isInReport:
            return takeStatus(part.bytes)
        case "text/rfc822-headers" where isInReport, "message/rfc822" where isInReport:
            return takeOriginal(ReportFields.headers(part.bytes, limits))
        case "text/plain" where !part.isFile: takeText(part)
        case "text/html" where !part.isFile: takeHTML(part)
        default: takeFile(part)
        }
    }

    /// Further plain parts follow the first; lists and scanners add their footers so.
    private mutating func takeText(_ part: MailPart) {
        var piece = decoded(part, hint: nil)
        if part.isFlowed { piece = FlowedText.joined(piece, deletesSpace: part.deletesSpace) }
        guard let text else { return text = piece }
        guard text.utf8.count + piece.utf8.count < limits.textBytes else { return warn(.textCut) }
        if !piece.isEmpty { self.text = text + "\n" + piece }
    }

    private mutating func takeHTML(_ part: MailPart) {
        guard html == nil else { return takeFile(part) }
        html = decoded(part, hint: HTMLCharset.declared)
    }

    private mutating func decoded(_ part: MailPart, hint: (([UInt8]) -> String?)?) -> String {
        let bytes = part.bytes
        let charset = part.charset ?? hint?(bytes)
        let decoded = Charset.decode(bytes, named: charset)
        if decoded.isDoubtful { warn(.badCharset(CleanText.line(charset ?? "", limit: 40))) }
        let (text, isCut) = CleanText.body(decoded.text, limit: limits.textBytes)
        if isCut { warn(.textCut) }
        return text
    }

    private mutating func takeFile(_ part: MailPart) {
        attachments.append(
            MailAttachment(
                name: FileName.cleaned(part.fileName), mediaType: part.mediaType,
                contentID: part.contentID, isInline: part.isInline, bytes: part.bytes))
    }

    private mutating func takeStatus(_ bytes: [UInt8]) {
        report = report ?? DeliveryReport(recipients: [])
        report?.recipients += ReportFields.recipients(bytes)
    }

    private mutating func takeOriginal(_ headers: MailHeaders) {
        report = report ?? DeliveryReport(recipients: [])
        report?.originalHeaders = headers
        report?.originalMessageID = HeaderReading.messageIDs(headers["Message-ID"]).first
    }

    private mutating func warn(_ warning: MailWarning) {
        if !warnings.contains(warning) { warnings.append(warning) }
    }
}
