import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// A report of figures: each kind is a command of its own, so that help and completion know it.
protocol FigureReport: ParsableCommand {
    static var kind: ReportKind { get }
    var options: FigureOptions { get }
}

extension FigureReport {
    mutating func run() throws { try options.run(Self.kind) }
}

struct ReportKPI: FigureReport {
    static let configuration = CommandConfiguration(
        commandName: "kpi", abstract: "Key figures: late rate, response and resolution times, …")
    static let kind = ReportKind.kpi
    @OptionGroup var options: FigureOptions
}

struct ReportSLA: FigureReport {
    static let configuration = CommandConfiguration(
        commandName: "sla", abstract: "Breaches, raw and net, and whose they were.")
    static let kind = ReportKind.sla
    @OptionGroup var options: FigureOptions
}

struct ReportBacklog: FigureReport {
    static let configuration = CommandConfiguration(
        commandName: "backlog", abstract: "What is owed, how old it is, and day by day.")
    static let kind = ReportKind.backlog
    @OptionGroup var options: FigureOptions
}

struct ReportAgents: FigureReport {
    static let configuration = CommandConfiguration(
        commandName: "agents", abstract: "Work and load of each person.")
    static let kind = ReportKind.agents
    @OptionGroup var options: FigureOptions
}

struct ReportFAQ: FigureReport {
    static let configuration = CommandConfiguration(
        commandName: "faq", abstract: "What buyers ask, by category and in like words.")
    static let kind = ReportKind.faq
    @OptionGroup var options: FigureOptions
}

struct ReportSatisfaction: FigureReport {
    static let configuration = CommandConfiguration(
        commandName: "satisfaction", abstract: "Ratings, and what Amazon says of the accounts.")
    static let kind = ReportKind.satisfaction
    @OptionGroup var options: FigureOptions
}

struct ReportQuality: FigureReport {
    static let configuration = CommandConfiguration(
        commandName: "quality", abstract: "What judged answers come to, and how judges agree.")
    static let kind = ReportKind.quality
    @OptionGroup var options: FigureOptions
}

struct ReportReconcile: FigureReport {
    static let configuration = CommandConfiguration(
        commandName: "reconcile", abstract: "The desk's late rate beside Amazon's own numbers.")
    static let kind = ReportKind.reconcile
    @OptionGroup var options: FigureOptions
}

/// Notes what Seller Central shows, for `reconcile`.
struct ReportAmazon: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "amazon", abstract: "Note Amazon's own numbers, as Seller Central shows them.")

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "The store.") var store: String
    @Option(help: "Last day of Amazon's window, such as 2026-03-31.") var day: String
    @Option(help: "Days of the window: 7, 30 or 90.") var days: Int
    @Option(help: "Late share in percent.") var late: Double?
    @Option(help: "Answered over 24 h, in percent.") var over: Double?
    @Option(help: "No response, in percent.") var noResponse: Double?
    @Option(help: "Messages that Amazon counted.") var messages: Int?

    func run() throws {
        let session = try connection.connect()
        let figure = AmazonFigure(
            store: StoreID(store), day: day, days: days, lateRate: late.map { $0 / 100 },
            overDay: over.map { $0 / 100 }, noResponse: noResponse.map { $0 / 100 },
            messages: messages)
        _ = try connection.saying { () throws(DeskError) in
            try session.call(NoteAmazonFigure(figure: figure))
        }
    }
}
