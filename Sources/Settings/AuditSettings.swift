/// `[audit]`: the second place for checkpoints of the record (helpdesk section 15.4).
package struct AuditSettings: Sendable, Hashable {
    /// Folder on another disk or host; nil for none.
    package var copyFolder: String?
    /// Program and words that get each checkpoint as a line of JSON on standard input; empty for
    /// none.
    package var copyCommand: [String]

    package init(copyFolder: String? = nil, copyCommand: [String] = []) {
        self.copyFolder = copyFolder
        self.copyCommand = copyCommand
    }
}

extension ConfigurationReader {
    /// `[audit]`.
    func audit(_ table: TableReader) -> AuditSettings {
        let settings = AuditSettings(
            copyFolder: table.string("copy_folder").map(absolute),
            copyCommand: table.strings("copy_command") ?? [])
        if let program = settings.copyCommand.first, !program.hasPrefix("/") {
            table.fail("copy_command", .badValue, "a program by its whole path, then its words")
        }
        table.finish()
        return settings
    }
}
