package import HelpDesk

/// People's words about categories, and what was learnt, on top of `SampleEvents`.
package enum CategorySamples {
    package static let all: [DeskEvent] = [
        .quality(
            .wordingWarned(
                WordingWarning(
                    ticket: TicketID(1), person: Desk.ann, rule: "ORI-01", percent: 91))),
        .quality(
            .wordingWarned(
                WordingWarning(
                    ticket: TicketID(1), person: Desk.ann, rule: "ORI-03", percent: nil))),
        .quality(
            .wordingWarned(
                WordingWarning(
                    ticket: TicketID(1), person: Desk.ann, rule: "CON-01", percent: nil))),
        .quality(
            .wordingChosen(
                WordingChoice(ticket: TicketID(1), person: Desk.ann, kept: ["ORI-01"]))),
        .category(
            .set(
                CategorySetting(
                    ticket: TicketID(1), message: MessageID(1), from: .other, to: .wrongItem,
                    person: Desk.ann))),
        .category(
            .trained(
                CategoryTraining(
                    version: 1, samples: 40, rightBefore: 20, rightAfter: 30,
                    digest: String(repeating: "a", count: 64)))),
    ]
}
