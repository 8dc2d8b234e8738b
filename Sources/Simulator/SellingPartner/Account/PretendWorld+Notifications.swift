extension PretendWorld {
    private static let nothing = PretendResponse.refusal(
        404, "NotFound", "The requested resource is not found.")

    func destinationList() -> PretendResponse {
        PretendResponse(
            .object([("payload", .array(accounts.destinations.map(Self.describe)))]))
    }

    mutating func createDestination(_ request: PretendRequest) -> PretendResponse {
        guard let body = request.accountBody, let name = body.text("name"), !name.isEmpty,
            let arn = body.object("resourceSpecification")?.object("sqs")?.text("arn"),
            arn.hasPrefix("arn:aws:sqs:")
        else { return .invalid("name, resourceSpecification") }
        guard !accounts.destinations.contains(where: { $0.arn == arn }) else {
            return .refusal(409, "Conflict", "Destination already exists.")
        }
        let destination = PretendAccounts.Destination(
            id: "destination-\(accounts.number())", name: name, arn: arn)
        accounts.destinations.append(destination)
        return PretendResponse(.object([("payload", Self.describe(destination))]))
    }

    func destination(_ id: String) -> PretendResponse {
        guard let found = accounts.destinations.first(where: { $0.id == id }) else {
            return Self.nothing
        }
        return PretendResponse(.object([("payload", Self.describe(found))]))
    }

    mutating func deleteDestination(_ id: String) -> PretendResponse {
        guard accounts.destinations.contains(where: { $0.id == id }) else { return Self.nothing }
        accounts.destinations.removeAll { $0.id == id }
        return PretendResponse(.object([]))
    }

    func subscription(_ type: String, of seller: PretendSeller) -> PretendResponse {
        let found = accounts.subscriptions.first {
            $0.type == type && $0.sellerID == seller.sellerID
        }
        guard let found else { return Self.nothing }
        return PretendResponse(.object([("payload", Self.describe(found))]))
    }

    mutating func subscribe(
        _ type: String, _ request: PretendRequest, of seller: PretendSeller
    ) -> PretendResponse {
        guard let body = request.accountBody, let version = body.text("payloadVersion"),
            let destination = body.text("destinationId"),
            accounts.destinations.contains(where: { $0.id == destination })
        else { return .invalid("payloadVersion, destinationId") }
        let isKnown = accounts.subscriptions.contains {
            $0.type == type && $0.sellerID == seller.sellerID
        }
        guard !isKnown else {
            return .refusal(409, "Conflict", "Subscription already exists.")
        }
        let subscription = PretendAccounts.Subscription(
            id: "subscription-\(accounts.number())", sellerID: seller.sellerID, type: type,
            destinationID: destination, payloadVersion: version)
        accounts.subscriptions.append(subscription)
        return PretendResponse(.object([("payload", Self.describe(subscription))]))
    }

    mutating func unsubscribe(_ type: String, _ id: String) -> PretendResponse {
        guard accounts.subscriptions.contains(where: { $0.id == id && $0.type == type }) else {
            return Self.nothing
        }
        accounts.subscriptions.removeAll { $0.id == id }
        return PretendResponse(.object([]))
    }

    mutating func trial(_ request: PretendRequest) -> PretendResponse {
        guard let body = request.accountBody, let destination = body.text("destinationId"),
            let version = body.object("testNotification")?.text("payloadVersion"),
            accounts.destinations.contains(where: { $0.id == destination })
        else { return .invalid("destinationId, testNotification") }
        accounts.trials.append((destination, version))
        return PretendResponse(.object([]))
    }

    private static func describe(_ destination: PretendAccounts.Destination) -> PretendJSON {
        .object([
            ("destinationId", .string(destination.id)), ("name", .string(destination.name)),
            (
                "resource",
                .object([("sqs", .object([("arn", .string(destination.arn))]))])
            ),
        ])
    }

    private static func describe(_ subscription: PretendAccounts.Subscription) -> PretendJSON {
        .object([
            ("subscriptionId", .string(subscription.id)),
            ("payloadVersion", .string(subscription.payloadVersion)),
            ("destinationId", .string(subscription.destinationID)),
        ])
    }
}
