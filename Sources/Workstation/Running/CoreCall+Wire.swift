import CoreClient
import HelpDesk
import Wire

extension CoreCall {
    /// Puts the call on the wire and returns its id.
    func send(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .engine(let call): try call.send(on: connection)
        case .life(let call): try call.send(on: connection)
        case .listTickets(let query): try connection.send(query.call)
        case .showPast(let ticket, let instant):
            try connection.send(ShowTicket(ticket: ticket, refreshOrder: false, asOf: instant))
        case .showTicket(let ticket, let refresh):
            try connection.send(ShowTicket(ticket: ticket, refreshOrder: refresh))
        case .send(let request): try connection.send(request.call)
        case .undo(let item): try connection.send(UndoReply(item: item))
        case .review(let item, let isApproved, let reason):
            try connection.send(ReviewReply(item: item, isApproved: isApproved, reason: reason))
        case .settle(let item, let hasArrived, let reason):
            try connection.send(SettleReply(item: item, hasArrived: hasArrived, reason: reason))
        case .listOutbox: try connection.send(ListOutbox())
        case .listDispatches: try connection.send(ListDispatches())
        case .orderActions(let order, let store, _):
            try connection.send(ListOrderActions(order: order, store: store))
        case .dispatch(let plan): try plan.send(on: connection)
        case .settleDispatch(let dispatch, let decision, let reason):
            try connection.send(
                SettleDispatch(dispatch: dispatch, decision: decision, reason: reason))
        case .people: try connection.send(ListPeople())
        case .showSync: try connection.send(ShowSync())
        case .runSync: try connection.send(RunSync())
        case .events(let ticket): try connection.send(ListEvents(ticket: ticket))
        case .account(let call): try call.send(on: connection)
        case .report(let call): try call.send(on: connection)
        case .wall(let call): try call.send(on: connection)
        case .clock(let call): try call.send(on: connection)
        case .routing(let call): try call.send(on: connection)
        case .rights(let call): try call.send(on: connection)
        case .library(let call): try call.send(on: connection)
        case .collision(let call): try call.send(on: connection)
        case .drafting(let call): try call.send(on: connection)
        case .refreshOrder(let order, let store):
            try connection.send(ShowOrder(order: order, store: store, refresh: true))
        default: try sendAct(on: connection)
        }
    }

    private func sendAct(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .claim(let ticket): try connection.send(ClaimTicket(ticket: ticket))
        case .assign(let ticket, let person, let expected):
            try connection.send(AssignTicket(ticket: ticket, to: person, expectedOwner: expected))
        case .hold(let ticket, let reason, let review):
            try connection.send(HoldTicket(ticket: ticket, reason: reason, reviewAt: review))
        case .resolve(let ticket): try connection.send(ResolveTicket(ticket: ticket))
        case .reopen(let ticket): try connection.send(ReopenTicket(ticket: ticket))
        case .excuse(let ticket, let basis, let isConfirmed, let reason):
            try connection.send(
                ExcuseTicket(
                    ticket: ticket, basis: basis, isConfirmed: isConfirmed, reason: reason))
        case .excuseAtOnce(let ticket, let basis, let reason):
            try connection.send(
                ExcuseTicket(
                    ticket: ticket, basis: basis, isConfirmed: true, isAtOnce: true,
                    reason: reason))
        case .handleCase(let item, _, let act, let reason):
            try connection.send(HandleCase(item: item, act: act, reason: reason))
        case .note(let ticket, let text): try connection.send(AddNote(ticket: ticket, text: text))
        case .lint(let ticket, let text, let template):
            try connection.send(LintReply(ticket: ticket, text: text, template: template))
        case .lintMessage(let ticket, let order, let text):
            try connection.send(LintReply(ticket: ticket, text: text, typedFor: order))
        case .saveDraft(let draft):
            try connection.send(
                SaveDraft(ticket: draft.ticket, basis: draft.basis, text: draft.text))
        case .templates(let ticket): try connection.send(ListTemplates(ticket: ticket))
        case .suggestions(let ticket): try connection.send(SuggestReplies(ticket: ticket))
        case .translate(let ticket, let message, let language, let request):
            try connection.send(
                TranslateMessage(
                    ticket: ticket, message: message, to: language, request: request))
        case .translateDraft(let ticket, let text, let request):
            try connection.send(TranslateDraft(ticket: ticket, text: text, request: request))
        case .cancelTranslation(let ticket, let request):
            try connection.send(CancelTranslation(ticket: ticket, request: request))
        case .renderTemplate(let key, let ticket, let isSuggested):
            try connection.send(
                RenderTemplate(template: key, ticket: ticket, isSuggested: isSuggested))
        default: try sendFile(on: connection)
        }
    }

    private func sendFile(on connection: CoreConnection) throws(DeskError) -> Int {
        switch self {
        case .openFile(let ticket, let file, let purpose, let acceptsDanger):
            try connection.send(
                OpenAttachment(
                    ticket: ticket, attachment: file, purpose: purpose,
                    acceptsDanger: acceptsDanger))
        case .readFile(let grant, let offset):
            try connection.send(ReadAttachment(grant: grant, offset: offset))
        case .attachFile(let ticket, let upload, let name, let byteCount, let bytes):
            try connection.send(
                AttachFile(
                    ticket: ticket, upload: upload, name: name, byteCount: byteCount,
                    bytes: WireBytes(bytes)))
        case .detachFile(let ticket, let digest):
            try connection.send(DetachFile(ticket: ticket, digest: digest))
        default: throw DeskError(.unknownMethod)
        }
    }

    /// Reads the answer to this call.
    func answer(from line: [UInt8]) throws(DeskError) -> CoreAnswer {
        switch self {
        case .engine(let call): .engine(try call.answer(from: line))
        case .life(let call): .life(try call.answer(from: line))
        case .listTickets: .tickets(try Incoming.decode(line, for: ListTickets.self))
        case .showPast: .ticket(try Incoming.decode(line, for: ShowTicket.self))
        case .showTicket: .ticket(try Incoming.decode(line, for: ShowTicket.self))
        case .claim, .assign, .hold, .resolve, .reopen, .excuse, .excuseAtOnce,
            .handleCase, .note:
            .row(try Incoming.decode(line, for: ClaimTicket.self))
        case .lint, .lintMessage: .findings(try Incoming.decode(line, for: LintReply.self).findings)
        case .send: .sent(try Incoming.decode(line, for: SendReply.self))
        case .undo: .draft(try Incoming.decode(line, for: UndoReply.self))
        case .review, .settle: .outboxItem(try Incoming.decode(line, for: ReviewReply.self))
        case .listOutbox: .outbox(try Incoming.decode(line, for: ListOutbox.self).items)
        case .listDispatches:
            .dispatches(try Incoming.decode(line, for: ListDispatches.self).dispatches)
        case .translate, .translateDraft:
            .translation(try Incoming.decode(line, for: TranslateDraft.self))
        case .suggestions: .suggestions(try Incoming.decode(line, for: SuggestReplies.self))
        case .templates: .templates(try Incoming.decode(line, for: ListTemplates.self).templates)
        case .renderTemplate: .rendered(try Incoming.decode(line, for: RenderTemplate.self))
        case .refreshOrder: .order(try Incoming.decode(line, for: ShowOrder.self))
        case .orderActions: .offers(try Incoming.decode(line, for: ListOrderActions.self))
        case .dispatch(let plan): .dispatched(try plan.outcome(from: line))
        case .settleDispatch: .dispatch(try Incoming.decode(line, for: SettleDispatch.self))
        case .people: .people(try Incoming.decode(line, for: ListPeople.self).people)
        case .showSync: .sync(try Incoming.decode(line, for: ShowSync.self).health)
        case .events: .events(try Incoming.decode(line, for: ListEvents.self).events)
        case .openFile: .openedFile(try Incoming.decode(line, for: OpenAttachment.self))
        case .readFile: .piece(try Incoming.decode(line, for: ReadAttachment.self).bytes.bytes)
        case .attachFile: .attached(try Incoming.decode(line, for: AttachFile.self))
        case .detachFile: .files(try Incoming.decode(line, for: DetachFile.self).files)
        case .account(let call): try call.answer(from: line)
        case .report(let call): .report(try call.answer(from: line))
        case .wall(let call): .wall(try call.answer(from: line))
        case .clock(let call): .clock(try call.answer(from: line))
        case .routing(let call): try call.answer(from: line)
        case .rights(let call): .rights(try call.answer(from: line))
        case .library(let call): .library(try call.answer(from: line))
        case .collision(let call): try call.answer(from: line)
        case .drafting(let call): try call.answer(from: line)
        case .saveDraft, .runSync, .cancelTranslation: .done
        }
    }
}

extension InboxQuery {
    var call: ListTickets {
        ListTickets(
            queue: queue, search: search.isEmpty ? nil : search, category: category, offset: offset,
            limit: limit, asOf: asOf, wall: wall)
    }
}

extension ReplyRequest {
    var call: SendReply {
        var call = SendReply(
            ticket: ticket, basis: basis, text: text, template: template, stateAfter: stateAfter,
            confirmedRules: confirmedRules, staleReason: staleReason, reviewReason: reviewReason,
            files: files.isEmpty ? nil : files, staleThrough: staleThrough,
            knownAnswers: knownAnswers.isEmpty ? nil : knownAnswers)
        call.templateVersion = templateVersion
        return call
    }
}
