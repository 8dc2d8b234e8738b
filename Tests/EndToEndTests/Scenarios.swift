import Testing

/// Tests over a real Dovecot and a real Exim. One at a time: each starts servers of its own.
@Suite(.serialized, .timeLimit(.minutes(4)))
enum MailScenarios {}

/// Tests on a Maildir, or on no mailbox at all. One at a time, beside the others.
@Suite(.serialized, .timeLimit(.minutes(4)))
enum DeskScenarios {}
