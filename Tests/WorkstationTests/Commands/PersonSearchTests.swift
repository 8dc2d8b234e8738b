import HelpDesk
import Testing

@testable import Workstation

struct PersonSearchTests {
    private static func person(_ id: Int64, _ user: String, _ name: String) -> Person {
        Person(id: PersonID(id), unixUser: user, displayName: name, role: .agent, scope: .all)
    }

    private static let people = [
        person(1, "jmartin", "Julien"), person(2, "li", "李伟"), person(3, "lina", "Lina"),
        person(4, "tom", "Tom"),
    ]

    @Test(arguments: [
        ("li", 2 as Int64?), ("LINA", 3), ("lin", 3), ("李", 2), ("ul", nil), ("jul", 1),
        ("l", nil), ("nobody", nil),
    ])
    func findsOnePersonOrNone(_ text: String, _ expected: Int64?) {
        #expect(PersonSearch(text, among: Self.people).only?.id.rawValue == expected)
    }

    @Test func candidatesAreNamedInTheOrderOfCompletions() {
        var bench = Bench()
        bench.model.people = Self.people
        bench.press(":")
        bench.type("assign l")
        let found = CommandLinePane.completions(for: "assign l", bench.model).map(\.text)
        #expect(found == ["assign li", "assign lina", "assign jmartin"])
        bench.press("enter")
        #expect(bench.text.contains("Whom do you mean? 李伟 (li), Lina (lina)"))
        #expect(!bench.calls.contains { if case .assign = $0 { true } else { false } })
    }
}
