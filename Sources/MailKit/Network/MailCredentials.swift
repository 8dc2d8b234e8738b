/// A password or token. It prints as dots, so that no log can hold it by accident.
package struct MailSecret: Sendable, Hashable, CustomStringConvertible,
    CustomDebugStringConvertible,
    CustomReflectable
{
    let value: String

    package init(_ value: String) {
        self.value = value
    }

    package var description: String { "•••" }
    package var debugDescription: String { "•••" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

/// How to prove to a mail server who we are.
package enum MailCredentials: Sendable, Hashable {
    case password(user: String, MailSecret)
    /// An OAuth 2 access token, sent by XOAUTH2.
    case oauth2(user: String, token: MailSecret)

    var user: String {
        switch self {
        case .password(let user, _), .oauth2(let user, _): user
        }
    }

    /// Whether nothing in it could end a protocol line early.
    var isSpeakable: Bool {
        let secret =
            switch self {
            case .password(_, let secret), .oauth2(_, let secret): secret.value
            }
        return !user.isEmpty && (user + secret).utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
    }
}
