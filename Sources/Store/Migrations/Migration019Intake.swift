extension Migration {
    /// A mail's bytes are looked up again when a mailbox numbers its mails anew.
    static let intake = Migration(
        number: 19, name: "intake",
        parts: ["CREATE INDEX raw_mail_digest ON raw_mail (digest, id);"])
}
