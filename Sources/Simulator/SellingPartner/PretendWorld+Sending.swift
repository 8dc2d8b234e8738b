import HelpDesk
import SwiftExtensions

extension PretendWorld {
    enum Lookup {
        case found(SimulatedOrder, marketplaceID: String)
        case refused(PretendResponse)
    }

    /// What every call about one order checks first.
    func find(
        _ id: OrderID, _ request: PretendRequest, of seller: PretendSeller, needs role: PretendRole
    ) -> Lookup {
        let marketplaces = request.list("marketplaceIds")
        guard marketplaces.count == 1, request.query.count == 1 else {
            return .refused(.invalid("marketplaceIds"))
        }
        guard seller.roles.contains(role) else {
            return .refused(
                .refusal(403, "Unauthorized", "Access to requested resource is denied."))
        }
        guard let order = orders[seller.sellerID]?[id] else {
            return .refused(.refusal(404, "NotFound", "The requested resource is not found."))
        }
        let own = order.order.marketplace.flatMap(PretendMarketplace.named)?.id
        guard own == marketplaces[0] else { return .refused(.invalid("marketplaceIds")) }
        return .found(order, marketplaceID: marketplaces[0])
    }

    static var notOffered: PretendResponse {
        .refusal(403, "Unauthorized", "Invalid amazonOrderId and template combination.")
    }

    static func created() -> PretendResponse {
        var response = PretendResponse(.object([]), status: 201)
        response.contentType = "application/hal+json"
        return response
    }

    /// GetAttributes of Messaging v1.
    func attributes(
        _ id: OrderID, _ request: PretendRequest, of seller: PretendSeller
    ) -> PretendResponse {
        switch find(id, request, of: seller, needs: .buyerCommunication) {
        case .refused(let response): return response
        case .found(let order, _):
            let home = order.order.marketplace.flatMap(PretendMarketplace.named)?.language
            let locale = order.buyerLocale ?? home.map { $0.replacing("_", with: "-") }
            var response = PretendResponse(
                .object([("buyer", .members([("locale", locale.map { .string($0) })]))]))
            response.contentType = "application/hal+json"
            return response
        }
    }

    /// The nine messages of Messaging v1.
    mutating func send(
        _ form: PretendMessageForm, _ id: OrderID, _ request: PretendRequest,
        of seller: PretendSeller, at now: Timestamp
    ) -> PretendResponse {
        let order: SimulatedOrder
        switch find(id, request, of: seller, needs: .buyerCommunication) {
        case .refused(let response): return response
        case .found(let found, _): order = found
        }
        guard request.header("content-type")?.hasPrefix("application/json") ?? false else {
            return .refusal(415, "InvalidInput", "Unsupported media type")
        }
        guard order.allowedActions.contains(form.name), order.disabledActions[form.name] == nil
        else { return Self.notOffered }
        switch files(of: form, id, request, seller) {
        case .failure(let problem): return .invalid(problem.details)
        case .success(let message):
            messages.append(
                PretendMessage(
                    order: id, action: form.name, text: message.text, files: message.files, at: now)
            )
            return Self.created()
        }
    }

    private struct Words {
        var text: String?
        var files: [PretendFile]
    }

    private func files(
        of form: PretendMessageForm, _ id: OrderID, _ request: PretendRequest,
        _ seller: PretendSeller
    ) -> Result<Words, SearchQuery.Problem> {
        var names: Set<String> = []
        if form.textLimit != nil { names.insert("text") }
        if form.files.upperBound > 0 { names.insert("attachments") }
        if form.needsCoverage { names.formUnion(["coverageStartDate", "coverageEndDate"]) }
        guard let body = PretendJSONBody(request.body, names: names) else {
            return .failure(SearchQuery.Problem(details: "body"))
        }
        let text = body.text("text")
        if let limit = form.textLimit {
            guard let text, (1...limit).contains(text.unicodeScalars.count) else {
                return .failure(SearchQuery.Problem(details: "text"))
            }
        }
        if form.needsCoverage {
            let dates = ["coverageStartDate", "coverageEndDate"].compactMap {
                body.text($0).flatMap(Timestamp.init(iso8601:))
            }
            guard dates.count == 2, dates[0] < dates[1] else {
                return .failure(SearchQuery.Problem(details: "coverage"))
            }
        }
        let list = body.has("attachments") ? body.objects("attachments", names: Self.fileNames) : []
        guard let list, form.files.contains(list.count) else {
            return .failure(SearchQuery.Problem(details: "attachments"))
        }
        let resource = "messaging/v1/orders/\(id.rawValue)/messages/\(form.path)"
        let files = list.compactMap { file(in: $0, resource, seller) }
        guard files.count == list.count else {
            return .failure(SearchQuery.Problem(details: "uploadDestinationId"))
        }
        return .success(Words(text: text, files: files))
    }

    private static let fileNames: Set<String> = ["uploadDestinationId", "fileName"]

    private func file(
        in body: PretendJSONBody, _ resource: String, _ seller: PretendSeller
    ) -> PretendFile? {
        guard let id = body.text("uploadDestinationId"), let name = body.text("fileName"),
            let upload = uploads[id], upload.sellerID == seller.sellerID,
            upload.resource == resource, let bytes = upload.bytes, !name.isEmpty
        else { return nil }
        return PretendFile(name: name, mediaType: upload.mediaType, bytes: bytes)
    }
}
