/// Why the mail servers for tests are not there. Tests fail with these words and never skip.
package struct MailHostError: Error, CustomStringConvertible {
    package var description: String

    package init(_ description: String) {
        self.description = description
    }
}
