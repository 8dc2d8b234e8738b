import Core
import HelpDesk
import SwiftExtensions
import Wire

extension RightsMatrixTests {
    private static let refused = Verdict.refused(.notAllowed)

    static let draft = TemplateDraft(
        key: "thanks.en", title: "Thanks", language: "en", category: .other,
        body: "Hello, we look into it today.")

    static let libraryRows: [Row] = [
        row(stranger: .fine) { _, ticket, _ in ListTemplates(ticket: nil) },
        row { _, ticket, _ in ListTemplates(ticket: ticket) },
        row { _, ticket, _ in RenderTemplate(template: "late.en", ticket: ticket) },
        row { _, ticket, _ in PreviewTemplate(template: "late.en", ticket: ticket) },
        row(stranger: .fine) { _, _, _ in ListLibrary() },
        row(stranger: .fine) { _, _, _ in ShowTemplate(template: "late.en") },
        row(refused, stranger: refused) { _, _, _ in SaveTemplate(draft: draft, isDryRun: true) },
        row(
            refused, .refused(.librarySettled), .refused(.librarySettled), stranger: refused
        ) { _, _, _ in SettleTemplate(template: "late.en", number: 1, isApproved: true) },
        row(refused, stranger: refused) { _, _, _ in
            RetireTemplate(template: "late.en", isRetired: false)
        },
        row(refused, stranger: refused) { _, _, _ in
            CareForTemplate(template: "late.en", reviewDays: 60)
        },
        // Every agent may read reports of their own.
        row(stranger: .fine) { _, _, _ in ShowTemplateFigures() },
        row(refused, stranger: refused) { _, _, _ in CheckTemplates() },
        row { _, ticket, _ in ListMacros(ticket: ticket) },
        row(refused, stranger: refused) { _, ticket, _ in
            SaveMacro(name: "late", title: "Late \(ticket.rawValue)", acts: [.tag("late")])
        },
        row(
            refused, .refused(.macroNotFound), .refused(.macroNotFound), stranger: refused
        ) { _, _, _ in SettleMacro(name: "none", number: 1, isApproved: true) },
        row(
            refused, .refused(.macroNotFound), .refused(.macroNotFound), stranger: refused
        ) { _, _, _ in RetireMacro(name: "none") },
        row(
            .refused(.macroNotFound), .refused(.macroNotFound), .refused(.macroNotFound)
        ) { _, ticket, _ in RunMacro(name: "none", ticket: ticket) },
        row { _, ticket, _ in CheckSpelling(ticket: ticket, text: "Hello") },
        row(stranger: .fine) { _, _, _ in ListOwnWords(kind: .snippet) },
        row(stranger: .fine) { _, _, _ in
            KeepOwnWord(kind: .spelling, word: OwnWordContent(name: "Kettlo"))
        },
        row(
            .refused(.ownWordNotFound), .refused(.ownWordNotFound), .refused(.ownWordNotFound),
            stranger: .refused(.ownWordNotFound)
        ) { _, _, _ in DropOwnWord(kind: .snippet, name: "none") },
    ]
}
