package import HelpDesk
import LanguageKit
import Store
package import Wire

extension CheckSpelling: DeskCall {
    package static let need: Need = .verb(.reply)
    /// Below this the ticket's own language is the better guess.
    private static let sure = 0.8

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let text = try TextLimits.clean(text, limit: TextLimits.reply)
        guard text == self.text else { throw DeskError(.badRequest, ["field": "text"]) }
        let (ticket, known) = try await desk.database.read { transaction in
            let ticket = try transaction.visibleTicket(self.ticket, to: caller)
            return (ticket, try transaction.wordsOfCase(ticket, caller, desk))
        }
        let language = language ?? guessed(text, ticket)
        guard let checker = desk.ports.spelling,
            let dictionary = SpellingDictionaries.choice(
                language, on: ticket.marketplace, of: checker.dictionaries)
        else { return Reply(language: language, dictionary: nil, findings: []) }
        let words = SpellingWords.of(text).filter { !known.contains($0.text.lowercased()) }
        var asked: Set<String> = []
        let guesses = await checker.guesses(
            words.map(\.text).filter { asked.insert($0).inserted }, in: dictionary)
        return Reply(
            language: language, dictionary: dictionary,
            findings: words.compactMap { word in
                guesses[word.text].map { Finding.misspelled(word, guesses: $0) }
            })
    }

    private func guessed(_ text: String, _ ticket: Ticket) -> LanguageCode {
        let guess = LanguageDetector().guess(text, hint: ticket.marketplace)
        let isSure = guess.confidence >= Self.sure && guess.code != .undetermined
        return isSure || ticket.language == .undetermined ? guess.code : ticket.language
    }
}

extension ReadTransaction {
    /// What no dictionary knows and every letter of this ticket may hold, in lower case: names of
    /// people, of the store and of what was bought, words that the buyer wrote or that stand in a
    /// template that the author inserted, and the author's own words.
    fileprivate func wordsOfCase(
        _ ticket: Ticket, _ caller: Principal, _ desk: Desk
    ) throws -> Set<String> {
        var texts = [caller.displayName, desk.settings.storeName(ticket.store)]
        if let buyer = ticket.buyer, let content = try buyerContent(buyer) {
            texts.append(content.name)
        }
        if let order = ticket.order, let known = try self.order(order, store: ticket.store)?.order {
            texts += known.items.map(\.title) + known.packages.compactMap(\.carrier)
        }
        texts += try messages(of: ticket.id).filter { $0.direction == .inbound }
            .compactMap { try messageContent($0.id)?.body }
        texts += try insertedTemplates(ticket: ticket.id, person: caller.person).compactMap {
            try templateVersion($0.key, $0.number)?.version.body
        }
        let own = try ownWords(of: caller.person, .spelling).map(\.content.name)
        let words = texts.flatMap { SpellingWords.of($0).map(\.text) } + own
        return Set(words.map { $0.lowercased() })
    }
}
