import CGMime

/// Collects what GMime's parser complains about. GMime calls back from C with a pointer to it,
/// so it must outlive every object the parser made.
final class GMimeIssues {
    private(set) var warnings: [MailWarning] = []

    /// Options that report here.
    func makeOptions() -> OpaquePointer? {
        guard let options = g_mime_parser_options_new() else { return nil }
        g_mime_parser_options_set_warning_callback(
            options, { _, code, _, context in GMimeIssues.note(code, context) },
            Unmanaged.passUnretained(self).toOpaque())
        return options
    }

    private static func note(_ code: GMimeParserWarning, _ context: UnsafeMutableRawPointer?) {
        guard let context, let warning = meaning(code) else { return }
        let issues = Unmanaged<GMimeIssues>.fromOpaque(context).takeUnretainedValue()
        if !issues.warnings.contains(warning) { issues.warnings.append(warning) }
    }

    private static func meaning(_ code: GMimeParserWarning) -> MailWarning? {
        switch code {
        case GMIME_WARN_TRUNCATED_MESSAGE: .truncatedMultipart
        case GMIME_WARN_MALFORMED_MULTIPART, GMIME_CRIT_MULTIPART_WITHOUT_BOUNDARY:
            .malformedMultipart
        case GMIME_CRIT_NESTING_OVERFLOW: .tooDeep
        case GMIME_WARN_INVALID_RFC2047_HEADER_VALUE, GMIME_CRIT_INVALID_HEADER_NAME,
            GMIME_CRIT_CONFLICTING_HEADER, GMIME_CRIT_CONFLICTING_PARAMETER,
            GMIME_WARN_INVALID_ADDRESS_LIST:
            .badHeader
        default: nil
        }
    }
}
