import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import Wire
import Workstation

struct InventoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inventory", abstract: "Stock as the platform counts it; read only.",
        subcommands: [InventoryList.self])
}

struct InventoryList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Stock of each product, what is short first.")

    @OptionGroup var options: ReportOptions
    @Option(help: "How many at most, 1 to 2000.") var limit: Int = 500
    @Option(help: "How many of each store to leave out first.") var offset: Int = 0

    func validate() throws {
        guard (1...2000).contains(limit) else { throw ValidationError("'--limit' is 1 to 2000.") }
        guard offset >= 0 else { throw ValidationError("'--offset' is 0 or more.") }
    }

    func run() throws {
        let session = try options.connection.connect()
        let reply = try options.connection.saying { () throws(DeskError) in
            try session.call(ListStock(store: options.storeID, offset: offset, limit: limit))
        }
        let table = ReportTable(
            columns: [
                "store", "marketplace_id", "sku", "asin", "title", "keeper", "available",
                "inbound", "reserved", "researching", "unfulfillable", "updated_at", "seen_at",
            ],
            rows: reply.stock.prefix(limit).map { view in
                let level = view.level
                return [
                    .text(view.store.rawValue), .text(level.marketplaceID), .text(level.sku),
                    .text(level.asin), .text(level.title),
                    .word(
                        level.keeper.rawValue, AccountRowStrings.keeper(level.keeper)),
                    .number(level.available), .number(level.inbound), .number(level.reserved),
                    .number(level.researching), .number(level.unfulfillable),
                    .time(level.updatedAt), .time(view.seenAt),
                ]
            })
        try options.print("inventory", table, reply.states)
    }
}
