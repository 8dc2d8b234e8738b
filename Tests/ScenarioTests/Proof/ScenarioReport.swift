import Foundation
import HelpDesk
import SwiftExtensions

/// The figures of a run, for docs/performance.md.
struct ScenarioReport {
    let size: ScenarioSize
    let scenario: Scenario
    let calls: CallProof
    let replies: ReplyProof.Result
    let time: Duration

    func print() {
        let seconds = Double(time.wholeMilliseconds) / 1000
        let mails = scenario.mails.mails.count + scenario.bounces.count
        let lines = [
            "\(size.name): \(size.stores) stores, \(size.days) days, \(size.orders) orders, "
                + "\(mails) mails, \(scenario.ticks) ticks, \(rounded(seconds)) s",
            "\(scenario.mails.words.count) buyer messages, \(scenario.mails.copies) copies, "
                + "\(scenario.mails.claims.count) claims, \(scenario.bounces.count) bounces",
            "calls \(calls.log.count): \(listed(calls.byOperation))",
            "faults \(rounded(calls.faultShare * 100)) %: \(listed(calls.byKind))",
            "429 earned \(calls.earned429s), searches \(rounded(calls.searchShare * 100)) % of "
                + "the permitted rate",
            "answers \(scenario.agents.answers.count): "
                + listed(
                    Dictionary(
                        uniqueKeysWithValues: replies.states.map { ($0.key.rawValue, $0.value) }))
                + "; unknown that had arrived \(replies.unknownArrived) of \(replies.unknown)",
            "\(rounded(Double(mails + scenario.agents.answers.count) / seconds)) mails in and out "
                + "a second beside \(rounded(Double(calls.log.count) / seconds)) calls a second",
        ]
        let text = lines.map { "scenario: \($0)\n" }.joined()
        FileHandle.standardError.write(Data(text.utf8))
    }

    private func listed(_ counts: [String: Int]) -> String {
        counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: ", ")
    }

    private func rounded(_ number: Double) -> String { String((number * 10).rounded() / 10) }
}
