package import SwiftExtensions

/// Something of ours that the platform takes for a limited time only.
package enum CredentialSubject: Hashable, Sendable, Codable {
    /// A seller's consent, which public applications renew every year.
    case authorisation(StoreID)
    /// The application's secret, the same for all stores.
    case clientSecret

    /// How long it lasts (amazon reference 6).
    package var lifetime: Duration {
        switch self {
        case .authorisation: .days(365)
        case .clientSecret: .days(180)
        }
    }

    /// `authorisation:nova-eu` or `client-secret`, as the database and programs name it.
    package var name: String {
        switch self {
        case .authorisation(let store): "authorisation:\(store)"
        case .clientSecret: "client-secret"
        }
    }

    /// Nil for a name that no version wrote.
    package init?(name: String) {
        let mark = "authorisation:"
        if name == "client-secret" {
            self = .clientSecret
        } else if name.hasPrefix(mark), name.utf8.count > mark.utf8.count {
            self = .authorisation(StoreID(String(name.dropFirst(mark.count))))
        } else {
            return nil
        }
    }

    /// The store that stops when it ends; nil when all of them do.
    package var store: StoreID? {
        if case .authorisation(let store) = self { store } else { nil }
    }
}

/// A credential was given anew.
package struct CredentialRenewal: Hashable, Sendable, Codable {
    package var subject: CredentialSubject
    package var at: Timestamp
    /// Whether the instant is only that of the file, because nobody told a better one.
    package var isEstimated: Bool

    package init(subject: CredentialSubject, at: Timestamp, isEstimated: Bool = false) {
        self.subject = subject
        self.at = at
        self.isEstimated = isEstimated
    }
}

/// A credential's end came so near that somebody must hear of it.
package struct CredentialWarning: Hashable, Sendable, Codable {
    package var subject: CredentialSubject
    package var dueAt: Timestamp
    /// Days ahead: 30, 7 or 1; 0 when it is over.
    package var stage: Int

    package init(subject: CredentialSubject, dueAt: Timestamp, stage: Int) {
        self.subject = subject
        self.dueAt = dueAt
        self.stage = stage
    }
}

/// What the desk knows of one credential.
package struct CredentialRecord: Hashable, Sendable, Codable {
    package var subject: CredentialSubject
    package var renewedAt: Timestamp
    package var isEstimated: Bool
    /// The last stage that was warned of since the renewal.
    package var warned: Int?

    package init(
        subject: CredentialSubject, renewedAt: Timestamp, isEstimated: Bool, warned: Int? = nil
    ) {
        self.subject = subject
        self.renewedAt = renewedAt
        self.isEstimated = isEstimated
        self.warned = warned
    }

    package var dueAt: Timestamp { renewedAt + subject.lifetime }
}

/// When to warn of a credential's end: 30, 7 and 1 days ahead and when it is over, each once. After
/// a time without anybody looking only the nearest stage is warned of.
package enum CredentialCalendar {
    package static let stages = [30, 7, 1, 0]

    /// The nearest stage that has come; nil while there is time.
    package static func stage(dueAt: Timestamp, now: Timestamp) -> Int? {
        stages.last { dueAt - .days(Int64($0)) <= now }
    }

    /// What to warn of now; nil when nothing is new.
    package static func warning(for record: CredentialRecord, now: Timestamp) -> CredentialWarning?
    {
        guard let stage = stage(dueAt: record.dueAt, now: now), stage < record.warned ?? .max
        else { return nil }
        return CredentialWarning(subject: record.subject, dueAt: record.dueAt, stage: stage)
    }

    /// When the next stage comes; nil after the last one.
    package static func nextStage(of record: CredentialRecord, after now: Timestamp) -> Timestamp? {
        stages.map { record.dueAt - .days(Int64($0)) }.first { $0 > now }
    }

    /// Whole days until the end, rounded up; negative days since it, rounded down.
    package static func days(until dueAt: Timestamp, now: Timestamp) -> Int {
        let day: Int64 = 86_400_000
        let left = (dueAt - now).wholeMilliseconds
        return Int(left >= 0 ? (left + day - 1) / day : -((-left) / day))
    }
}

/// A credential's end as people who can do something about it are told.
package struct CredentialNotice: Hashable, Sendable, Codable {
    package var subject: CredentialSubject
    package var dueAt: Timestamp
    package var stage: Int

    package init(subject: CredentialSubject, dueAt: Timestamp, stage: Int) {
        self.subject = subject
        self.dueAt = dueAt
        self.stage = stage
    }
}
