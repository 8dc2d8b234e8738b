package import HelpDesk

/// People's words about categories, and what was learnt, on top of `SampleEvents`.
package enum CategorySamples {
    package static let all: [DeskEvent] = [
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
