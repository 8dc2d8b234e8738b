import Foundation
import HelpDesk
package import SwiftExtensions

extension SampleWorld {
    /// Reads a folder of sample data; its times count from `now`.
    package static func load(from folder: String, now: Timestamp) throws(SampleWorldError)
        -> SampleWorld
    {
        let table = try SampleTable(reading: folder + "/world.toml")
        let stores = try table.stores()
        return SampleWorld(
            sellers: try table.sellers(), stores: stores, people: try table.people(),
            orders: try orders(in: folder + "/orders.jsonl", now: now),
            mails: try mails(in: folder + "/mails", stores: stores, now: now),
            phrases: try CrowdPhrases.load(from: folder + "/crowd"),
            templatesFolder: folder + "/templates")
    }

    /// The store that mail for `address` belongs to.
    package func store(receivingAt address: String) -> SampleStore? {
        stores.first { $0.profile.address?.lowercased() == address.lowercased() }
    }

    private static func orders(in path: String, now: Timestamp) throws(SampleWorldError)
        -> [SimulatedOrder]
    {
        let text = try SampleFile.text(path)
        var orders: [SimulatedOrder] = []
        for (number, line) in text.split(separator: "\n").enumerated() {
            let resolved = RelativeTime.resolved(String(line), now: now) { $0.iso8601 }
            do {
                let row = try JSONDecoder().decode(OrderRow.self, from: Data(resolved.utf8))
                orders.append(try row.simulated())
            } catch {
                throw SampleWorldError(file: path, detail: "line \(number + 1): \(error)")
            }
        }
        return orders
    }

    private static func mails(in folder: String, stores: [SampleStore], now: Timestamp)
        throws(SampleWorldError) -> [SampleMail]
    {
        var mails: [SampleMail] = []
        for name in try SampleFile.names(in: folder, ending: ".eml") {
            let bytes = try SampleFile.bytes(folder + "/" + name)
            mails.append(SampleMail(name, bytes, stores: stores, now: now))
        }
        return mails
    }
}

extension SampleMail {
    /// Fills in the `Date` header. Only the head is touched: the body may be of any charset.
    fileprivate init(_ file: String, _ bytes: [UInt8], stores: [SampleStore], now: Timestamp) {
        let headEnd = bytes.headEnd
        let head = String(decoding: bytes[..<headEnd], as: UTF8.self)
        var date: Timestamp?
        let resolved = RelativeTime.resolved(head, now: now) { instant in
            date = instant
            return RelativeTime.mailDate(instant)
        }
        let lower = resolved.lowercased()
        let store = stores.first { store in
            store.profile.address.map { lower.contains("to: \($0.lowercased())") } ?? false
        }
        self.init(
            name: String(file.dropLast(".eml".count)), store: store?.profile.id, date: date,
            bytes: Array(resolved.utf8) + bytes[headEnd...])
    }
}

extension [UInt8] {
    /// Where the header block ends: behind the first empty line, or the end.
    fileprivate var headEnd: Int {
        for index in indices.dropFirst() where self[index] == 10 {
            if self[index - 1] == 10 { return index + 1 }
            if index >= 3, self[index - 1] == 13, self[index - 2] == 10 { return index + 1 }
        }
        return count
    }
}
