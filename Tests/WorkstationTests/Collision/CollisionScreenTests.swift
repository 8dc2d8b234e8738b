import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Testing
import Wire

@testable import Workstation

/// What people see of each other on the fixed evening.
struct CollisionScreenTests {
    private static let sizes = [(80, 24), (200, 50)]

    private func bench(_ width: Int, _ height: Int, _ language: InterfaceLanguage) -> Bench {
        var bench = Bench(width: width, height: height, language: language)
        func person(
            _ id: Int64, _ name: String, _ activity: PresenceActivity, _ minutes: Int64
        ) -> PresentPerson {
            PresentPerson(
                person: PersonID(id), name: name, activity: activity,
                since: Fixture.now - .minutes(minutes),
                characters: activity == .composing ? 214 : nil)
        }
        let people: [[PresentPerson]] = [
            [person(2, "王芳", .viewing, 1)],
            [person(2, "王芳", .composing, 3), person(3, "Tom", .viewing, 1)],
            [person(3, "Tom", .noting, 2)],
            [person(4, "Alexandrine", .silent, 5)],
            [person(4, "Alexandrine", .drafting, 5)],
        ]
        let presences = zip(bench.rows, people).map { row, people in
            TicketPresence(ticket: row.id, store: row.ticket.store, people: people)
        }
        bench.feed(.pushed(.presenceChanged(presences)))
        return bench
    }

    @Test(arguments: sizes, InterfaceLanguage.allCases)
    func theList(_ size: (Int, Int), _ language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("j")
        bench.settle()
        try expectScreen(
            bench.screen, "company-inbox-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: sizes, InterfaceLanguage.allCases)
    func theConversation(_ size: (Int, Int), _ language: InterfaceLanguage) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("j enter")
        bench.settle()
        try expectScreen(
            bench.screen, "company-thread-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: sizes, InterfaceLanguage.allCases)
    func theQuestionBeforeASecondComposer(
        _ size: (Int, Int), _ language: InterfaceLanguage
    ) throws {
        var bench = bench(size.0, size.1, language)
        bench.press("j r")
        try expectScreen(bench.screen, "held-\(size.0)x\(size.1)-\(language.rawValue)")
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func aDraftBeside(_ language: InterfaceLanguage) throws {
        var bench = bench(80, 24, language)
        bench.press("j r")
        bench.press("d")
        bench.type("Bonjour Camille,")
        bench.settle()
        try expectScreen(bench.screen, "beside-80x24-\(language.rawValue)")
    }

    @Test(arguments: InterfaceLanguage.allCases)
    func theQuestionBeforeASecondAnswer(_ language: InterfaceLanguage) throws {
        var bench = Bench(language: language)
        bench.press("j r")
        bench.type("Bonjour Camille,")
        let now = bench.model.now
        bench.sendOutcome = .answered([
            RecentAnswer(
                mark: .reply(OutboxID(9)), ticket: bench.rows[1].id, author: PersonID(2),
                authorName: "王芳", at: now - .seconds(14), body: "Voici la facture."),
            RecentAnswer(
                mark: .message(MessageID(5)), ticket: bench.rows[4].id, author: nil,
                authorName: nil, at: now - .seconds(80), body: "Vous l'avez reçue hier."),
        ])
        bench.press("ctrl-s")
        try expectScreen(bench.screen, "answered-80x24-\(language.rawValue)")
    }
}
