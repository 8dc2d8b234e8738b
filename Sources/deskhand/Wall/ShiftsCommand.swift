import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct ShiftsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "shifts",
        abstract: "Who is planned when, against what usually arrives, and the gaps.",
        discussion: """
            Shifts are the calendars of people ('deskhand agents set') and groups; 'deskhand calendars' \
            changes them. Ends with 1 when hours have too few people.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "The first instant, such as 2026-03-01T00:00:00Z; without it now.")
    var from: InstantArgument?
    @Option(help: "How many days, 1 to 14.") var days: Int = 7

    func run() throws {
        guard (1...14).contains(days) else { throw ValidationError("'--days' is 1 to 14.") }
        let reply = try connection.answer(ShowShifts(from: from?.value, days: days))
        if connection.json {
            print(try JSONText.line(WallDocuments.shifts(reply)))
        } else {
            show(reply)
        }
        if !reply.coverage.gaps.isEmpty { throw CommandFailure(message: "", code: 1) }
    }

    private func show(_ reply: ShowShifts.Reply) {
        let words = connection.words
        let time = LocalTime(zone: reply.zone, language: connection.language)
        var table = TextTable(
            [WallStrings.person, RoutingTerms.shift].map { words($0) })
        for person in reply.people {
            let spans = person.spans.map {
                "\(time.moment($0.start, now: reply.from)) - \(time.clock($0.end))"
            }
            table.add(
                [person.name, person.calendar ?? words(WallStrings.noCalendar)], notes: spans)
        }
        connection.printTable(table, empty: WallStrings.nobodyPlanned)
        guard !reply.coverage.gaps.isEmpty else { return print(words(WallStrings.noGaps)) }
        print(words(WallStrings.gaps(reply.coverage.gaps.count)))
        for gap in reply.coverage.gaps {
            let missing = words(WallStrings.missing(WallStrings.number(gap.missingHours)))
            print(
                "  \(time.moment(gap.start, now: reply.from)) - \(time.clock(gap.end))  \(missing)")
        }
    }
}
