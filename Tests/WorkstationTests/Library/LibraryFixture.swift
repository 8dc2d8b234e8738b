import HelpDesk
import SwiftExtensions
import Wire

@testable import Workstation

enum LibraryFixture {
    private static let start = Fixture.now - .days(100)

    static func version(
        _ key: TemplateKey, _ number: Int, _ title: String, _ language: LanguageCode,
        _ body: String
    ) -> TemplateVersion {
        TemplateVersion(
            key: key, number: number, title: title, language: language, category: .whereIsMyOrder,
            body: body, author: number == 1 ? nil : PersonID(2),
            at: start + .days(Int64(number * 30)))
    }

    static let late1 = version(
        "late.de", 1, "Paket verspätet", "de",
        "{{buyer.greeting}}\n\nIhr Paket ist unterwegs.\n\n{{agent.alias}}")
    static let late2 = version(
        "late.de", 2, "Paket verspätet", "de",
        "{{buyer.greeting}}\n\nIhr Paket ist bis {{today+3d}} bei Ihnen.\n\n{{agent.alias}}")
    static let broken = version(
        "contact.en", 1, "How to reach \u{1B}[31mus", "en", "Please write to us.")
    static let japanese = version("okure.ja", 1, "お荷物の遅延について", "ja", "お荷物は明日届きます。")

    static func view(
        _ newest: TemplateVersion, _ state: TemplateState, offered: TemplateVersion?,
        faults: [String] = [], isOverdue: Bool = false, maySettle: Bool = false
    ) -> TemplateEntryView {
        TemplateEntryView(
            entry: TemplateEntry(
                key: newest.key, current: offered?.number, owner: PersonID(2),
                reviewedAt: start),
            newest: TemplateVersionView(
                version: newest, state: state, authorName: newest.author.map { _ in "王芳" },
                settledBy: nil, settledAt: nil, reason: nil, maySettle: maySettle),
            offered: offered, ownerName: "王芳", faults: faults, isOverdue: isOverdue,
            isBehind: false, isUnused: false)
    }

    /// A first version that waits: all it says is for its approver to read.
    static let fresh: TemplateDetail = {
        var first = version("fresh.de", 1, "Adresse", "de", "Guten Tag.")
        first.category = .addressChange
        first.orderStates = [.unshipped, .shipped]
        let entry = view(first, .waiting, offered: nil, maySettle: true)
        return TemplateDetail(view: entry, versions: [entry.newest], figures: [])
    }()

    static let waiting = view(late2, .waiting, offered: late1, maySettle: true)
    static let templates = [
        view(broken, .offered, offered: broken, faults: ["DIV-04"]), waiting,
        view(japanese, .offered, offered: japanese, isOverdue: true),
        view(version("fine.fr", 1, "Facture", "fr", "Bonjour."), .offered, offered: late1),
    ]

    static let detail: TemplateDetail = {
        var figures = TemplateFigures(key: "late.de", number: 1)
        (figures.inserted, figures.sent, figures.blocked) = (52, 41, 3)
        figures.suggested = 17
        figures.unchanged = TemplateShare(22, of: 41)
        figures.quiet = TemplateShare(30, of: 38)
        figures.reopened = TemplateShare(2, of: 12)
        return TemplateDetail(
            view: waiting,
            versions: [
                waiting.newest,
                TemplateVersionView(
                    version: late1, state: .offered, authorName: nil, settledBy: nil,
                    settledAt: nil, reason: nil, maySettle: false),
            ], figures: [figures],
            keeping: [
                TemplateKeeping(
                    at: start + .days(70), by: "Tom", act: .owner, old: "", new: "王芳"),
                TemplateKeeping(
                    at: start + .days(70), by: "Tom", act: .reviewDays, old: "90", new: "30"),
            ])
    }()

    static let macro = MacroView(
        version: MacroVersion(
            name: "late", number: 2, title: "Late parcel: calm and look again",
            categories: [.whereIsMyOrder],
            acts: [
                .template("late.de"), .tag("late"), .priority(.high),
                .hold(reason: "carrier", seconds: 86_400), .afterSend(.resolved),
            ], author: PersonID(2), at: start), state: .waiting, authorName: "王芳",
        settledBy: nil, reason: nil, maySettle: true)

    static let steps: [RunMacro.Step] = [
        RunMacro.Step(act: .template("late.de")),
        RunMacro.Step(act: .tag("made-up"), error: DeskError(.tagUnknown, ["tag": "made-up"])),
        RunMacro.Step(act: .afterSend(.resolved)),
    ]
}
