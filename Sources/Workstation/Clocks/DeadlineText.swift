import HelpDesk
package import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
package import Wire

/// A ticket's deadlines with their derivations, for the pane and the command line alike.
package struct DeadlineText {
    let reply: ExplainDeadlines.Reply
    let words: Words
    let time: LocalTime

    package init(reply: ExplainDeadlines.Reply, words: Words, time: LocalTime) {
        self.reply = reply
        self.words = words
        self.time = time
    }

    /// For a pipe or a plain terminal.
    package var plain: [String] {
        lines.map { line in line.map(\.text).joined() }
    }

    var lines: [TextLine] {
        guard !reply.clocks.isEmpty else {
            return [[StyledText(words(ClockStrings.noClocks), .muted)]]
        }
        var lines: [TextLine] = []
        if let actBy = reply.actBy, let band = reply.band {
            let text = words(ClockStrings.actBy(moment(actBy), words(ClockStrings.band(band))))
            let mark = Band(band)
            lines.append([StyledText("\(mark.mark) \(text)", mark.style)])
        }
        if let since = reply.blindSince {
            lines.append([StyledText(words(ClockStrings.blind(moment(since))), .warning)])
        }
        for clock in reply.clocks {
            if !lines.isEmpty { lines.append([]) }
            lines.append(title(clock))
            lines += clock.steps.flatMap(step).map { [StyledText("    " + $0)] }
            if let next = clock.nextWarning {
                let text = words(StepStrings.nextWarning(moment(next)))
                lines.append([StyledText("    " + text, .muted)])
            }
        }
        return lines
    }

    private func title(_ clock: ClockExplanation) -> TextLine {
        let isLive = clock.state.isLive
        let subject: String? =
            switch clock.key.subject {
            case .debt: nil
            case .hold, .deskCase, .note: clock.key.subject.text
            }
        let facts = [subject, words(ClockStrings.state(clock.state))].compactMap { $0 }
        var line: TextLine = [
            StyledText(words(ClockStrings.kind(clock.key.kind)), isLive ? .title : .muted, .bold),
            StyledText("  " + facts.joined(separator: " · "), isLive ? .text : .muted),
        ]
        if isLive, let due = clock.due {
            let left = TimeLeft.clock(until: due, now: reply.now)
            line.append(StyledText("  \(moment(due))  \(left)", .info))
        }
        return line
    }

    private func step(_ step: DeadlineStep) -> [String] {
        switch step {
        case .began(let at, let isEstimated):
            [words(StepStrings.began(moment(at), isEstimated: isEstimated))]
        case .policy(let version, let title, let matched): policy(version, title, matched)
        case .calendar(let version, let zone):
            [words(StepStrings.calendar(version.id.rawValue, version.version, zone))]
        case .target(let seconds, let isWorking):
            [words(StepStrings.target(length(seconds), isWorking: isWorking))]
        case .span(let from, let to, let seconds):
            [words(StepStrings.span(moment(from), moment(to), length(seconds)))]
        case .moreSpans(let count, let seconds):
            [words(StepStrings.moreSpans(count, length(seconds)))]
        case .pause(let from, let to): [words(StepStrings.pause(moment(from), to.map(moment)))]
        case .retarget(let at, let cause, let old, let new):
            [words(StepStrings.retarget(moment(at), cause, optional(old), optional(new)))]
        case .due(let at): [words(StepStrings.due(moment(at)))]
        case .sendBy(let at): [words(StepStrings.sendBy(moment(at)))]
        case .paused: [words(StepStrings.paused)]
        case .breached(let at, let cause): [words(StepStrings.breached(moment(at), cause))]
        case .excused(let category, let reason):
            [words(StepStrings.excused(category, SafeText.line(reason)))]
        case .ended(let at, let state): [words(StepStrings.ended(moment(at), state))]
        }
    }

    private func policy(
        _ version: PolicyVersion, _ title: String, _ matched: [PolicyConditions.Name]
    ) -> [String] {
        let name = words(
            StepStrings.policy(version.id.rawValue, version.version, SafeText.line(title)))
        guard !matched.isEmpty else { return [name] }
        let conditions = matched.map(\.rawValue).joined(separator: ", ")
        return [name + ", " + words(StepStrings.matched(conditions))]
    }

    private func moment(_ instant: Timestamp) -> String {
        time.moment(instant, now: reply.now)
    }

    private func optional(_ instant: Timestamp?) -> String { instant.map(moment) ?? "-" }

    /// `8:00` hours for 28,800 seconds.
    private func length(_ seconds: Int64) -> String {
        let start = Timestamp(seconds: 0)
        return TimeLeft.clock(until: start + .seconds(seconds), now: start)
    }
}
