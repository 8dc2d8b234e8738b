import HelpDesk
import SwiftExtensions

/// All that the pretend platform knows. It answers calls one after another and reads no clock.
struct PretendWorld {
    struct Grant {
        var sellerID: String
        var endsAt: Timestamp
    }

    /// The orders of a search, fixed when its first page was asked.
    struct Listing {
        var orderIDs: [OrderID]
        var offset: Int
        var fingerprint: String
        var vouchedUpTo: Timestamp
        var madeAt: Timestamp
    }

    struct BucketKey: Hashable {
        var sellerID: String
        var operation: String
    }

    let configuration: PretendConfiguration
    var sellers: [PretendSeller]
    var orders: [String: [OrderID: SimulatedOrder]] = [:]
    var grants: [String: Grant] = [:]
    var revokedTokens: Set<String> = []
    var foreignTokens: Set<String> = []
    var logins = PretendLogins()
    var listings: [String: Listing] = [:]
    var buckets: [BucketKey: PretendBucket] = [:]
    var faults: [ScheduledFault] = []
    var chances: FaultPlan
    var accounts = PretendAccounts()
    var log: [PretendLogEntry] = []
    var uploads: [String: PretendUpload] = [:]
    var messages: [PretendMessage] = []
    var solicited: [PretendSolicitation] = []
    var random: PretendRandom

    init(_ configuration: PretendConfiguration) {
        self.configuration = configuration
        sellers = configuration.sellers
        logins.secrets = [PretendLogins.ClientSecret(value: configuration.clientSecret)]
        chances = configuration.faults
        random = PretendRandom(seed: configuration.seed)
    }

    /// Answers one call.
    mutating func answer(_ whole: PretendRequest, at now: Timestamp) -> PretendResponse {
        let (sent, region) = whole.withoutRegion()
        var request = sent
        let route = PretendRoute(request)
        let operation = route?.operation ?? "unknown"
        let fault = nextFault(operation)
        if let fault { strike(fault) }
        var sellerID: String?
        var response = fault.flatMap(Self.refusal)
        if fault == .changedUpload { request.body.append(0x20) }
        if response == nil {
            response = reply(to: request, route, in: region, at: now, sellerID: &sellerID)
        }
        var answer = response ?? .refusal(404, "NotFound", "No such resource.")
        if let fault { Self.spoil(&answer, fault, at: now) }
        answer.headers.append(("x-amzn-RequestId", requestID()))
        log.append(
            PretendLogEntry(
                operation: operation, status: answer.status, sellerID: sellerID, fault: fault))
        return answer
    }

    private mutating func reply(
        to request: PretendRequest, _ route: PretendRoute?, in region: String?,
        at now: Timestamp, sellerID: inout String?
    ) -> PretendResponse {
        guard let route else { return .refusal(404, "NotFound", "No such resource.") }
        if case .token = route { return token(request, at: now) }
        if case .consent = route { return consent(request, at: now) }
        if case .uploadFile(let id) = route { return put(request, upload: id, at: now) }
        if case .account(.download(let id)) = route {
            return download(id, request, at: now)
        }
        if let problem = headerProblem(request) { return problem }
        if case .account(let route) = route, route.isGrantless {
            return grantlessReply(to: request, route, at: now)
        }
        switch holder(of: request.header("x-amz-access-token"), at: now) {
        case .refused(let response): return response
        case .admitted(let seller):
            sellerID = seller.sellerID
            guard seller.answers(in: region) else { return Self.denied }
            guard admits(route.operation, seller, at: now) else {
                return .refusal(
                    429, "QuotaExceeded", "You exceeded your quota for the requested resource.")
            }
            var response = reply(to: request, route, of: seller, at: now)
            if response.status < 500, response.status != 403 {
                let rate = PretendBucket.published(route.operation).rate * configuration.speed
                response.headers.append(("x-amzn-RateLimit-Limit", "\(rate)"))
            }
            return response
        }
    }

    private mutating func reply(
        to request: PretendRequest, _ route: PretendRoute, of seller: PretendSeller,
        at now: Timestamp
    ) -> PretendResponse {
        switch route {
        case .token, .consent, .uploadFile: .refusal(404, "NotFound", "No such resource.")
        case .searchOrders: search(request, of: seller, at: now)
        case .getOrder(let id): order(id, request, of: seller)
        case .messagingActions(let id): messagingActions(id, request, of: seller)
        case .participations: participations(of: seller)
        case .messageAttributes(let id): attributes(id, request, of: seller)
        case .sendMessage(let id, let form): send(form, id, request, of: seller, at: now)
        case .uploadDestination(let resource):
            uploadDestination(resource, request, of: seller, at: now)
        case .solicitationActions(let id):
            solicitationActions(id, request, of: seller, at: now)
        case .solicit(let id): solicit(id, request, of: seller, at: now)
        case .confirmShipment(let id): confirmShipment(id, request, of: seller, at: now)
        case .account(let route): accountReply(to: request, route, of: seller, at: now)
        }
    }

    private mutating func admits(
        _ operation: String, _ seller: PretendSeller, at now: Timestamp
    ) -> Bool {
        let key = BucketKey(sellerID: seller.sellerID, operation: operation)
        let published = PretendBucket.published(operation)
        let speed = max(configuration.speed, 0.001)
        return buckets[
            key,
            default: PretendBucket(
                ratePerSecond: published.rate * speed, burst: published.burst, at: now)
        ].admits(at: now)
    }

    private mutating func requestID() -> String {
        [8, 4, 4, 4, 12].map { random.hex($0) }.joined(separator: "-")
    }
}
