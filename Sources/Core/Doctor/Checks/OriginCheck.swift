import Settings

extension DoctorCheck {
    /// Whether a server is named whose word proves who sent a mail: without one a copy of an answer
    /// written in Seller Central ends no debt by itself. And whether stores that share the mailbox have
    /// an address each: without one a new buyer's mail does not say whose it is.
    static func origin(_ mailbox: MailboxSettings) -> DoctorCheck {
        local(mailbox.name) { context in
            let stores = context.configuration.stores.filter { $0.mailbox == mailbox.name }
            guard !stores.isEmpty else { return [] }
            let nameless = stores.count > 1 ? stores.filter { $0.address == nil } : []
            return
                (mailbox.resultServers.isEmpty
                ? [DoctorFinding(.originUnproven, mailbox.name)] : [])
                + nameless.map {
                    DoctorFinding(.originNoAddress, mailbox.name, ["store": $0.id])
                }
        }
    }
}
