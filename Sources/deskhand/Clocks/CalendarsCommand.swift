import ArgumentParser
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct CalendarsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "calendars", abstract: "When people work: the calendars of working time.",
        subcommands: [
            CalendarsList.self, CalendarsShow.self, CalendarsHistory.self, CalendarsSave.self,
        ])
}

struct CalendarsList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The calendars with their next 14 days.")

    @OptionGroup var connection: ConnectionOptions

    func run() throws {
        for view in try connection.answer(ListCalendars()).calendars {
            guard !connection.json else {
                print(try JSONText.line(view))
                continue
            }
            let calendar = view.calendar
            print(
                SafeText.line(
                    "\(calendar.id)  v\(calendar.version)  \(calendar.zone)  \(calendar.title)"))
            for day in view.days.dropFirst() {
                let spans = day.spans.map(\.text).joined(separator: " ")
                let label = day.label.map { "  \($0)" } ?? ""
                print(SafeText.line("    \(day.day)  \(spans.isEmpty ? "-" : spans)\(label)"))
            }
        }
    }
}

struct CalendarsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "A calendar as the JSON document that `save` takes.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The calendar's name.") var calendar: String

    func run() throws {
        let reply = try connection.answer(ShowCalendar(calendar: CalendarID(calendar)))
        print(try JSONText.line(reply.view.calendar, isPretty: !connection.json))
    }
}

struct CalendarsHistory: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "All versions of a calendar and what each changed.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "The calendar's name.") var calendar: String

    func run() throws {
        let reply = try connection.answer(ShowCalendar(calendar: CalendarID(calendar)))
        try connection.printVersions(reply.versions) { $0.version }
    }
}

struct CalendarsSave: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "save",
        abstract: "Keep a calendar as its next version (admins).",
        discussion: """
            The document's version is the one it was made from, 0 for a new calendar. Days are \
            2026-03-09 or, for every year, *-10-01; spans are 09:00-12:00, over midnight too.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "A JSON file, or '-' for standard input.") var file: String

    func run() throws {
        let calendar = try connection.document(WorkCalendar.self, from: file)
        let saved = try connection.answer(SaveCalendar(calendar: calendar)).calendar
        if connection.json {
            print(try JSONText.line(saved))
        } else {
            print("\(saved.id)  v\(saved.version)")
        }
    }
}
