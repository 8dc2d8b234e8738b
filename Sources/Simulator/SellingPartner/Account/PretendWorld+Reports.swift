import HelpDesk
import SwiftExtensions

extension PretendWorld {
    private static let settlementType = "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2"
    private static let madeTypes: Set<String> = [
        "GET_V2_SELLER_PERFORMANCE_REPORT", "GET_SELLER_FEEDBACK_DATA",
        "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE",
    ]
    private static let addressLife = Duration.minutes(5)
    private static let keptFor = Duration.days(90)
    private static let noSuchReport = PretendResponse.refusal(
        404, "NotFound", "The requested resource is not found.")

    /// createReport of Reports 2021-06-30.
    mutating func createReport(
        _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let known: Set<String> = [
            "reportType", "marketplaceIds", "dataStartTime", "dataEndTime", "reportOptions",
        ]
        guard let body = request.accountBody, body.names.isSubset(of: known),
            let type = body.text("reportType"), let places = body.texts("marketplaceIds"),
            (1...25).contains(places.count)
        else { return .invalid("reportType, marketplaceIds") }
        guard type != Self.settlementType else {
            return .invalid("Report type \(type) cannot be requested")
        }
        guard Self.madeTypes.contains(type) else { return .invalid("reportType") }
        guard places.allSatisfy({ id in seller.marketplaces.contains { $0.id == id } }) else {
            return .invalid("marketplaceIds")
        }
        if let role = Self.role(forReport: type), !seller.roles.contains(role) {
            return .refusal(403, "Unauthorized", "Access to requested resource is denied.")
        }
        let start = body.text("dataStartTime").flatMap(Timestamp.init(iso8601:))
        let end = body.text("dataEndTime").flatMap(Timestamp.init(iso8601:))
        if let start, let end, end < start { return .invalid("dataEndTime before dataStartTime") }
        if type == "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE", let start,
            (end ?? now) - start > .days(60)
        {
            return .invalid("a span of more than 60 days")
        }
        let id = "\(50_000 + accounts.number())"
        let key = PretendAccounts.Key(sellerID: seller.sellerID, type: type)
        let startsAt = now + accounts.queueTime
        accounts.reports.append(
            PretendAccounts.Report(
                id: id, sellerID: seller.sellerID, type: type, marketplaceIDs: places,
                createdAt: now, dataStart: start, dataEnd: end,
                outcome: accounts.outcomes[key] ?? .done, startsAt: startsAt,
                endsAt: startsAt + accounts.makingTime,
                document: accounts.documents[key]
                    ?? madeDocument(type, of: seller, from: start, at: now)))
        return PretendResponse(.object([("reportId", .string(id))]), status: 202)
    }

    private func madeDocument(
        _ type: String, of seller: PretendSeller, from start: Timestamp?, at now: Timestamp
    ) -> PretendDocument {
        let contents = PretendReportContents(
            seller: seller, orders: sortedOrders(of: seller), now: now)
        let text =
            switch type {
            case "GET_V2_SELLER_PERFORMANCE_REPORT": contents.health
            case "GET_SELLER_FEEDBACK_DATA": contents.feedback(from: start)
            default: contents.returns(from: start)
            }
        return PretendDocument(bytes: Array(text.utf8))
    }

    func sortedOrders(of seller: PretendSeller) -> [Order] {
        (orders[seller.sellerID] ?? [:]).values.map(\.order)
            .sorted { ($0.createdAt, $0.id) < ($1.createdAt, $1.id) }
    }

    /// getReports: settlements appear here by themselves.
    mutating func reports(
        _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let token = request.parameter("nextToken")
        if token != nil, request.query.count > 1 { return .invalid("nextToken goes alone") }
        let known: Set<String> = [
            "reportTypes", "processingStatuses", "marketplaceIds", "pageSize", "createdSince",
            "createdUntil", "nextToken",
        ]
        guard Set(request.query.map(\.name)).isSubset(of: known) else { return .invalid("query") }
        var offset = 0
        var what = request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&")
        if let token {
            guard let mark = accounts.pages[token], mark.sellerID == seller.sellerID else {
                return .invalid("nextToken")
            }
            (offset, what) = (mark.offset, mark.what)
        }
        let query = PretendForm.list(what)
        func parameter(_ name: String) -> String? { query.first { $0.name == name }?.value }
        let types = parameter("reportTypes")?.split(separator: ",").map(String.init) ?? []
        guard (1...10).contains(types.count) else { return .invalid("reportTypes") }
        for type in types {
            if let role = Self.role(forReport: type), !seller.roles.contains(role) {
                return .refusal(403, "Unauthorized", "Access to requested resource is denied.")
            }
        }
        settle(seller, at: now)
        let size = parameter("pageSize").flatMap { Int($0) } ?? 10
        guard (1...100).contains(size) else { return .invalid("pageSize") }
        let since =
            parameter("createdSince").flatMap(Timestamp.init(iso8601:))
            ?? now - Self.keptFor
        let matching = accounts.reports.filter {
            $0.sellerID == seller.sellerID && types.contains($0.type) && $0.createdAt >= since
                && now - $0.createdAt < Self.keptFor
        }.sorted { ($0.createdAt, $0.id) > ($1.createdAt, $1.id) }
        let shown = matching.dropFirst(offset).prefix(size)
        var next: String?
        if offset + shown.count < matching.count {
            let mark = random.hex(40)
            accounts.pages[mark] = PretendAccounts.PageMark(
                sellerID: seller.sellerID, offset: offset + shown.count, endsAt: now + .days(1),
                what: what)
            next = mark
        }
        return PretendResponse(
            .members([
                ("reports", .array(shown.map { describe($0, at: now) })),
                ("nextToken", next.map { .string($0) }),
            ]))
    }

