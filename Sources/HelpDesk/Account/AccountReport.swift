package import SwiftExtensions

/// A report that the platform made, as the desk keeps it: the document sealed, its rows in tables.
package struct AccountReport: Hashable, Sendable, Codable {
    package var id: Int64
    package var store: StoreID
    package var topic: AccountTopic
    /// The platform's numbers of the report and of its document.
    package var platformID: String
    package var documentID: String
    /// The platform's type, such as `GET_SELLER_FEEDBACK_DATA`.
    package var type: String
    package var createdAt: Timestamp
    package var dataStart: Timestamp?
    package var dataEnd: Timestamp?
    package var storedAt: Timestamp
    /// Of the document as it came out of its packing.
    package var digest: String
    /// What the document's own header said; nil when it named none.
    package var charset: String?

    package init(
        id: Int64, store: StoreID, topic: AccountTopic, platformID: String, documentID: String,
        type: String, createdAt: Timestamp, dataStart: Timestamp? = nil, dataEnd: Timestamp? = nil,
        storedAt: Timestamp, digest: String, charset: String? = nil
    ) {
        self.id = id
        self.store = store
        self.topic = topic
        self.platformID = platformID
        self.documentID = documentID
        self.type = type
        self.createdAt = createdAt
        self.dataStart = dataStart
        self.dataEnd = dataEnd
        self.storedAt = storedAt
        self.digest = digest
        self.charset = charset
    }
}

/// How reading a stored report went.
package struct AccountReportReading: Hashable, Sendable, Codable {
    package var report: Int64
    package var rowCount: Int
    package var badLines: [BadReportLine]
    /// Why not even the document as a whole could be read; nil when it could.
    package var problem: String?

    package init(
        report: Int64, rowCount: Int, badLines: [BadReportLine] = [], problem: String? = nil
    ) {
        self.report = report
        self.rowCount = rowCount
        self.badLines = badLines
        self.problem = problem
    }
}

/// A line of a report that could not be used; the others count. It holds no text of the line.
package struct BadReportLine: Hashable, Sendable, Codable {
    /// Counted from one, the heading included; an entry's number in a document without lines.
    package var line: Int
    package var field: String
    /// `missing`, `unreadable`, `short`.
    package var reason: String

    package init(line: Int, field: String, reason: String) {
        self.line = line
        self.field = field
        self.reason = reason
    }
}
