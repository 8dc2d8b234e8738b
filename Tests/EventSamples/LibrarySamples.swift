package import HelpDesk
package import SwiftExtensions

/// Templates, macros and people's own words, on top of `SampleEvents`.
package enum LibrarySamples {
    private static let time = SampleEvents.time

    package static func version(
        _ key: TemplateKey, _ number: Int, by author: PersonID? = Desk.ann, at time: Timestamp
    ) -> TemplateVersion {
        TemplateVersion(
            key: key, number: number, title: "Gruß \(number)", language: "de", category: .other,
            body: "Guten Tag, Nummer \(number).", stores: [Desk.us], marketplaces: ["US"],
            orderStates: [.shipped, .delivered], author: author, at: time)
    }

    package static func macro(
        _ name: MacroName, _ number: Int, at time: Timestamp
    ) -> MacroVersion {
        MacroVersion(
            name: name, number: number, title: "Late \(number)", categories: [.whereIsMyOrder],
            acts: [
                .template("hallo.de"), .tag("late"), .priority(.high),
                .hold(reason: "carrier", seconds: 86_400),
            ], author: Desk.ann, at: time)
    }

    private static func settled(_ number: Int, _ isApproved: Bool) -> DeskEvent {
        .library(
            .versionSettled(
                TemplateVerdict(
                    key: "hallo.de", number: number, isApproved: isApproved, by: Desk.bo,
                    reason: "r")))
    }

    private static let templates: [DeskEvent] = [
        .library(.adopted(version("folder.de", 1, by: nil, at: time))),
        .library(.versionSaved(version("hallo.de", 1, at: time))), settled(1, true),
        .library(.versionSaved(version("hallo.de", 2, at: time))), settled(2, false),
        .library(.cared(TemplateCare(key: "hallo.de", owner: Desk.bo, reviewDays: 30))),
        .library(.reviewed("hallo.de", number: 1)),
        .library(.retired("folder.de", reason: "r")), .library(.restored("folder.de")),
        .library(
            .touched(
                TemplateTouch(
                    key: "hallo.de", number: 1, ticket: TicketID(1), person: Desk.ann,
                    kind: .inserted))),
        .library(
            .checked(
                TemplateCheck(
                    stamp: "s",
                    faults: [TemplateFault(key: "hallo.de", number: 1, rules: ["CON-01"])]))),
    ]

    package static let all: [DeskEvent] =
        templates + [
            .library(.macroSaved(macro("late", 1, at: time))),
            .library(
                .macroSettled(
                    MacroVerdict(
                        name: "late", number: 1, isApproved: true, by: Desk.bo, reason: "r"))),
            .library(
                .macroRun(
                    MacroRun(name: "late", number: 1, ticket: TicketID(1), person: Desk.ann))),
            .library(.macroRetired("late")),
            .library(
                .wordKept(
                    OwnWord(id: OwnWordID(1), person: Desk.ann, kind: .snippet, digest: "d"))),
            .library(.wordDropped(OwnWordID(1))),
        ]
}
