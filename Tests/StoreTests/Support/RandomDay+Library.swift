import EventSamples
import HelpDesk
import Store
import SwiftExtensions

extension Desk {
    /// Templates and macros that are written, settled, used and taken out, and a word of somebody's.
    func library(on ticket: TicketID, _ number: Int64) throws {
        let key: TemplateKey = number % 3 == 0 ? "k" : "hallo.de"
        try write { transaction in
            let next = (try transaction.templateVersions(of: key).first?.version.number ?? 0) + 1
            let isFolder = number % 4 == 0
            let version = LibrarySamples.version(
                key, next, by: isFolder ? nil : Desk.ann, at: now)
            try transaction.record(
                .library(isFolder ? .adopted(version) : .versionSaved(version)))
            if !isFolder, number % 4 != 1 {
                try transaction.record(
                    .library(
                        .versionSettled(
                            TemplateVerdict(
                                key: key, number: next, isApproved: number % 4 == 2,
                                by: Desk.bo, reason: "r"))))
            }
            let events: [LibraryEvent] = [
                .cared(TemplateCare(key: key, owner: Desk.bo, reviewDays: Int(number % 9) + 1)),
                .reviewed(key, number: next),
                .touched(
                    TemplateTouch(
                        key: key, number: next, ticket: ticket, person: Desk.ann,
                        kind: number % 2 == 0 ? .inserted : .blocked,
                        isSuggested: number % 4 == 0 ? true : nil)),
                .checked(
                    TemplateCheck(
                        stamp: "\(number)",
                        faults: [TemplateFault(key: key, number: next, rules: ["CON-01"])])),
            ]
            for event in events { try transaction.record(.library(event)) }
            if number % 5 == 0 { try transaction.record(.library(.retired(key, reason: "r"))) }
            if number % 5 == 1 { try transaction.record(.library(.restored(key))) }
        }
        try macro(on: ticket, number)
    }

    private func macro(on ticket: TicketID, _ number: Int64) throws {
        try write { transaction in
            let next = (try transaction.macroVersions(of: "late").first?.version.number ?? 0) + 1
            let events: [LibraryEvent] = [
                .macroSaved(LibrarySamples.macro("late", next, at: now)),
                .macroSettled(
                    MacroVerdict(
                        name: "late", number: next, isApproved: number % 3 != 0, by: Desk.bo,
                        reason: "r")),
                .macroRun(MacroRun(name: "late", number: next, ticket: ticket, person: Desk.ann)),
            ]
            for event in events { try transaction.record(.library(event)) }
            if number % 4 == 0 { try transaction.record(.library(.macroRetired("late"))) }
            let id = try transaction.nextOwnWordID()
            let content = OwnWordContent(name: "w\(id.rawValue)", text: "words")
            try transaction.record(
                .library(
                    .wordKept(
                        OwnWord(
                            id: id, person: Desk.ann, kind: .snippet,
                            digest: transaction.ownWordDigest(id, content)))))
            try transaction.putOwnWord(id, content)
            if number % 2 == 0 {
                try transaction.record(.library(.wordDropped(id)))
                try transaction.removeOwnWord(id)
            }
        }
    }
}
