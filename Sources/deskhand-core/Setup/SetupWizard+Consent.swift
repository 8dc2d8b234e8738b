import ChannelAmazon
import Core
import Foundation
import HelpDesk
import Localization
import Settings
import SwiftExtensions

extension SetupWizard {
    /// The consent of each store that waits for it.
    func consentStep() async throws {
        let waiting = try state().pendingStores
        guard !waiting.isEmpty else { return say(SetupNews.nothingWaits) }
        guard configuration?.amazon != nil else {
            problems += 1
            return say(SetupStrings.needsAmazon)
        }
        for store in waiting { try await authorise(store) }
    }

    /// Asks for one store's consent and keeps what it brings; true when the store is authorised.
    @discardableResult
    func authorise(_ store: SetupState.PendingStore) async throws -> Bool {
        guard let amazon = configuration?.amazon else { return false }
        let request = try request(for: store)
        showLinks(store, amazon, request)
        guard let pasted = try pasted(for: store) else { return false }
        do {
            let back: ConsentReturn
            do throws(ConsentReturn.Problem) {
                back = try ConsentReturn(pasted: pasted)
            } catch { throw SetupTrouble(error) }
            let outcome = try await outcome(back, of: store, amazon, request)
            guard try isRightAccount(outcome, of: store, back) else { return false }
            return try await keep(outcome, of: store, back)
        } catch let trouble as SetupTrouble {
            complain(trouble, about: store.id)
            if trouble.code == .stateExpired {
                try change { $0.openConsents[store.id] = nil }
            }
            return false
        }
    }

    /// An answer without the seller's id may be of another account, and two sellers' data must never
    /// mix: the owner looks at what the account calls itself.
    private func isRightAccount(
        _ outcome: ConsentTrial.Outcome, of store: SetupState.PendingStore, _ back: ConsentReturn
    ) throws -> Bool {
        if case .redirect = back { return true }
        let names = outcome.storeNames
        let said = names.isEmpty ? "-" : names.joined(separator: ", ")
        say(SetupNews.calledItself, ["store": store.id, "names": said])
        guard !dialogue.isUnattended else { return true }
        let isRight = try agrees(
            "store.is_right", SetupQuestions.isThisStore, ["store": store.id, "names": said],
            fallback: false)
        if !isRight { say(SetupNews.notKept, ["store": store.id]) }
        return isRight
    }

    private func pasted(for store: SetupState.PendingStore) throws -> String? {
        let index = try answerIndex(of: store.id)
        return try ask(
            "store[\(index)].consent", SetupQuestions.consent, ["store": store.id],
            isSecret: true, isNeeded: false)
    }

    /// The entry of a file of answers that is about a store.
    private func answerIndex(of store: String) throws -> Int {
        for index in 0..<(dialogue.count(of: "store") ?? 0) {
            let id = try dialogue.answer(
                SetupQuestion(key: "store[\(index)].id", text: SetupQuestions.storeID), "")
            if id == store { return index }
        }
        return 0
    }

    /// The consent that is open already while its link is good, else a new one.
    private func request(for store: SetupState.PendingStore) throws -> ConsentRequest {
        if let open = try state().openConsents[store.id],
            now - open.issuedAt < ConsentRequest.lifetime - .minutes(5)
        {
            return ConsentRequest(
                store: StoreID(store.id), state: open.state, issuedAt: open.issuedAt)
        }
        // Without a link there is no way to answer the old one any more, but its answer may come.
        let last = try state().openConsents[store.id]
        if let last, dialogue.isUnattended, now - last.issuedAt < .hours(24) {
            return ConsentRequest(
                store: StoreID(store.id), state: last.state, issuedAt: last.issuedAt)
        }
        return try newRequest(for: store)
    }

