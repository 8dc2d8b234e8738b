package import HelpDesk
package import SwiftExtensions

/// What went wrong in the background, as codes; clients make the sentence and its remedy of the
/// class. Nothing in it is personal data.
package struct EngineTrouble: Codable, Sendable, Hashable {
    package var errorClass: SyncErrorClass
    /// The platform's own code (`QuotaExceeded`, `535`) or the desk's (`interrupted`); may be empty.
    package var code: String
    /// Values for the sentence: `role` where one is missing, `path` of a drifted field, …
    package var arguments: [String: String]
    /// The platform's name of the call, or the job's kind; may be empty.
    package var operation: String
    /// Which of our credentials was refused, such as `foreign-token`; nil when it is about none.
    package var trouble: String?
    /// The platform's words, cleaned, at most 300 characters.
    package var message: String
    package var requestID: String?
    package var at: Timestamp?

    package init(
        errorClass: SyncErrorClass, code: String = "", arguments: [String: String] = [:],
        operation: String = "", message: String = "", requestID: String? = nil,
        at: Timestamp? = nil
    ) {
        self.errorClass = errorClass
        self.code = code
        self.arguments = arguments
        self.operation = operation
        self.message = message
        self.requestID = requestID
        self.at = at
    }
}

extension EngineTrouble {
    /// A failure of a sync step as trouble.
    package init(_ failure: SyncFailure, at: Timestamp? = nil) {
        self.init(
            errorClass: failure.errorClass, operation: failure.operation, message: failure.message,
            requestID: failure.requestID, at: at)
        trouble = failure.trouble?.rawValue
    }
}
