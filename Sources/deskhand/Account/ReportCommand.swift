import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract: "Figures of the desk, and what the platform reports of the accounts.",
        subcommands: [
            ReportKPI.self, ReportSLA.self, ReportBacklog.self, ReportAgents.self, ReportFAQ.self,
            ReportSatisfaction.self, ReportQuality.self, ReportReconcile.self, ReportAmazon.self,
            ReportHealth.self, ReportSettlement.self, ReportReturns.self, ReportFeedback.self,
            ReportRefresh.self,
        ])
}

struct ReportHealth: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account-health", abstract: "Account health, with what needs attention.")

    @OptionGroup var options: ReportOptions

    func run() throws {
        let session = try options.connection.connect()
        let reply = try options.connection.saying { () throws(DeskError) in
            try session.call(ShowAccount(store: options.storeID))
        }
        var table = ReportTable(
            columns: [
                "store", "marketplace_id", "kind", "name", "status", "level", "reason", "value",
                "target", "condition", "count", "total", "from", "to", "reported_at",
            ], rows: [])
        for account in reply.accounts {
            for line in account.health?.lines ?? [] {
                let entry = line.entry
                table.rows.append([
                    .text(account.store.rawValue), .text(entry.marketplaceID),
                    .text(entry.kind.rawValue),
                    .word(entry.name, AccountStrings.metric(entry.name)), .text(entry.status),
                    .word(
                        line.verdict.level.rawValue, AccountStrings.level(line.verdict.level)),
                    .word(
                        line.verdict.reason.rawValue,
                        AccountStrings.reason(line.verdict.reason)),
                    .text(entry.value), .text(entry.target), .text(entry.condition),
                    .number(entry.count), .number(entry.total), .time(entry.from),
                    .time(entry.to), .time(account.health?.createdAt),
                ])
            }
        }
        try options.print(
            "account-health", table, reply.accounts.compactMap { $0.task(.health) })
    }
}

struct ReportSettlement: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "settlement", abstract: "Settlements, and whether their lines add up.")

    @OptionGroup var options: ReportOptions
    @OptionGroup var span: SpanOptions
    @Flag(help: "Every line instead of one row for each settlement.") var lines = false
    @Option(help: "Only the settlement of this number.") var settlement: String?

    func run() throws {
        let session = try options.connection.connect()
        let reply = try options.connection.saying { () throws(DeskError) in
            try session.call(
                ListSettlements(
                    store: options.storeID, settlement: settlement, from: span.start,
                    to: span.end, withLines: lines))
        }
        try options.print(
            "settlement",
            lines ? Self.lines(reply.settlements) : Self.heads(reply.settlements), reply.states)
    }

    private static func heads(_ settlements: [SettlementView]) -> ReportTable {
        ReportTable(
            columns: [
                "store", "settlement_id", "start", "end", "deposited_at", "total", "currency",
                "sum", "is_balanced", "line_count",
            ],
            rows: settlements.map { view in
                [
                    .text(view.store.rawValue), .text(view.settlementID), .time(view.start),
                    .time(view.end), .time(view.depositedAt), .text(view.total.amount),
                    .text(view.total.currency), .text(view.sum), .flag(view.isBalanced),
                    .number(view.lineCount),
                ]
            })
    }

    private static func lines(_ settlements: [SettlementView]) -> ReportTable {
        ReportTable(
            columns: [
                "store", "settlement_id", "line", "transaction_type", "amount_type",
                "amount_description", "amount", "currency", "order_id", "sku", "quantity",
                "marketplace", "posted_at",
            ],
            rows: settlements.flatMap { view in
                view.lines.map { line in
                    [
                        .text(view.store.rawValue), .text(view.settlementID), .number(line.line),
                        .text(line.transactionType), .text(line.amountType),
                        .text(line.amountDescription), .text(line.amount),
                        .text(view.total.currency), .text(line.order?.rawValue), .text(line.sku),
                        .number(line.quantity), .text(line.marketplaceName),
                        .time(line.postedAt),
                    ]
                }
            })
    }
}

struct ReportReturns: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "returns", abstract: "Returns that buyers asked for.")

    @OptionGroup var options: ReportOptions
    @OptionGroup var span: SpanOptions
    @Option(help: "Only this order.") var order: String?

    func run() throws {
        let session = try options.connection.connect()
        let reply = try options.connection.saying { () throws(DeskError) in
            try session.call(
                ListReturns(
                    store: options.storeID, order: order.map { OrderID($0) }, from: span.start,
                    to: span.end))
        }
        let table = ReportTable(
            columns: [
                "store", "order_id", "rma", "requested_at", "status", "sku", "asin", "title",
                "quantity", "reason", "resolution", "carrier", "tracking_number", "is_claimed",
                "refunded", "currency", "is_order_known",
            ],
            rows: reply.returns.map { view in
                let item = view.item
                return [
                    .text(view.store.rawValue), .text(item.order.rawValue), .text(item.rma),
                    .time(item.requestedAt), .text(item.status), .text(item.sku),
                    .text(item.asin), .text(item.title), .number(item.quantity),
                    .text(item.reason), .text(item.resolution), .text(item.carrier),
                    .text(item.trackingNumber), .flag(item.isClaimed),
                    .text(item.refunded?.amount), .text(item.refunded?.currency),
                    .flag(view.isOrderKnown),
                ]
            })
        try options.print("returns", table, reply.states)
    }
}

struct ReportFeedback: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "feedback", abstract: "Ratings that buyers gave the seller.")

    @OptionGroup var options: ReportOptions
    @OptionGroup var span: SpanOptions

    func run() throws {
        let session = try options.connection.connect()
        let reply = try options.connection.saying { () throws(DeskError) in
            try session.call(
                ListFeedback(store: options.storeID, from: span.start, to: span.end))
        }
        let table = ReportTable(
            columns: [
                "store", "order_id", "date", "rating", "comment", "response", "is_order_known",
            ],
            rows: reply.feedback.map { view in
                [
                    .text(view.store.rawValue), .text(view.feedback.order.rawValue),
                    .time(view.feedback.date), .number(view.feedback.rating),
                    .text(view.feedback.comment), .text(view.feedback.response),
                    .flag(view.isOrderKnown),
                ]
            })
        try options.print("feedback", table, reply.states)
    }
}

struct ReportRefresh: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refresh", abstract: "Have reports made now; they come in the background.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "Only this store.") var store: String?
    @Option(help: "Only this: account-health, settlement, returns, feedback, inventory, …")
    var topic: String?

    func validate() throws {
        if let topic, AccountTopic(rawValue: topic) == nil {
            let known = AccountTopic.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'--topic' is one of: \(known).")
        }
    }

    func run() throws {
        let session = try connection.connect()
        _ = try connection.saying { () throws(DeskError) in
            try session.call(
                RefreshAccount(
                    store: store.map { StoreID($0) },
                    topic: topic.flatMap(AccountTopic.init(rawValue:))))
        }
        StandardError.say(connection.words(ReportStrings.asked))
    }
}