    /// Two settlements lie behind every seller.
    private mutating func settle(_ seller: PretendSeller, at now: Timestamp) {
        guard accounts.settled.insert(seller.sellerID).inserted else { return }
        let contents = PretendReportContents(
            seller: seller, orders: sortedOrders(of: seller), now: now)
        for index in [2, 1] {
            let end = now - .days(Int64(index * 14 - 12))
            accounts.reports.append(
                PretendAccounts.Report(
                    id: "\(60_000 + accounts.number())", sellerID: seller.sellerID,
                    type: Self.settlementType, marketplaceIDs: seller.marketplaces.map(\.id),
                    createdAt: end + .hours(6), dataStart: end - .days(14), dataEnd: end,
                    outcome: .done, startsAt: end, endsAt: end + .hours(6),
                    document: PretendDocument(
                        bytes: Array(contents.settlement(from: end - .days(14), to: end).utf8))))
        }
    }

    private func describe(_ report: PretendAccounts.Report, at now: Timestamp) -> PretendJSON {
        let status = report.status(at: now)
        return .members([
            ("reportType", .string(report.type)),
            ("processingStatus", .string(status)),
            ("marketplaceIds", .array(report.marketplaceIDs.map { .string($0) })),
            ("reportId", .string(report.id)),
            ("createdTime", .string(report.createdAt.iso8601)),
            ("dataStartTime", report.dataStart.map { .string($0.iso8601) }),
            ("dataEndTime", report.dataEnd.map { .string($0.iso8601) }),
            ("reportDocumentId", status == "DONE" ? .string(report.documentID) : nil),
        ])
    }

    private func known(_ id: String, _ seller: PretendSeller) -> PretendAccounts.Report? {
        accounts.reports.first { $0.id == id && $0.sellerID == seller.sellerID }
    }

    /// getReport.
    func report(_ id: String, of seller: PretendSeller, at now: Timestamp) -> PretendResponse {
        guard let report = known(id, seller) else { return Self.noSuchReport }
        return PretendResponse(describe(report, at: now))
    }

    /// cancelReport: only what is still in the queue can be cancelled.
    mutating func cancelReport(
        _ id: String, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        guard let report = known(id, seller) else { return Self.noSuchReport }
        guard report.status(at: now) == "IN_QUEUE" else {
            return .invalid("the report is not in the queue")
        }
        for index in accounts.reports.indices where accounts.reports[index].id == id {
            accounts.reports[index].outcome = .cancelled
            accounts.reports[index].startsAt = now
            accounts.reports[index].endsAt = now
        }
        return PretendResponse(.object([]))
    }

    /// getReportDocument: an address that gives the document out for five minutes.
    mutating func reportDocument(
        _ id: String, _ request: PretendRequest, of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let report = accounts.reports.first {
            $0.documentID == id && $0.sellerID == seller.sellerID && $0.status(at: now) == "DONE"
        }
        guard let report else { return Self.noSuchReport }
        let address = PretendAccounts.Address(
            reportID: report.id, signature: random.hex(40), endsAt: now + Self.addressLife)
        accounts.addresses.append(address)
        let host = request.header("host") ?? "127.0.0.1"
        return PretendResponse(
            .members([
                ("reportDocumentId", .string(id)),
                (
                    "url",
                    .string(
                        "http://\(host)/documents/\(report.id)?X-Amz-Expires=300"
                            + "&X-Amz-Signature=\(address.signature)")
                ),
                ("compressionAlgorithm", report.document.isPacked ? .string("GZIP") : nil),
            ]))
    }

    /// The storage behind the address. It speaks XML, wants no token, and has none to do with the
    /// rest of the platform.
    func download(
        _ id: String, _ request: PretendRequest, at now: Timestamp
    ) -> PretendResponse {
        guard request.header("x-amz-access-token") == nil else {
            return Self.storageRefusal(400, "InvalidArgument", "A token has no business here.")
        }
        let address = accounts.addresses.first {
            $0.reportID == id && $0.signature == request.parameter("X-Amz-Signature")
        }
        guard let address, let report = accounts.reports.first(where: { $0.id == id }) else {
            return Self.storageRefusal(403, "SignatureDoesNotMatch", "The signature is not ours.")
        }
        guard now < address.endsAt else {
            return Self.storageRefusal(403, "AccessDenied", "Request has expired")
        }
        var response = PretendResponse(status: 200, body: "")
        let document = report.document
        response.bytes =
            document.isPacked ? PretendGzip.packed(document.bytes) ?? [] : document.bytes
        let kind = report.type.contains("PERFORMANCE") ? "application/json" : "text/plain"
        response.contentType = document.charset.map { "\(kind);charset=\($0)" } ?? kind
        return response
    }

    private static func storageRefusal(
        _ status: Int, _ code: String, _ message: String
    ) -> PretendResponse {
        var response = PretendResponse(
            status: status,
            body: "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>\(code)</Code>"
                + "<Message>\(message)</Message></Error>")
        response.contentType = "application/xml"
        return response
    }
}
