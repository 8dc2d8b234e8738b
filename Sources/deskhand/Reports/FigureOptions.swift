import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire

/// What every report of figures takes: the window, the breakdown, the filters, and how to print.
struct FigureOptions: ParsableArguments {
    @OptionGroup var connection: ConnectionOptions
    @Option(
        help: "First day, such as 2026-03-01, in your zone, or an instant. 30 days ago without.")
    var from: String?
    @Option(help: "Last day, or an instant. Today without.") var to: String?
    @Option(
        name: .customLong("by"), parsing: .singleValue,
        help: "store, marketplace, language, category, person, day, week or month; twice at most.")
    var dimensions: [String] = []
    @Option(help: "Only this store.") var store: String?
    @Option(help: "Only this marketplace, such as DE.") var marketplace: String?
    @Option(help: "Only this language, such as de.") var language: String?
    @Option(help: "Only this category.") var category: String?
    @Option(help: "Only this person, by Unix user, name or number.") var person: String?
    @Flag(help: "Print comma-separated values with a heading.") var csv = false
    @Option(help: "Write one page with charts to this file; it needs nothing else to be read.")
    var html: String?
    @Option(help: "Print the rows that this figure is of, such as late-rate.") var rows: String?
    @Option(
        parsing: .singleValue, help: "With --rows: only this group, a value for each --by in order."
    )
    var group: [String] = []

    func validate() throws {
        if [csv, connection.json, html != nil].count(where: { $0 }) > 1 {
            throw ValidationError("'--csv', '--json' and '--html' exclude each other.")
        }
        for word in dimensions where ReportDimension(rawValue: word) == nil {
            let known = ReportDimension.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'--by' is one of: \(known).")
        }
        guard dimensions.count <= 2 else { throw ValidationError("'--by' stands twice at most.") }
        if let rows, FigureKind(rawValue: rows)?.opened == nil {
            let known = FigureKind.allCases.filter { $0.opened != nil }.map(\.rawValue)
            throw ValidationError("'--rows' is one of: \(known.joined(separator: ", ")).")
        }
        if let category, InquiryCategory(rawValue: category) == nil {
            let known = InquiryCategory.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("'--category' is one of: \(known).")
        }
        for text in [from, to].compactMap({ $0 }) where ReportDay.start(text, zone: "UTC") == nil {
            throw ValidationError("'\(text)' is no day such as 2026-03-01.")
        }
    }

    func run(_ kind: ReportKind) throws {
        let session = try connection.connect()
        let request = try request(kind, session)
        if let figure = rows.flatMap(FigureKind.init(rawValue:)) {
            return try open(figure, request, session)
        }
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(RunReport(request: request))
        }
        try print(reply.report)
    }

    private func request(_ kind: ReportKind, _ session: CoreSession) throws -> ReportRequest {
        let zone = session.hello.timeZone
        let now = session.hello.now
        let today = ReportDay.name(of: now, zone: zone)
        let first = ReportDay.name(of: now - .days(29), zone: zone)
        guard let start = ReportDay.start(from ?? first, zone: zone),
            let end = ReportDay.end(to ?? today, zone: zone)
        else { throw ValidationError("This is no span of days.") }
        return ReportRequest(
            kind: kind, from: start, to: end,
            by: dimensions.compactMap(ReportDimension.init(rawValue:)),
            store: store.map { StoreID($0) }, marketplace: marketplace.map { MarketplaceCode($0) },
            language: language.map { LanguageCode($0) },
            category: category.flatMap(InquiryCategory.init(rawValue:)),
            person: try person.map { try Self.person($0, connection, session) })
    }

    private static func person(
        _ name: String, _ connection: ConnectionOptions, _ session: CoreSession
    ) throws -> PersonID {
        if let number = Int64(name) { return PersonID(number) }
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(ListPeople())
        }
        let found = reply.people.first { $0.unixUser == name || $0.displayName == name }
        guard let found else { throw ValidationError("There is nobody called '\(name)'.") }
        return found.id
    }

    private func print(_ report: ReportView) throws {
        let words = connection.words
        if let html {
            try ReportFile.write(ReportPage(report, words).html, to: html, words)
        } else if connection.json {
            Swift.print(try JSONText.line(ReportJSON.document(report, words)))
        } else if csv {
            for line in ReportLines.table(report, words).commaSeparated { Swift.print(line) }
        } else {
            for line in ReportLines.lines(report, words) { Swift.print(line) }
        }
    }

    private func open(
        _ figure: FigureKind, _ request: ReportRequest, _ session: CoreSession
    ) throws {
        let reply = try connection.saying { () throws(DeskError) in
            try session.call(
                OpenFigure(request: request, figure: figure, keys: group, limit: 5_000))
        }
        let table = ReportTable(
            columns: [
                "ticket", "item", "store", "person", "start", "end", "state", "subject", "points",
            ],
            rows: reply.rows.map { row in
                [
                    .number(row.ticket.map { Int($0.rawValue) }), .number(Int(row.item)),
                    .text(row.store?.rawValue), .text(row.person), .time(row.start),
                    .time(row.end), .text(row.state?.rawValue), .text(row.subject),
                    .decimal(row.points),
                ]
            })
        if connection.json {
            Swift.print(
                try JSONText.line(
                    RowsDocument(figure: figure.rawValue, n: reply.count, rows: table)))
        } else {
            let lines = csv ? table.commaSeparated : table.lines(connection.words)
            for line in lines { Swift.print(line) }
            if reply.count > reply.rows.count {
                StandardError.say("\(reply.rows.count) / \(reply.count)")
            }
        }
    }
}

/// The rows of a figure as `--json` prints them.
private struct RowsDocument: Encodable {
    var figure: String
    var n: Int
    var rows: ReportTable
}

/// Days in a zone, as the command line takes them.
enum ReportDay {
    /// When a day begins, or the instant that is named.
    static func start(_ text: String, zone: String) -> Timestamp? {
        if let instant = Timestamp(iso8601: text) { return instant }
        guard let day = Timestamp(iso8601: text + "T00:00:00Z") else { return nil }
        return LocalTime(zone: zone, language: .english).instant(showing: day)
    }

    /// When a day ends, or the instant that is named.
    static func end(_ text: String, zone: String) -> Timestamp? {
        if let instant = Timestamp(iso8601: text) { return instant }
        guard let day = Timestamp(iso8601: text + "T00:00:00Z") else { return nil }
        return LocalTime(zone: zone, language: .english).instant(showing: day + .days(1))
    }

    static func name(of instant: Timestamp, zone: String) -> String {
        let day = LocalTime(zone: zone, language: .english).civil(instant)
        let parts = [day.month, day.day].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(day.year)-\(parts[0])-\(parts[1])"
    }
}