    private func newRequest(for store: SetupState.PendingStore) throws -> ConsentRequest {
        var generator = SystemRandomNumberGenerator()
        let state = (0..<4).map { _ in
            let digits = String(generator.next(), radix: 16)
            return String(repeating: "0", count: 16 - digits.count) + digits
        }.joined()
        let request = ConsentRequest(store: StoreID(store.id), state: state, issuedAt: now)
        try change { kept in
            kept.openConsents[store.id] = SetupState.OpenConsent(
                state: state, issuedAt: request.issuedAt)
        }
        return request
    }

    private func showLinks(
        _ store: SetupState.PendingStore, _ amazon: AmazonSettings, _ request: ConsentRequest
    ) {
        let codes = store.marketplaces.map { MarketplaceCode($0) }
        for seller in ConsentLink.sellers(of: codes, override: amazon.consent) {
            guard let application = amazon.applicationID else { break }
            let sites = seller.marketplaces.map(\.rawValue).joined(separator: ", ")
            say(SetupNews.openLink, ["seller": store.sellerID, "marketplaces": sites])
            let link = ConsentLink(
                seller: seller.endpoint, applicationID: application, state: request.state,
                redirect: amazon.redirect, isDraft: amazon.isDraft)
            dialogue.say(link.text)
        }
        say(SetupNews.fiveMinutes)
        say(SetupNews.privateApp)
    }

    private func outcome(
        _ back: ConsentReturn, of store: SetupState.PendingStore, _ amazon: AmazonSettings,
        _ request: ConsentRequest
    ) async throws -> ConsentTrial.Outcome {
        let platform = SetupPlatform(amazon, transport: transport, now: { SystemClock().now })
        let trial = ConsentTrial(
            ConsentTrial.Store(
                id: store.id, sellerID: store.sellerID, region: store.region,
                marketplaces: store.marketplaces), on: platform, at: now)
        let others = Dictionary(
            (configuration?.stores ?? []).filter { $0.id != store.id }.map { ($0.id, $0.sellerID) },
            uniquingKeysWith: { first, _ in first })
        let kept = try state()
        return try await trial.run(
            back, asked: request, others: others, isUsed: { kept.isUsed(code: $0) })
    }

    /// Keeps the token, the store's table and the day, in this order: what the configuration names
    /// is there.
    private func keep(
        _ outcome: ConsentTrial.Outcome, of store: SetupState.PendingStore, _ back: ConsentReturn
    ) async throws -> Bool {
        let token = try outcome.refreshToken.reveal()
        try refuseKnown(token, except: store.id)
        let old = configuration?.stores.first { $0.id == store.id }
        var path = secretPath(store.id)
        var isNamed = false
        if case .file(let known)? = old?.refreshToken { (path, isNamed) = (known, true) }
        try saveSecret(token, path, keepsPrevious: true)
        try change { $0.note(back) }
        try add(store, token: isNamed ? nil : "secrets/\(store.id)")
        guard try write() else { return false }
        try change { state in
            state.pendingStores.removeAll { $0.id == store.id }
            state.openConsents[store.id] = nil
        }
        say(
            SetupNews.authorised,
            ["store": store.id, "found": outcome.found.joined(separator: ", ")])
        if !outcome.missing.isEmpty {
            say(SetupNews.missing, ["missing": outcome.missing.joined(separator: ", ")])
        }
        await renewed(.authorisation(StoreID(store.id)), at: now)
        return true
    }

    private func refuseKnown(_ token: String, except id: String) throws {
        for store in configuration?.stores ?? [] where store.id != id {
            if let known = try? store.refreshToken?.load(), known == token {
                throw SetupTrouble(.tokenKnown, ["store": store.id])
            }
        }
    }
}

extension SetupState {
    /// Remembers the code of an answer that was taken.
    fileprivate mutating func note(_ back: ConsentReturn) {
        switch back {
        case .redirect(let code, _, _), .code(let code):
            if let text = try? code.reveal() { use(code: text) }
        case .refreshToken: break
        }
    }
}
