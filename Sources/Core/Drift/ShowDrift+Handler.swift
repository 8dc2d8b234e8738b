import ChannelAmazon
import Foundation
package import HelpDesk
import Store
package import Wire

extension ShowDrift: DeskCall {
    package static let need: Need = .verb(.syncRun)

    private static let limit = 64 << 10

    package func run(in desk: Desk, as caller: Principal) async throws -> DriftDetail {
        try await desk.database.read { transaction in
            let stored = try transaction.visibleDrift(drift, to: caller)
            guard let record = DriftRecord(stored), let digest = stored.job.driftDigest else {
                throw DeskError(.driftNotFound, ["drift": String(drift.rawValue)])
            }
            let raw = try transaction.rawBytes(digest: digest) ?? []
            let text = Self.indented(raw)
            return DriftDetail(
                record: record, raw: String(text.prefix(Self.limit)),
                isTruncated: text.count > Self.limit,
                fields: OrderRecord(raw).fields().map(DriftField.init))
        }
    }

    /// Indented JSON with its keys in a fixed order, or the text as it came. Controls and direction
    /// marks become visible stand-ins: the words are a stranger's.
    private static func indented(_ raw: [UInt8]) -> String {
        var text = String(decoding: raw.prefix(4 * limit), as: UTF8.self)
        if raw.count <= 4 * limit,
            let document = try? JSONSerialization.jsonObject(with: Data(raw)),
            let data = try? JSONSerialization.data(
                withJSONObject: document,
                options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes, .fragmentsAllowed])
        {
            text = String(decoding: data, as: UTF8.self)
        }
        return text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { CleanText.clean(String($0)) }.joined(separator: "\n")
    }
}

extension DriftField {
    fileprivate init(_ field: OrderRecord.Field) {
        self.init(
            path: field.path, expected: field.expected, found: String(field.found.prefix(200)),
            verdict: Verdict(rawValue: field.verdict.rawValue) ?? .unknown)
    }
}
