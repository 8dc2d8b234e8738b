/// The fields of a delivery report (RFC 3464 section 2): groups of header-like lines.
enum ReportFields {
    /// Recipients of all groups that name one; the first group describes the reporting server.
    static func recipients(_ bytes: [UInt8]) -> [DeliveryReport.Recipient] {
        groups(bytes).compactMap(recipient).prefix(100).map { $0 }
    }

    /// A part that holds nothing but the headers of the returned mail.
    static func headers(_ bytes: [UInt8], _ limits: MailLimits) -> MailHeaders {
        MailHeaders(Array((groups(bytes).first?.all ?? []).prefix(limits.headerCount)))
    }

    private static func recipient(_ fields: MailHeaders) -> DeliveryReport.Recipient? {
        guard let address = fields["Final-Recipient"] ?? fields["Original-Recipient"] else {
            return nil
        }
        let action = (fields["Action"] ?? "").split(separator: " ").first?.lowercased() ?? ""
        let status = (fields["Status"] ?? "").split(whereSeparator: { " (;".contains($0) }).first
        return DeliveryReport.Recipient(
            finalRecipient: withoutType(address),
            action: DeliveryReport.Action(rawValue: action) ?? .unknown,
            status: status.map(String.init) ?? "",
            diagnostic: withoutType(fields["Diagnostic-Code"] ?? ""))
    }

    /// `rfc822; someone@example.com` without what stands before the semicolon.
    private static func withoutType(_ value: String) -> String {
        guard let semicolon = value.firstIndex(of: ";") else { return value }
        return String(value[value.index(after: semicolon)...].drop { $0 == " " })
    }

    private static func groups(_ bytes: [UInt8]) -> [MailHeaders] {
        let (text, _) = CleanText.body(
            Charset.decode(bytes, named: nil).text, limit: 256 << 10)
        var groups: [MailHeaders] = []
        var lines: [MailHeader] = []
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty {
                if !lines.isEmpty { groups.append(MailHeaders(lines)) }
                lines = []
            } else if let first = line.first, first == " " || first == "\t", !lines.isEmpty {
                lines[lines.count - 1].value += " " + line.drop { $0 == " " || $0 == "\t" }
            } else if let colon = line.firstIndex(of: ":") {
                let value = line[line.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
                lines.append(
                    MailHeader(name: String(line[..<colon]), value: CleanText.line(String(value))))
            }
        }
        if !lines.isEmpty { groups.append(MailHeaders(lines)) }
        return groups
    }
}
