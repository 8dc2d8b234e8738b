package import SwiftExtensions

/// How far the platform is with a report.
package enum ReportStatus: Hashable, Sendable {
    case inQueue, inProgress, done, cancelled, fatal
    /// A word that the models do not know.
    case other(String)

    init(_ word: String) {
        switch word {
        case "IN_QUEUE": self = .inQueue
        case "IN_PROGRESS": self = .inProgress
        case "DONE": self = .done
        case "CANCELLED": self = .cancelled
        case "FATAL": self = .fatal
        default: self = .other(word)
        }
    }
}

/// A report as the platform describes it.
package struct PlatformReport: Hashable, Sendable {
    package var id: String
    package var type: String
    package var status: ReportStatus
    package var createdAt: Timestamp
    package var dataStart: Timestamp?
    package var dataEnd: Timestamp?
    /// Only when the report is done, or failed with an explanation.
    package var documentID: String?
}

/// One page of getReports.
package struct PlatformReportPage: Hashable, Sendable {
    package var reports: [PlatformReport]
    /// Entries that could not be read, with the field at fault.
    package var unreadable: [String]
    package var nextToken: String?
}

/// A report's document, unpacked.
package struct ReportDocument: Hashable, Sendable {
    package var bytes: [UInt8]
    /// What the document's own header named.
    package var charset: String?

    package init(bytes: [UInt8], charset: String? = nil) {
        self.bytes = bytes
        self.charset = charset
    }
}
