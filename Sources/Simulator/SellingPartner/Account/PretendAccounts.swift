package import HelpDesk
package import SwiftExtensions

/// A report's document as the pretend platform gives it out.
package struct PretendDocument: Hashable, Sendable {
    package var bytes: [UInt8]
    /// Named in the answer's content type; nil leaves it out.
    package var charset: String?
    package var isPacked: Bool

    package init(bytes: [UInt8], charset: String? = "utf-8", isPacked: Bool = true) {
        self.bytes = bytes
        self.charset = charset
        self.isPacked = isPacked
    }
}

/// How the platform ends the making of a report.
package enum PretendReportOutcome: String, Hashable, Sendable {
    case done = "DONE"
    case cancelled = "CANCELLED"
    case fatal = "FATAL"
}

/// Everything beside messages and orders that the pretend platform knows of the sellers' accounts.
struct PretendAccounts {
    struct Report {
        var id: String
        var sellerID: String
        var type: String
        var marketplaceIDs: [String]
        var createdAt: Timestamp
        var dataStart: Timestamp?
        var dataEnd: Timestamp?
        var outcome: PretendReportOutcome
        /// In the queue until the first instant, being made until the second.
        var startsAt: Timestamp
        var endsAt: Timestamp
        var document: PretendDocument

        func status(at now: Timestamp) -> String {
            if now < startsAt { return "IN_QUEUE" }
            return now < endsAt ? "IN_PROGRESS" : outcome.rawValue
        }

        var documentID: String { "amzn1.spdoc.1.\(id)" }
    }

    /// An address that gives one document out for a while.
    struct Address {
        var reportID: String
        var signature: String
        var endsAt: Timestamp
    }

    struct PageMark {
        var sellerID: String
        var offset: Int
        var endsAt: Timestamp
        /// Everything that must not change from page to page.
        var what: String
    }

    struct Destination {
        var id: String
        var name: String
        var arn: String
    }

    struct Subscription {
        var id: String
        var sellerID: String
        var type: String
        var destinationID: String
        var payloadVersion: String
    }

    struct Key: Hashable {
        var sellerID: String
        var type: String
    }

    /// How long the platform lets a report wait, and makes it.
    var queueTime = Duration.seconds(20)
    var makingTime = Duration.seconds(40)
    var reports: [Report] = []
    var addresses: [Address] = []
    var documents: [Key: PretendDocument] = [:]
    var outcomes: [Key: PretendReportOutcome] = [:]
    var settled: Set<String> = []
    var stock: [String: [StockLevel]] = [:]
    var finances: [String: [OrderID: [MoneyTransaction]]] = [:]
    var pages: [String: PageMark] = [:]
    var applicationTokens: [String: (scope: String, endsAt: Timestamp)] = [:]
    var destinations: [Destination] = []
    var subscriptions: [Subscription] = []
    /// What was sent for trial: destination and version of the notification's shape.
    var trials: [(destinationID: String, payloadVersion: String)] = []
    var nextNumber = 1

    mutating func number() -> Int {
        defer { nextNumber += 1 }
        return nextNumber
    }
}

extension PretendAmazon {
    /// Has reports of a type hold this document from now on, instead of made-up rows.
    package func setReport(_ type: String, of sellerID: String, to document: PretendDocument) {
        change { $0.documents[.init(sellerID: sellerID, type: type)] = document }
    }

    /// Has reports of a type end like this from now on.
    package func setOutcome(_ outcome: PretendReportOutcome, of type: String, for sellerID: String)
    {
        change { $0.outcomes[.init(sellerID: sellerID, type: type)] = outcome }
    }

    /// Adds a report that nobody asked for, such as a settlement.
    package func addReport(
        _ type: String, of sellerID: String, createdAt: Timestamp, document: PretendDocument
    ) {
        change { accounts in
            accounts.reports.append(
                PretendAccounts.Report(
                    id: "\(70_000 + accounts.number())", sellerID: sellerID, type: type,
                    marketplaceIDs: [], createdAt: createdAt, dataStart: nil, dataEnd: createdAt,
                    outcome: .done, startsAt: createdAt, endsAt: createdAt, document: document))
            accounts.settled.insert(sellerID)
        }
    }

    /// What lies in stock, instead of made-up numbers.
    package func setStock(_ levels: [StockLevel], of sellerID: String) {
        change { $0.stock[sellerID] = levels }
    }

    /// The books of one order, instead of made-up entries.
    package func setFinances(
        _ transactions: [MoneyTransaction], of order: OrderID, for sellerID: String
    ) {
        change { $0.finances[sellerID, default: [:]][order] = transactions }
    }

    /// How long reports wait and are made, from the next one on.
    package func setReportTimes(queue: Duration, making: Duration) {
        change { accounts in
            accounts.queueTime = queue
            accounts.makingTime = making
        }
    }

    /// Versions of the notifications that were sent for trial, the oldest first.
    package var trialNotifications: [String] {
        accounts { $0.trials.map(\.payloadVersion) }
    }
}
