import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    mutating func answered(_ call: CoreCall, _ answer: CoreAnswer) -> [Effect] {
        switch answer {
        case .tickets(let reply):
            guard case .listTickets(let query) = call else { return [] }
            (counts, knowsCounts) = (reply.counts, true)
            return inbox.loaded(reply, query, now: now)
        case .ticket(let detail):
            if case .showTicket(let asked, _) = call, asked != detail.row.id {
                return openedSurvivor(detail, of: asked)
            }
            return opened(detail)
        case .life(let answer):
            guard case .life(let call) = call else { return [] }
            return lifeAnswered(call, answer)
        case .row(let row): return changed(row, by: call)
        case .findings(let findings):
            switch call {
            case .lint(let ticket, let text, _), .lintMessage(let ticket, _, let text):
                composer?.linted(findings, ticket: ticket, text: text)
            default: break
            }
            return []
        case .sent(let outcome): return sent(outcome, call)
        case .draft(let draft): return takenBack(draft)
        case .outboxItem(let view): return moved(view, by: call)
        case .outbox(let items):
            outbox.loaded(items)
            return []
        case .offers(let offers): return offer(offers, for: call)
        case .dispatched(let outcome): return dispatched(outcome, call)
        case .dispatch(let view): return settled(view)
        case .dispatches(let views):
            outbox.loaded(views)
            return []
        case .templates(let templates): return offer(templates, for: call)
        case .suggestions(let reply): return offer(reply, for: call)
        case .translation(let translation): return translated(translation, call)
        case .drafting(let progress):
            guard case .drafting(let call) = call else { return [] }
            return drafted(progress, call)
        case .rendered(let reply): return insertTemplate(reply, call)
        case .order(let order):
            changeThread { $0.orderArrived(order, model: $1) }
            say(DeskStrings.orderRefreshed, .ok)
            return []
        case .people(let people):
            self.people = people
            return []
        case .sync(let health):
            self.health = health
            return []
        case .clock(let answer): return clockAnswered(answer)
        case .routing(let answer): return routingAnswered(answer)
        case .report(let answer):
            guard case .report(let call) = call else { return [] }
            return reportAnswered(call, answer)
        case .wall(let answer):
            guard case .wall(let call) = call else { return [] }
            return wallAnswered(call, answer)
        case .accounts(let accounts):
            accountsArrived(accounts)
            return []
        case .accountRows(let answer):
            guard case .account(let call) = call else { return [] }
            accountAnswered(call, answer)
            return []
        case .finances(let view):
            booksArrived(view)
            return []
        case .engine(let answer):
            guard case .engine(let call) = call else { return [] }
            return engineAnswered(call, answer)
        case .library(let answer):
            guard case .library(let call) = call else { return [] }
            return libraryAnswered(call, answer)
        case .rights(let answer):
            guard case .rights(let call) = call else { return [] }
            return rightsAnswered(call, answer)
        case .collision(let answer):
            guard case .collision(let call) = call else { return [] }
            return collisionAnswered(call, answer)
        case .events(let events):
            changeHistory { $0.loaded(events, model: $1) }
            return []
        case .openedFile(let reply): return openedFile(reply)
        case .piece(let bytes): return gotPiece(bytes, call)
        case .attached(let reply): return attached(reply, call)
        case .files(let files): return detached(files, call)
        case .done: return done(call)
        }
    }

    private mutating func done(_ call: CoreCall) -> [Effect] {
        switch call {
        case .saveDraft(let draft):
            composer?.saved(draft, now: now)
            return forgetLocal(draft)
        case .runSync:
            say(SyncStrings.started, .ok)
            return []
        case .account:
            say(AccountStrings.asked, .ok)
            return []
        default: return []
        }
    }

    /// The core has this text now, so the copy on this machine has done its work.
    private mutating func forgetLocal(_ draft: LocalDraft) -> [Effect] {
        let kept = unsavedDrafts[draft.ticket] ?? keptDrafts[draft.ticket]
        if let newer = unsavedDrafts[draft.ticket], newer.text != draft.text { return [] }
        unsavedDrafts[draft.ticket] = nil
        keptDrafts[draft.ticket] = nil
        return kept.map { [.forgetDraft($0)] } ?? []
    }

    /// A ticket came whole: for the thread, for the preview, or for both.
    private mutating func opened(_ detail: TicketDetail) -> [Effect] {
        inbox.previewed(detail)
        var effects: [Effect] = []
        if outbox.opensTicket == detail.row.id {
            outbox.opensTicket = nil
            if layer == .outbox || layer == .accountRows || opensFromMentions {
                opensFromMentions = false
                thread = ThreadPane.State(row: detail.row)
                effects = push(.thread)
            }
        }
        guard thread?.ticket == detail.row.id else { return effects }
        changeThread { $0.loaded(detail, model: $1) }
        if composer?.ticket == detail.row.id {
            composer?.row = detail.row
            composer?.aim = detail.aim
        } else if thread?.opensComposer == true {
            thread?.opensComposer = false
            effects += openComposer()
        }
        return effects
    }

    /// The ticket that was asked for is part of this one.
    private mutating func openedSurvivor(_ detail: TicketDetail, of asked: TicketID) -> [Effect] {
        say(LifeStrings.isPartOf(number(asked), number(detail.row.id)))
        if inbox.selected == asked { inbox.preview = nil }
        if outbox.opensTicket == asked { outbox.opensTicket = detail.row.id }
        if thread?.ticket == asked { thread = ThreadPane.State(row: detail.row) }
        return opened(detail)
    }

    private mutating func changed(_ row: TicketRow, by call: CoreCall) -> [Effect] {
        apply(row)
        lastChanged = []
        switch call {
        case .claim: say(TicketStrings.taken(number(row.id)), .ok)
        case .assign(_, nil, _): say(TicketStrings.released(number(row.id)), .ok)
        case .assign: say(TicketStrings.assigned(number(row.id), row.ownerName ?? ""), .ok)
        case .hold:
            inbox.letGo(of: row.id)
            lastChanged = [row.id]
            say(TicketStrings.held(number(row.id)), .ok)
        case .resolve:
            inbox.letGo(of: row.id)
            lastChanged = [row.id]
            say(TicketStrings.resolved(number(row.id)), .ok)
        case .reopen: say(TicketStrings.reopened(number(row.id)), .ok)
        case .excuse(_, _, false, _): say(TicketStrings.excusePending, .warning)
        case .excuse(_, _, true, _), .excuseAtOnce:
            inbox.letGo(of: row.id)
            say(TicketStrings.excused(number(row.id)), .ok)
        case .handleCase(_, _, let act, _): say(TicketStrings.caseIs(act), .ok)
        case .note(let ticket, let text):
            if keptNotes[ticket] == text { keptNotes[ticket] = nil }
            say(TicketStrings.noted, .ok)
        case .collision: say(TicketStrings.assigned(number(row.id), row.ownerName ?? ""), .ok)
        case .routing(let call):
            return routed(row, by: call) + reloadThread(row.id) + inbox.refetchSoon(now: now)
        default: break
        }
        return reloadThread(row.id) + inbox.refetchSoon(now: now) + tickLink(for: call)
    }

    /// After the first step of an excuse its link goes to the clipboard: the mark is set in a browser.
    private func tickLink(for call: CoreCall) -> [Effect] {
        guard case .excuse(let ticket, _, false, _) = call else { return [] }
        return noResponseLink(of: ticket).map { [.copy($0)] } ?? []
    }

    func number(_ ticket: TicketID) -> String { "#\(ticket.rawValue)" }

    mutating func apply(_ row: TicketRow) {
        inbox.changed(row)
        thread?.changed(row)
        if composer?.ticket == row.id { composer?.row = row }
    }

    func reloadThread(_ ticket: TicketID) -> [Effect] {
        guard thread?.ticket == ticket else { return [] }
        return [.latest("thread", .showTicket(ticket, refreshOrder: false))]
    }

    mutating func refused(_ call: CoreCall, _ error: DeskError) -> [Effect] {
        if case .lint = call { return [] }
        if case .lintMessage = call { return [] }
        if case .dispatch(let plan) = call { reopenPlan(plan) }
        if case .collision(.beat) = call { return [] }
        if case .send = call { composer?.isSending = false }
        if case .drafting(let call) = call { draftingRefused(call) }
        if error.code == .translationCancelled { return [] }
        if let effects = collisionRefused(call, error) { return effects }
        if case .listTickets = call { inbox.requested = nil }
        if case .attachFile = call { upload = nil }
        // The core knows of debts that came in since.
        if case .resolve(let ticket) = call, error.code == .ticketDebtOwed,
            let row = currentRow, row.id == ticket
        {
            return ask(QuestionPane.Purpose.owed(row.ticket))
        }
        if case .routing(.explain(let ticket)) = call, error.code == .notRouted {
            return nothingRouted(ticket)
        }
        if case .openFile = call { transfer = nil }
        if case .readFile = call { transfer = nil }
        if case .showTicket(let ticket, _) = call, thread?.ticket != ticket {
            guard outbox.opensTicket == ticket else { return [] }
            outbox.opensTicket = nil
        }
        var arguments = error.arguments
        if let owner = arguments["owner"].flatMap({ Int64($0) }),
            let person = people.first(where: { $0.id == PersonID(owner) })
        {
            arguments["owner"] = person.displayName
        }
        say(ErrorSentences.words(code: error.code.rawValue, arguments: arguments))
        if case .claim = call { return inbox.refetchSoon(now: now) }
        return []
    }
}
