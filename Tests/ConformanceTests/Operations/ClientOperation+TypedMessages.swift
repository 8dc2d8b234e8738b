import ChannelAmazon
import HelpDesk
import Jobs
import SwiftExtensions

extension ClientOperation {
    /// One operation for each row of the desk's table of typed messages.
    static let typedMessages = MessagingTable.standard.entries.map { entry in
        ClientOperation(
            id: entry.operation, path: "/messaging/v1",
            sample: { random in
                let (order, marketplace) = (random.orderID(), random.marketplaceID())
                let message = TypedMessage.sample(entry.rule, &random)
                return { try await $0.post(message, order, marketplace) }
            },
            asked: { parameters in
                guard let order = parameters["amazonOrderId"]?.text,
                    let message = TypedMessage(entry.rule, parameters)
                else { return nil }
                return { try await $0.post(message, OrderID(order), "ATVPDKIKX0DER") }
            }, isMutating: true)
    }

    /// What buyers' languages are asked with.
    static let attributes = [
        ClientOperation(
            id: "GetAttributes", path: "/messaging/v1",
            sample: { random in
                let (order, marketplace) = (random.orderID(), random.marketplaceID())
                return { try await $0.locale(order, marketplace) }
            },
            asked: { parameters in
                guard let order = parameters["amazonOrderId"]?.text else { return nil }
                return { try await $0.locale(OrderID(order), "ATVPDKIKX0DER") }
            })
    ]
}

extension ConformanceDesk {
    fileprivate func post(
        _ message: TypedMessage, _ order: OrderID, _ marketplace: String
    ) async throws -> Reading {
        try Reading(
            await client.send(message, about: order, marketplaceID: marketplace, for: account))
    }

    fileprivate func locale(_ order: OrderID, _ marketplace: String) async throws -> Reading {
        Reading(
            try await client.buyerLocale(of: order, marketplaceID: marketplace, for: account)
                as Any)
    }
}

extension Reading {
    /// Throws what became of a call that may not take effect twice, unless it is done.
    init(_ outcome: SendOutcome) throws {
        switch outcome {
        case .done: self.init("done")
        case .refused(let failure): throw failure
        case .unknown(let failure): throw UnknownOutcome(errorClass: failure.errorClass)
        }
    }
}

extension TypedMessage {
    /// Anything that the rule lets pass.
    fileprivate static func sample(
        _ rule: MessageRule, _ random: inout SeededRandom
    ) -> TypedMessage {
        let start = random.pastInstant()
        let length = rule.textLimit.map { random.chance(0.2) ? $0 : min($0, 60) }
        return TypedMessage(
            action: rule.action,
            text: length.map { limit in
                (0..<Int.random(in: 1...limit, using: &random)).map { _ in "é\"\\漢" }
                    .joined().prefix(scalars: limit)
            },
            files: (0..<Int.random(in: rule.fewestFiles...rule.mostFiles, using: &random)).map {
                File(uploadDestinationId: random.digits(12), fileName: "Beleg „\($0)“.pdf")
            },
            coverage: rule.needsCoverage
                ? CoveragePeriod(start: start, end: start + .days(365)) : nil)
    }

    /// The message of a sandbox case; nil when the case has no body.
    fileprivate init?(_ rule: MessageRule, _ parameters: [String: Json]) {
        guard let body = parameters["body"] else { return nil }
        let files = (body["attachments"]?.elements ?? []).compactMap { file -> File? in
            guard let id = file["uploadDestinationId"]?.text, let name = file["fileName"]?.text
            else { return nil }
            return File(uploadDestinationId: id, fileName: name)
        }
        var coverage: CoveragePeriod?
        if let start = body["coverageStartDate"]?.text.flatMap(Timestamp.init(iso8601:)),
            let end = body["coverageEndDate"]?.text.flatMap(Timestamp.init(iso8601:))
        {
            coverage = CoveragePeriod(start: start, end: end)
        }
        self.init(
            action: rule.action, text: body["text"]?.text, files: files, coverage: coverage)
    }
}

extension String {
    fileprivate func prefix(scalars limit: Int) -> String {
        String(String.UnicodeScalarView(unicodeScalars.prefix(limit)))
    }
}
