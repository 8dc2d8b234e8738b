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
        row(refused, stranger: refused) { _, _, _ in ListLibrary() },
        row(refused, stranger: refused) { _, _, _ in ShowTemplate(template: "late.en") },
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
    ]
}
