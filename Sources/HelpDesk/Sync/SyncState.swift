package import SwiftExtensions

/// What is synced for a store.
package enum SyncKind: String, Codable, Sendable, CaseIterable {
    case messages, orders
}

/// Why a sync step failed, each with its own remedy (helpdesk section 19).
package enum SyncErrorClass: String, Codable, Sendable, CaseIterable {
    case authorisationExpired = "authorisation-expired"
    case clientRejected = "client-rejected"
    case permissionMissing = "permission-missing"
    case throttled
    case accountSuspended = "account-suspended"
    case network
    case mailbox
    case schemaDrift = "schema-drift"
    case platformOutage = "platform-outage"
    case notFound = "not-found"
    case badRequest = "bad-request"
    case bug
}

/// How a step of a sync ended. `operation` is the platform's name of the call.
package struct SyncFailure: Error, Hashable, Sendable, Codable {
    package var errorClass: SyncErrorClass
    package var operation: String
    /// The platform's own code and words, cleaned, without personal data.
    package var message: String
    package var requestID: String?
    package var retryAfterSeconds: Double?
    /// Which of our credentials the platform refused, when it is about one.
    package var trouble: CredentialTrouble?
    /// The platform's own code, such as `QuotaExceeded`, or the desk's, such as `interrupted`.
    package var code: String?
    /// Values for the sentence: `path` of a field that drifted, …
    package var arguments: [String: String]?

    package init(
        errorClass: SyncErrorClass, operation: String, message: String, requestID: String? = nil,
        retryAfterSeconds: Double? = nil, trouble: CredentialTrouble? = nil, code: String? = nil,
        arguments: [String: String]? = nil
    ) {
        self.errorClass = errorClass
        self.operation = operation
        self.message = message
        self.requestID = requestID
        self.retryAfterSeconds = retryAfterSeconds
        self.trouble = trouble
        self.code = code
        self.arguments = arguments
    }
}

extension SyncFailure {
    /// The desk's own code for a platform that hands out a page again and again.
    package static let pageCircle = "page-circle"

    /// The code of a call that the desk held back for the rate.
    package static let ownPace = "own-pace"

    /// The code of a mailbox that will not open before somebody has done something.
    package static let mailboxRefused = "mailbox-refused"

    /// Whether trying the same again may help without anybody doing anything.
    package var mayPass: Bool { errorClass.mayPass && code != Self.mailboxRefused }

    /// The desk held its own call back: the platform was not asked, and nothing failed.
    package var isOwnPace: Bool { code == Self.ownPace }
}

/// What a pass over one (store, kind) did.
package struct SyncReport: Hashable, Sendable, Codable {
    package var store: StoreID
    package var kind: SyncKind
    package var startedAt: Timestamp
    package var finishedAt: Timestamp
    package var fetched: Int
    package var created: Int
    package var updated: Int
    package var failure: SyncFailure?
    /// Everything up to here is stored; nil when the pass did not find that out.
    package var seenThrough: Timestamp?

    package init(
        store: StoreID, kind: SyncKind, startedAt: Timestamp, finishedAt: Timestamp,
        fetched: Int = 0, created: Int = 0, updated: Int = 0, failure: SyncFailure? = nil,
        seenThrough: Timestamp? = nil
    ) {
        self.store = store
        self.kind = kind
        self.startedAt = startedAt
        self.finishedAt = finishedAt
        self.fetched = fetched
        self.created = created
        self.updated = updated
        self.failure = failure
        self.seenThrough = seenThrough
    }
}
