import HelpDesk

extension PretendWorld {
    /// getMessagingActionsForOrder of Messaging v1, in its HAL shape.
    func messagingActions(
        _ id: OrderID, _ request: PretendRequest, of seller: PretendSeller
    ) -> PretendResponse {
        guard request.list("marketplaceIds").count == 1 else { return .invalid("marketplaceIds") }
        guard seller.roles.contains(.buyerCommunication) else {
            return .refusal(403, "Unauthorized", "Access to requested resource is denied.")
        }
        guard let order = orders[seller.sellerID]?[id] else {
            return .refusal(404, "NotFound", "The requested resource is not found.")
        }
        let base = "/messaging/v1/orders/\(id.rawValue)"
        let query = "?marketplaceIds=\(request.list("marketplaceIds")[0])"
        let links = order.allowedActions.map { name in
            PretendJSON.object([
                ("href", .string("\(base)/messages/\(name)\(query)")), ("name", .string(name)),
            ])
        }
        var response = PretendResponse(
            .object([
                (
                    "_links",
                    .object([
                        ("actions", .array(links)),
                        ("self", .object([("href", .string(base + query))])),
                    ])
                ),
                (
                    "_embedded",
                    .object([
                        (
                            "actions",
                            .array(
                                order.allowedActions.map {
                                    Self.details($0, order.disabledActions[$0])
                                })
                        )
                    ])
                ),
            ]))
        response.contentType = "application/hal+json"
        return response
    }

    private static func details(_ name: String, _ disabledReason: String?) -> PretendJSON {
        let form = PretendMessageForm.named(name)
        var properties: [(String, PretendJSON)] = []
        if let limit = form?.textLimit {
            properties.append(
                (
                    "rawMessageBody",
                    .object([
                        ("type", .string("string")), ("minLength", .number(1)),
                        ("maxLength", .number(limit)),
                    ])
                ))
        }
        if let files = form?.files, files.upperBound > 0 {
            properties.append(
                (
                    "attachments",
                    .object([
                        ("type", .string("array")), ("minItems", .number(files.lowerBound)),
                        ("maxItems", .number(files.upperBound)),
                    ])
                ))
        }
        let title = form?.title ?? name
        let schema = PretendJSON.object([
            ("type", .string("object")), ("name", .string(name)), ("title", .string(title)),
            ("description", .string(form?.hint ?? "")),
            ("disabled", .bool(disabledReason != nil)),
            ("disabledReason", disabledReason.map { .string($0) } ?? .null),
            ("properties", .object(properties)),
        ])
        return .object([
            ("_embedded", .object([("schema", schema)])), ("name", .string(name)),
            ("title", .string(title)),
        ])
    }

    /// getMarketplaceParticipations of Sellers v1.
    func participations(of seller: PretendSeller) -> PretendResponse {
        let entries = seller.marketplaces.map { marketplace in
            PretendJSON.object([
                (
                    "marketplace",
                    .object([
                        ("id", .string(marketplace.id)), ("name", .string(marketplace.name)),
                        ("countryCode", .string(marketplace.countryCode)),
                        ("defaultCurrencyCode", .string(marketplace.currency)),
                        ("defaultLanguageCode", .string(marketplace.language)),
                        ("domainName", .string(marketplace.domain)),
                    ])
                ),
                ("storeName", .string(seller.storeName)),
                (
                    "participation",
                    .object([
                        ("isParticipating", .bool(true)),
                        ("hasSuspendedListings", .bool(seller.hasSuspendedListings)),
                    ])
                ),
            ])
        }
        return PretendResponse(.object([("payload", .array(entries))]))
    }
}
