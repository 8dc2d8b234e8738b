import HelpDesk
import SwiftExtensions

/// Reads the account health report (JSON, version 2). Its schema and its own example disagree on
/// some names, so both are known.
enum HealthReportReader {
    private static let renamed = [
        "prefulfillmentCancelRate": "preFulfillmentCancellationRate",
        "documentRequest": "documentRequests", "warningState": "warningStates",
    ]

    static func read(_ bytes: [UInt8]) throws(ReportProblem) -> ReadReport {
        guard let document = try? JSONReader.parse(bytes) else {
            throw ReportProblem(words: "no JSON")
        }
        guard let accounts = document["accountStatuses"]?.elements,
            let places = document["performanceMetrics"]?.elements
        else { throw ReportProblem(words: "no accountStatuses or performanceMetrics") }
        var gathering = HealthGathering()
        for account in accounts { gathering.add(account: account) }
        for place in places { gathering.add(place: place, renamed: renamed) }
        return ReadReport(rows: .health(gathering.entries), badLines: gathering.bad)
    }
}

/// Collects the entries of one report, in the report's order.
private struct HealthGathering {
    var entries: [HealthEntry] = []
    var bad: [BadReportLine] = []
    private var position = 0

    mutating func add(account: JSONValue) {
        position += 1
        do {
            let fields = try FieldReader(account, path: "accountStatuses")
            entries.append(
                HealthEntry(
                    marketplaceID: try fields.requiredText("marketplaceId", limit: 40),
                    kind: .account, name: "accountStatus",
                    status: try fields.requiredText("status", limit: 40)))
        } catch {
            note(error)
        }
    }

    mutating func add(place: JSONValue, renamed: [String: String]) {
        position += 1
        guard case .object(let members) = place.content,
            let marketplace = place["marketplaceId"]?.text
        else {
            bad.append(
                BadReportLine(line: position, field: "marketplaceId", reason: "missing"))
            return
        }
        let id = PlatformText.cleaned(marketplace, limit: 40)
        for (key, value) in members where key != "marketplaceId" {
            do {
                try add(renamed[key] ?? PlatformText.cleaned(key, limit: 60), value, id)
            } catch {
                note(error)
            }
        }
    }

    private mutating func note(_ problem: FieldProblem) {
        bad.append(
            BadReportLine(
                line: position, field: problem.path,
                reason: problem.kind == .missing ? "missing" : "unreadable"))
    }

    private mutating func add(
        _ name: String, _ value: JSONValue, _ marketplace: String
    ) throws(FieldProblem) {
        switch name {
        case "warningStates":
            for warning in value.elements ?? [] {
                let fields = try FieldReader(warning, path: name)
                entries.append(
                    HealthEntry(
                        marketplaceID: marketplace, kind: .warning,
                        name: try fields.requiredText("warningType", limit: 80),
                        status: try fields.requiredText("status", limit: 40)))
            }
        case "accountHealthRating":
            try addRating(value, marketplace)
        case "orderDefectRate":
            for part in ["mfn", "afn"] {
                guard let rate = value[part] else { continue }
                try addMetric("\(name).\(part)", rate, marketplace)
            }
        default:
            try addMetric(name, value, marketplace)
        }
    }

    private mutating func addRating(
        _ value: JSONValue, _ marketplace: String
    ) throws(FieldProblem) {
        let fields = try FieldReader(value, path: "accountHealthRating")
        let word = value["accountHealthRatingStatus"] ?? value["ahrStatus"]
        guard let word = word?.text else {
            throw FieldProblem(
                path: "accountHealthRating.accountHealthRatingStatus", kind: .missing)
        }
        var notes = DriftNotes()
        let range = fields.object("reportingDateRange", &notes)
        entries.append(
            HealthEntry(
                marketplaceID: marketplace, kind: .rating, name: "accountHealthRating",
                status: PlatformText.cleaned(word, limit: 40), from: time(range, "From"),
                to: time(range, "To")))
    }

    private mutating func addMetric(
        _ name: String, _ value: JSONValue, _ marketplace: String
    ) throws(FieldProblem) {
        let fields = try FieldReader(value, path: name)
        let isViolation = value["defectsCount"] != nil
        var notes = DriftNotes()
        let range = fields.object("reportingDateRange", &notes)
        let rate = value["rate"]
        if !isViolation, rate?.decimal == nil {
            throw FieldProblem(
                path: "\(name).rate", kind: rate == nil ? .missing : .retyped)
        }
        entries.append(
            HealthEntry(
                marketplaceID: marketplace, kind: isViolation ? .violation : .metric, name: name,
                status: try fields.requiredText("status", limit: 40), value: number(rate),
                target: number(value["targetValue"]),
                condition: fields.text("targetCondition", &notes, limit: 40),
                count: value["defectsCount"]?.whole ?? count(value), total: total(value),
                from: time(range, "From"), to: time(range, "To")))
    }

    private func number(_ value: JSONValue?) -> String? {
        guard case .number(let digits)? = value?.content else { return nil }
        return String(digits.prefix(40))
    }

    /// What a share counts, under the name that each metric has for it.
    private func count(_ value: JSONValue) -> Int? {
        for name in [
            "lateShipmentCount", "cancellationCount", "onTimeDeliveryCount",
            "unitOnTimeDeliveryCount", "validTrackingCount",
        ] {
            if let count = value[name]?.whole { return count }
        }
        return value["orderWithDefects"]?["count"]?.whole
            ?? value["invoiceDefect"]?["count"]?.whole
    }

    private func total(_ value: JSONValue) -> Int? {
        for name in [
            "orderCount", "shipmentCountWithValidTracking", "totalUnitCount", "shipmentCount",
        ] {
            if let count = value[name]?.whole { return count }
        }
        return nil
    }

    private func time(_ range: FieldReader?, _ end: String) -> Timestamp? {
        range?.value["reportingDate\(end)"]?.text.flatMap(PlatformTime.timestamp)
    }
}
