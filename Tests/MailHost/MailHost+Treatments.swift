import Foundation

extension MailHost {
    /// What Exim does with mail to a recipient, at whatever domain.
    package enum Treatment: String, Sendable {
        /// 550 at RCPT.
        case refuse
        /// 451 at RCPT.
        case `defer`
        /// Taken, then a delivery report to the envelope's sender.
        case bounce
    }

    /// Sets what happens to mail for these recipients from now on, all others being delivered.
    /// A recipient is named by what stands before the `+` or `@`.
    package func treat(_ recipients: [String: Treatment]) throws {
        let lines = recipients.sorted { $0.key < $1.key }.map {
            "\($0.key): \($0.value.rawValue)\n"
        }
        // Renamed into place: Exim may be reading it.
        let file = "\(folder)/treatments"
        try Data(lines.joined().utf8).write(to: URL(filePath: file + ".new"))
        guard chmod(file + ".new", 0o644) == 0, rename(file + ".new", file) == 0 else {
            throw MailHostError("\(file) cannot be written.")
        }
    }
}
