import SwiftExtensions

extension PretendWorld {
    private static let applicationTokenLife = Duration.seconds(3600)

    /// The application's own token (RFC 6749 section 4.4).
    mutating func applicationToken(scope: String, at now: Timestamp) -> PretendResponse {
        guard
            [
                "sellingpartnerapi::notifications", "sellingpartnerapi::client_credential:rotation",
            ].contains(scope)
        else { return Self.loginRefusal(400, "invalid_scope", "The requested scope is invalid.") }
        let token = "Atza|app" + random.hex(60)
        accounts.applicationTokens[token] = (scope, now + Self.applicationTokenLife)
        return PretendResponse(
            .object([
                ("access_token", .string(token)), ("token_type", .string("bearer")),
                ("expires_in", .number(3600)), ("scope", .string(scope)),
            ]))
    }

    /// Operations that want the application's token; a seller's is refused.
    mutating func grantlessReply(
        to request: PretendRequest, _ route: PretendAccountRoute, at now: Timestamp
    ) -> PretendResponse {
        guard let token = request.header("x-amz-access-token"),
            let grant = accounts.applicationTokens[token],
            grant.scope == "sellingpartnerapi::notifications", now < grant.endsAt
        else { return Self.denied }
        switch route {
        case .destinations: return destinationList()
        case .createDestination: return createDestination(request)
        case .destination(let id): return destination(id)
        case .deleteDestination(let id): return deleteDestination(id)
        case .unsubscribe(let type, let id): return unsubscribe(type, id)
        default: return .refusal(404, "NotFound", "No such resource.")
        }
    }

    /// Operations that want a seller's token, and mostly a role.
    mutating func accountReply(
        to request: PretendRequest, _ route: PretendAccountRoute, of seller: PretendSeller,
        at now: Timestamp
    ) -> PretendResponse {
        if let role = Self.role(for: route), !seller.roles.contains(role) { return Self.denied }
        switch route {
        case .sellerAccount: return sellerAccount(of: seller)
        case .createReport: return createReport(request, of: seller, at: now)
        case .reports: return reports(request, of: seller, at: now)
        case .report(let id): return report(id, of: seller, at: now)
        case .cancelReport(let id): return cancelReport(id, of: seller, at: now)
        case .reportDocument(let id): return reportDocument(id, request, of: seller, at: now)
        case .transactions: return transactions(request, of: seller, at: now)
        case .stock: return stock(request, of: seller, at: now)
        case .listings(let id): return listings(id, request, of: seller, at: now)
        case .listing(let id, let sku): return listing(id, sku, request, of: seller)
        case .subscription(let type): return subscription(type, of: seller)
        case .subscribe(let type): return subscribe(type, request, of: seller)
        case .testOf: return trial(request)
        case .download, .destinations, .createDestination, .destination, .deleteDestination,
            .unsubscribe:
            return .refusal(404, "NotFound", "No such resource.")
        }
    }

    private static func role(for route: PretendAccountRoute) -> PretendRole? {
        switch route {
        case .transactions: .financeAndAccounting
        case .stock: .amazonFulfillment
        case .listings, .listing: .productListing
        default: nil
        }
    }

    /// The role that a report's content needs; types that nobody makes have none.
    static func role(forReport type: String) -> PretendRole? {
        switch type {
        case "GET_V2_SELLER_PERFORMANCE_REPORT", "GET_SELLER_FEEDBACK_DATA":
            .sellingPartnerInsights
        case "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE_V2": .financeAndAccounting
        case "GET_FLAT_FILE_RETURNS_DATA_BY_RETURN_DATE": .inventoryAndOrderTracking
        default: nil
        }
    }

    /// getAccount of Sellers v1.
    private func sellerAccount(of seller: PretendSeller) -> PretendResponse {
        let body = participations(of: seller).body
        let list = body.dropFirst("{\"payload\":".count).dropLast()
        let text =
            "{\"payload\":{\"marketplaceParticipationList\":\(list),"
            + "\"businessType\":\"PRIVATE_LIMITED\",\"sellingPlan\":\"PROFESSIONAL\"}}"
        return PretendResponse(status: 200, body: text)
    }
}

extension PretendRequest {
    /// A JSON body's text members by name, and its lists of texts. Nil when it is no JSON object.
    var accountBody: AccountBody? { AccountBody(body) }
}
