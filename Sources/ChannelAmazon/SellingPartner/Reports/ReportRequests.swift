import HelpDesk
package import SwiftExtensions

/// What a report is asked for.
package struct ReportOrder: Hashable, Sendable {
    /// Such as `GET_SELLER_FEEDBACK_DATA`.
    package var type: String
    /// One to 25.
    package var marketplaceIDs: [String]
    package var dataStart: Timestamp?
    package var dataEnd: Timestamp?

    package init(
        type: String, marketplaceIDs: [String], dataStart: Timestamp? = nil,
        dataEnd: Timestamp? = nil
    ) {
        self.type = type
        self.marketplaceIDs = marketplaceIDs
        self.dataStart = dataStart
        self.dataEnd = dataEnd
    }
}

/// Which reports are listed.
package struct ReportSearch: Hashable, Sendable {
    /// One to ten types; the models refuse a list without types.
    package var types: [String]
    package var createdSince: Timestamp?
    package var marketplaceIDs: [String]
    /// One to 100.
    package var pageSize: Int
    /// Of the page before; nothing else is sent with it.
    package var pageToken: String?

    package init(
        types: [String], createdSince: Timestamp? = nil, marketplaceIDs: [String] = [],
        pageSize: Int = 100, pageToken: String? = nil
    ) {
        self.types = types
        self.createdSince = createdSince
        self.marketplaceIDs = marketplaceIDs
        self.pageSize = pageSize
        self.pageToken = pageToken
    }
}

/// The calls of Reports 2021-06-30.
enum ReportRequests {
    private static let base = "/reports/2021-06-30"

    static func create(_ order: ReportOrder) throws(SyncFailure) -> SellingPartnerRequest {
        let operation = "createReport"
        guard (1...25).contains(order.marketplaceIDs.count) else {
            throw SyncFailure(
                errorClass: .bug, operation: operation, message: "marketplaces out of 1...25")
        }
        var members: [(String, RequestJSON)] = [
            ("reportType", .text(order.type)),
            ("marketplaceIds", .list(order.marketplaceIDs.map { .text($0) })),
        ]
        if let start = order.dataStart { members.append(("dataStartTime", .text(start.iso8601))) }
        if let end = order.dataEnd { members.append(("dataEndTime", .text(end.iso8601))) }
        return SellingPartnerRequest(
            operation: operation, method: "POST", path: "\(base)/reports",
            body: RequestJSON.object(members).bytes)
    }

    static func list(_ search: ReportSearch) throws(SyncFailure) -> SellingPartnerRequest {
        let operation = "getReports"
        var request = SellingPartnerRequest(operation: operation, path: "\(base)/reports")
        if let token = search.pageToken {
            request.query = [("nextToken", FormText.escaped(token))]
            return request
        }
        guard (1...10).contains(search.types.count), search.marketplaceIDs.count <= 10,
            (1...100).contains(search.pageSize)
        else {
            throw SyncFailure(
                errorClass: .bug, operation: operation, message: "search out of its limits")
        }
        request.query = [("reportTypes", FormText.list(search.types))]
        if !search.marketplaceIDs.isEmpty {
            request.query.append(("marketplaceIds", FormText.list(search.marketplaceIDs)))
        }
        if let since = search.createdSince {
            request.query.append(("createdSince", FormText.escaped(since.iso8601)))
        }
        request.query.append(("pageSize", String(search.pageSize)))
        return request
    }

    static func get(_ id: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "getReport", path: "\(base)/reports/\(FormText.escaped(id))")
    }

    static func cancel(_ id: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "cancelReport", method: "DELETE",
            path: "\(base)/reports/\(FormText.escaped(id))")
    }

    static func document(_ id: String) -> SellingPartnerRequest {
        SellingPartnerRequest(
            operation: "getReportDocument", path: "\(base)/documents/\(FormText.escaped(id))")
    }
}
