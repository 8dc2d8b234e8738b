import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The policies in the order in which they are asked, and the marketplaces' windows.
struct PolicyText {
    let reply: ListPolicies.Reply
    let words: Words
    let time: LocalTime
    let now: Timestamp
    let width: Int

    var lines: [TextLine] {
        var lines: [TextLine] = []
        if reply.policies.isEmpty {
            lines.append([StyledText(words(ClockStrings.noPolicies), .muted)])
        }
        for (index, policy) in reply.policies.enumerated() {
            lines.append(title(policy, index + 1))
            lines += conditions(policy)
            lines.append([StyledText("    " + targets(policy))])
        }
        lines += [[], [StyledText(words(ClockStrings.windows), .title)]]
        lines.append([StyledText("    " + words(ClockStrings.usualWindow), .muted)])
        for window in reply.windows {
            let place = window.marketplace?.rawValue ?? "*"
            let hours = TimeLeft.span(window.seconds)
            lines.append([
                StyledText("    \(place)  \(hours)  \(time.moment(window.from, now: now))")
            ])
        }
        return lines
    }

    private func title(_ policy: ResponsePolicy, _ place: Int) -> TextLine {
        var line: TextLine = [
            StyledText("\(place) \(policy.id.rawValue)", .title, .bold),
            StyledText("  v\(policy.version)"),
            StyledText("  \(policy.calendar.rawValue)", .muted),
        ]
        if !policy.isActive {
            line.append(StyledText("  (\(words(ClockStrings.inactive)))", .warning))
        }
        return line + [StyledText("  \(SafeText.line(policy.title))")]
    }

    private func conditions(_ policy: ResponsePolicy) -> [TextLine] {
        let fields = policy.conditions.fields
        guard !fields.isEmpty else {
            return [[StyledText("    " + words(ClockStrings.everything), .muted)]]
        }
        return FieldWords(words: words).lines(fields, indent: 4, width: width)
    }

    private func targets(_ policy: ResponsePolicy) -> String {
        let kinds: [(ClockKind, Int?)] = [
            (.first, policy.targets.first), (.next, policy.targets.next),
            (.resolve, policy.targets.resolve),
        ]
        return kinds.compactMap { kind, minutes in
            minutes.map { "\(words(ClockStrings.kind(kind))) \(Self.length($0))" }
        }.joined(separator: " · ")
    }

    /// `8:00` for 480 minutes.
    private static func length(_ minutes: Int) -> String {
        let start = Timestamp(seconds: 0)
        return TimeLeft.clock(until: start + .minutes(Int64(minutes)), now: start)
    }
}
