package import HelpDesk
import LanguageKit
import Store
import SwiftExtensions
package import Wire

extension TranslateMessage: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let (text, from): (String, LanguageCode) = try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(ticket, to: caller)
            guard let item = try transaction.message(message),
                let own = try transaction.ticket(item.ticket),
                try transaction.survivor(of: own).id == ticket.id,
                let content = try transaction.messageContent(item.id)
            else {
                throw DeskError(.ticketNotFound, ["ticket": String(self.ticket.rawValue)])
            }
            return (
                CleanText.clean(content.body),
                item.language == .undetermined ? ticket.language : item.language
            )
        }
        return try await desk.translate(
            text, from: from, to: to,
            for: TranslationWaits.Key(ticket: ticket, person: caller.person), request: request)
    }
}

extension TranslateDraft: DeskCall {
    package static let need: Need = .verb(.reply)

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let text = try TextLimits.clean(text, limit: TextLimits.reply)
        guard !text.isBlank else { throw DeskError(.replyEmpty) }
        let ticket = try await desk.database.read { transaction in
            try transaction.visibleTicket(self.ticket, to: caller)
        }
        let from = LanguageDetector().guess(text).code
        let translation = try await desk.translate(
            text, from: from, to: to ?? ticket.language,
            for: TranslationWaits.Key(ticket: self.ticket, person: caller.person),
            request: request)
        try await desk.act(as: caller) { transaction in
            try transaction.keepFacts(
                TextFacts.of(text).map { fact in
                    FilledFact(
                        variable: FilledFact.original, text: fact, language: translation.to,
                        filledAt: transaction.now)
                }, ticket: ticket.id, person: caller.person)
        }
        return translation
    }
}

extension Desk {
    /// The text in another language, from the cache if it was asked for before.
    func translate(
        _ text: String, from: LanguageCode, to: LanguageCode, for key: TranslationWaits.Key,
        request: Int64?
    ) async throws -> Translation {
        guard let engine = ports.translation else { throw DeskError(.translationOff) }
        let place = TranslationKey(
            digest: ContentDigest.of(text), from: from, to: to, engine: engine.name)
        let known = try await database.read { try $0.translation(place) }
        let result: String
        if let known {
            result = known
        } else {
            let answer = try await translations.wait(key, request: request) {
                try await engine.translate(text, from: from, to: to)
            }
            let fresh = CleanText.clean(answer)
            guard !fresh.isBlank else { throw DeskError.translation("empty") }
            result = String(fresh.prefix(TextLimits.reply * 4))
            try await act(service: .translation) { transaction in
                try transaction.keepTranslation(place, result)
            }
        }
        return Translation(
            text: result, from: from, to: to, engine: engine.name,
            lost: TextFacts.lost(from: text, in: result))
    }
}

extension CancelTranslation: DeskCall {
    package static let need: Need = .verb(.read)

    package func run(in desk: Desk, as caller: Principal) async throws -> Done {
        _ = try await desk.database.read { try $0.visibleTicket(ticket, to: caller) }
        desk.translations.cancel(
            TranslationWaits.Key(ticket: ticket, person: caller.person), request: request)
        return Done()
    }
}
