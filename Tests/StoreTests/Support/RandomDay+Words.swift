import HelpDesk
import Store
import SwiftExtensions

/// What people and the desk say of words: the kind of a question, letters that sound worn.
extension RandomDay {
    mutating func words(on ticket: TicketID) throws {
        guard let stored = try desk.read({ try $0.ticket(ticket) }) else { return }
        try desk.record(
            .category(
                .set(
                    CategorySetting(
                        ticket: ticket, message: nil, from: stored.category,
                        to: pick(InquiryCategory.allCases), person: Desk.ann))))
        try desk.record(
            .category(
                .trained(
                    CategoryTraining(
                        version: Int(counter), samples: 40, rightBefore: 20, rightAfter: 30,
                        digest: String(repeating: "a", count: 64)))))
        try desk.record(
            .quality(
                .wordingWarned(
                    WordingWarning(
                        ticket: ticket, person: Desk.ann, rule: pick(["ORI-01", "ORI-03"]),
                        percent: pick([nil, 91])))))
        guard Int.random(in: 0..<2, using: &random) == 0 else { return }
        try desk.record(
            .quality(
                .wordingChosen(
                    WordingChoice(ticket: ticket, person: Desk.ann, kept: pick([[], ["ORI-01"]])))))
    }
}
