import ArgumentParser
import CoreClient
import HelpDesk
import Localization
import SwiftExtensions
import Wire
import Workstation

struct ForecastCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "forecast",
        abstract: "Which owed answers will be late, and what would help (supervisors).",
        discussion: """
            Plays the queue under the planned shifts 500 times with what usually arrives. Ends with 1 \
            when at least one breach is expected.
            """)

    @OptionGroup var connection: ConnectionOptions
    @Option(help: "How far to look, 1 to 72 hours.") var hours: Int = 24

    func run() throws {
        guard (1...72).contains(hours) else { throw ValidationError("'--hours' is 1 to 72.") }
        let (reply, now) = try connection.ask(ShowForecast(hours: hours))
        if connection.json {
            print(try JSONText.line(WallDocuments.forecast(reply)))
        } else {
            for line in ForecastLines(reply: reply, now: now, words: connection.words).all {
                print(line)
            }
        }
        if reply.forecast.expected >= 1 { throw CommandFailure(message: "", code: 1) }
    }
}

/// A forecast as lines for a terminal or a pipe.
private struct ForecastLines {
    let reply: ShowForecast.Reply
    let now: Timestamp
    let words: Words

    var all: [String] {
        let forecast = reply.forecast
        var lines = [
            words(
                WallStrings.expected(
                    WallStrings.number(forecast.expected), hours: forecast.hours,
                    low: forecast.low, high: forecast.high))
        ]
        if let option = reply.option { lines.append(advice(option)) }
        if forecast.lateAlready > 0 {
            lines.append(words(WallStrings.lateAlready(forecast.lateAlready)))
        }
        if reply.withoutPlan > 0 { lines.append(words(WallStrings.withoutPlan(reply.withoutPlan))) }
        var table = TextTable(
            [RoutingTerms.ticket, WallStrings.chance, WallStrings.platformDue].map { words($0) })
        for risk in forecast.risks {
            table.add([
                "#\(risk.ticket.rawValue)", FigureText.text(risk.chance, .share),
                "\(TimeLeft.clock(until: risk.due, now: now))  \(risk.due.iso8601)",
            ])
        }
        return lines + table.lines
    }

    private func advice(_ option: ForecastOption) -> String {
        let change =
            switch option.change {
            case .wakeParked: words(WallStrings.wakeParked)
            case .overflowOn: words(WallStrings.overflowOn)
            case .oneMoreHour(_, let from):
                words(WallStrings.oneMoreHour(reply.optionName ?? "?", from: from.iso8601))
            }
        return words(WallStrings.helps(change, left: WallStrings.number(option.expected)))
    }
}
