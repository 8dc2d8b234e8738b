package import HelpDesk
import SwiftExtensions

/// A typed message as it goes out, its files uploaded already.
package struct TypedMessage: Hashable, Sendable {
    /// A file that lies at an upload destination.
    package struct File: Hashable, Sendable, Codable {
        package var uploadDestinationId: String
        /// What the buyer sees as its name.
        package var fileName: String

        package init(uploadDestinationId: String, fileName: String) {
            self.uploadDestinationId = uploadDestinationId
            self.fileName = fileName
        }
    }

    package var action: String
    package var text: String?
    package var files: [File]
    package var coverage: CoveragePeriod?

    package init(
        action: String, text: String? = nil, files: [File] = [], coverage: CoveragePeriod? = nil
    ) {
        self.action = action
        self.text = text
        self.files = files
        self.coverage = coverage
    }
}

/// Requests of Messaging v1; pure, so that they can be held against the model.
enum MessagingRequests {
    private static let accept = "application/hal+json"

    static func actions(_ order: OrderID, _ marketplaceID: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "getMessagingActionsForOrder", path: path(order),
            query: [("marketplaceIds", FormText.escaped(marketplaceID))], accept: accept)
    }

    static func attributes(_ order: OrderID, _ marketplaceID: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "GetAttributes", path: path(order) + "/attributes",
            query: [("marketplaceIds", FormText.escaped(marketplaceID))], accept: accept)
    }

    /// Throws when the platform would refuse the body; `badRequest` for an action that the table
    /// does not hold.
    static func message(
        _ message: TypedMessage, for order: OrderID, _ marketplaceID: String,
        table: MessagingTable = .standard
    ) throws(DeskError) -> SellingPartnerRequest {
        guard let entry = table.entry(message.action) else {
            throw DeskError(.dispatchNotOffered, ["action": String(message.action.prefix(80))])
        }
        try entry.rule.check(
            text: message.text, fileCount: message.files.count, coverage: message.coverage)
        let takesFiles = entry.rule.mostFiles > 0
        let body = Body(
            text: entry.rule.textLimit == nil ? nil : message.text,
            attachments: takesFiles && !message.files.isEmpty ? message.files : nil,
            coverageStartDate: message.coverage?.start.iso8601,
            coverageEndDate: message.coverage?.end.iso8601)
        return SellingPartnerRequest(
            operation: entry.operation, method: "POST",
            path: path(order) + "/messages/" + entry.path,
            query: [("marketplaceIds", FormText.escaped(marketplaceID))], accept: accept,
            body: JSONBody.bytes(body))
    }

    /// What an upload for this message is made for: the message's path without its first slash.
    static func resource(
        _ action: String, _ order: OrderID, table: MessagingTable = .standard
    ) -> String? {
        table.entry(action).map { String((path(order) + "/messages/" + $0.path).dropFirst()) }
    }

    private static func path(_ order: OrderID) -> String {
        "/messaging/v1/orders/\(FormText.escaped(order.rawValue))"
    }

    private struct Body: Encodable {
        var text: String?
        var attachments: [TypedMessage.File]?
        var coverageStartDate: String?
        var coverageEndDate: String?
    }
}
