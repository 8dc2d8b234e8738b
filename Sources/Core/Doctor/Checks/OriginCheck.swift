import Settings

extension DoctorCheck {
    /// Whether a server is named whose word proves who sent a mail. Without one a copy of an answer
    /// written in Seller Central ends no debt by itself.
    static func origin(_ mailbox: MailboxSettings) -> DoctorCheck {
        local(mailbox.name) { context in
            let isUsed = context.configuration.stores.contains { $0.mailbox == mailbox.name }
            return isUsed && mailbox.resultServers.isEmpty
                ? [DoctorFinding(.originUnproven, mailbox.name)] : []
        }
    }
}
