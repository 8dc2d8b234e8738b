import ChannelAmazon
import HelpDesk
import Jobs
import SwiftExtensions

extension ClientOperation {
    private static let types = [
        "GET_V2_SELLER_PERFORMANCE_REPORT", "GET_SELLER_FEEDBACK_DATA",
        "GET_V2_SETTLEMENT_REPORT_DATA_FLAT_FILE",
    ]

    static let reports = [
        ClientOperation(
            id: "createReport", path: "/reports/2021-06-30",
            sample: { random in
                let order = ReportOrder.sample(types, &random)
                return { try await $0.create(order) }
            },
            asked: { parameters in
                guard let order = parameters["body"].flatMap(ReportOrder.init) else { return nil }
                return { try await $0.create(order) }
            }),
        ClientOperation(
            id: "getReports", path: "/reports/2021-06-30",
            sample: { random in
                let search = ReportSearch.sample(types, &random)
                return { try await $0.list(search) }
            },
            // The cases choose by processing status, which the desk does not.
            asked: { _ in nil }),
        byID("getReport", "reportId") { desk, id in
            Reading(try await desk.client.report(id, for: desk.account))
        },
        byID("cancelReport", "reportId") { desk, id in
            try await desk.client.cancelReport(id, for: desk.account)
            return Reading("cancelled")
        },
        byID(
            "getReportDocument", "reportDocumentId",
            unused: ["reportDocumentId": "asked for by that very id"]
        ) { desk, id in
            Reading(try await desk.client.reportDocument(id, for: desk.account))
        },
    ]

    private static func byID(
        _ operation: String, _ name: String, unused: [String: String] = [:],
        _ call: @escaping @Sendable (ConformanceDesk, String) async throws -> Reading
    ) -> ClientOperation {
        ClientOperation(
            id: operation, path: "/reports/2021-06-30",
            sample: { random in
                let id = random.text(1...30)
                return { try await call($0, id) }
            },
            asked: { parameters in
                guard let id = parameters[name]?.text else { return nil }
                return { try await call($0, id) }
            }, unused: unused)
    }
}

extension ConformanceDesk {
    fileprivate func create(_ order: ReportOrder) async throws -> Reading {
        Reading(try await client.createReport(order, for: account))
    }

    fileprivate func list(_ search: ReportSearch) async throws -> Reading {
        let page = try await client.reports(search, for: account)
        return Reading((page.reports, page.nextToken), setAside: page.unreadable.count)
    }
}

extension ReportOrder {
    fileprivate static func sample(
        _ types: [String], _ random: inout SeededRandom
    ) -> ReportOrder {
        let start = random.chance() ? random.pastInstant() : nil
        return ReportOrder(
            type: random.one(of: types),
            marketplaceIDs: (0..<Int.random(in: 1...25, using: &random)).map { _ in
                random.marketplaceID()
            },
            dataStart: start, dataEnd: random.chance() ? start.map { $0 + .minutes(5) } : nil)
    }

    fileprivate init?(_ body: Json) {
        guard let type = body["reportType"]?.text else { return nil }
        self.init(
            type: type, marketplaceIDs: body["marketplaceIds"]?.texts ?? [],
            dataStart: body["dataStartTime"]?.text.flatMap(Timestamp.init(iso8601:)),
            dataEnd: body["dataEndTime"]?.text.flatMap(Timestamp.init(iso8601:)))
    }
}

extension ReportSearch {
    fileprivate static func sample(
        _ types: [String], _ random: inout SeededRandom
    ) -> ReportSearch {
        ReportSearch(
            types: (0..<Int.random(in: 1...10, using: &random)).map { _ in random.one(of: types) },
            createdSince: random.chance() ? random.pastInstant() : nil,
            marketplaceIDs: (0..<Int.random(in: 0...10, using: &random)).map { _ in
                random.marketplaceID()
            },
            pageSize: Int.random(in: 1...100, using: &random),
            pageToken: random.chance(0.3) ? random.text(1...40) : nil)
    }
}
