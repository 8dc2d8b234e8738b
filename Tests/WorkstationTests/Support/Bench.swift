import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import Wire

@testable import Workstation

/// Drives a model: keys in, effects out, a pretend core's answers in.
struct Bench {
    var model: WorkstationModel
    /// Every effect since the start, in order.
    private(set) var effects: [Effect] = []
    var rows = Fixture.rows
    var offers: OrderOffers?
    var dispatches: [DispatchView] = []
    /// What the core answers to a typed message; nil queues it.
    var dispatchOutcome: SendOrderMessage.Reply?
    var draft: DraftView?
    /// What the first ticket's card says besides.
    var cases: [DeskCase] = []
    /// Why nobody may write to the buyers unasked.
    var obstacle: DeskError?
    var aim: ReplyAim?
    /// Link behind "no response needed" on every first message.
    var link: String?
    /// What the core answers to a reply; nil queues it.
    var sendOutcome: SendReply.Reply?
    /// What waits in the outbox; nil for one held reply.
    var outbox: [OutboxView]?
    /// Errors that calls get instead of answers.
    var refusal: @Sendable (CoreCall) -> DeskError? = { _ in nil }
    var answersCalls = true
    /// Facts that the pretend engine loses.
    var lostFacts: [String] = []
    /// What the core says of templates, macros, spelling and own words.
    var library: [LibraryCall: LibraryAnswer] = [:]
    var suggestions = SuggestReplies.Reply(templates: [], replies: [])

    init(
        width: Int = 80, height: Int = 24, language: InterfaceLanguage = .english,
        me: Principal = Fixture.me, connects: Bool = true
    ) {
        model = WorkstationModel(
            size: Size(width: width, height: height), now: Fixture.now, language: language,
            zone: "Asia/Shanghai")
        if connects {
            feed(.connected(Fixture.hello(me)))
            settle()
        }
    }

    mutating func feed(_ action: Action) {
        perform(model.update(action))
    }

    mutating func press(_ script: String) {
        for word in script.split(separator: " ") {
            guard let press = KeyPress(word) else { continue }
            feed(.pressed(.press(press)))
        }
    }

    mutating func type(_ text: String) {
        for character in text {
            feed(.pressed(character == "\n" ? .named(.enter) : .character(character)))
        }
    }

    /// Lets time pass in small steps, so that timers fire in their order.
    mutating func pass(_ time: Duration) {
        let end = model.now + time
        while model.now < end { feed(.ticked(min(end, model.now + .milliseconds(50)))) }
    }

    mutating func settle() { pass(.milliseconds(400)) }

    mutating func forgetEffects() { effects = [] }

    var calls: [CoreCall] {
        effects.compactMap { effect in
            switch effect {
            case .call(let call), .latest(_, let call): call
            default: nil
            }
        }
    }

    var screen: ScreenBuffer { Renderer.frame(model) }
    var text: String { screen.textRows.joined(separator: "\n") }

    private mutating func perform(_ new: [Effect]) {
        effects += new
        guard answersCalls else { return }
        for effect in new {
            switch effect {
            case .call(let call), .latest(_, let call): answer(call)
            default: break
            }
        }
    }

    mutating func answer(_ call: CoreCall) {
        if let error = refusal(call) {
            feed(.refused(call, error))
        } else if let answer = response(to: call) {
            feed(.answered(call, withDispatches(answer)))
        }
    }

    private func withDispatches(_ answer: CoreAnswer) -> CoreAnswer {
        guard case .ticket(var detail) = answer else { return answer }
        detail.dispatches = dispatches
        detail.order?.dispatches = dispatches
        return .ticket(detail)
    }

    private func row(_ ticket: TicketID) -> TicketRow? { rows.first { $0.id == ticket } }

    private func response(to call: CoreCall) -> CoreAnswer? {
        switch call {
        case .listTickets(let query): return .tickets(page(query))
        case .showTicket(let ticket, _), .showPast(let ticket, _):
            return row(ticket).map { row in
                var detail = Fixture.detail(row, draft: draft)
                detail.cases = cases.filter { $0.ticket == row.id }
                detail.messages[0].noResponseURL = link
                detail.contactObstacle = obstacle
                detail.aim = aim
                return .ticket(detail)
            }
        case .claim(let ticket), .hold(let ticket, _, _), .resolve(let ticket),
            .reopen(let ticket), .excuse(let ticket, _, _, _), .excuseAtOnce(let ticket, _, _),
            .handleCase(_, let ticket, _, _), .note(let ticket, _),
            .assign(let ticket, _, _):
            return row(ticket).map { .row($0) }
        case .lint(_, let text, _), .lintMessage(_, _, let text):
            return .findings(Self.findings(in: text))
        case .send(let request):
            return .sent(sendOutcome ?? .queued(Fixture.outboxItem(request.ticket)))
        case .saveDraft, .runSync: return .done
        case .templates: return .templates(Fixture.templates)
        case .suggestions: return .suggestions(suggestions)
        case .translate(_, _, let to, _):
            return .translation(
                Translation(text: "Where is it?", from: "de", to: to, engine: "fake", lost: []))
        case .translateDraft(_, let text, _):
            return .translation(
                Translation(
                    text: "[de] \(text)", from: "en", to: "de", engine: "fake", lost: lostFacts))
        case .renderTemplate: return .rendered(.init(text: "Bonjour Camille,", missing: []))
        case .library(let call): return library[call].map { .library($0) }
        case .orderActions: return offers.map { .offers($0) }
        case .dispatch(let plan):
            return .dispatched(dispatchOutcome ?? .queued(Fixture.dispatch(plan)))
        case .settleDispatch: return dispatches.first.map { .dispatch($0) }
        case .people: return .people(Fixture.people)
        case .showSync: return .sync(Fixture.health)
        case .engine(let call): return .engine(EngineFixture.answer(call))
        case .listDispatches: return .dispatches(dispatches)
        case .listOutbox:
            return .outbox(
                outbox ?? [Fixture.outboxItem(rows[1].id, state: .held, author: 2)])
        default: return nil
        }
    }

    private func page(_ query: InboxQuery) -> ListTickets.Reply {
        let found = query.search.isEmpty ? rows : rows.filter { $0.subject.contains(query.search) }
        return ListTickets.Reply(
            rows: Array(found.dropFirst(query.offset).prefix(query.limit)), offset: query.offset,
            total: found.count, counts: Fixture.counts)
    }

    /// Stands in for the core's linter: an e-mail address blocks, `http:` asks.
    static func findings(in text: String) -> [Finding] {
        var findings: [Finding] = []
        func mark(_ needle: String, _ rule: String, _ severity: Severity, _ suggestion: String?) {
            guard let range = text.firstRange(of: needle) else { return }
            let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
            findings.append(
                Finding(
                    rule: rule, category: "contact-email", severity: severity, start: start,
                    end: start + needle.utf8.count, text: needle, suggestion: suggestion))
        }
        mark("desk@example.com", "CON-01", .block, "répondez à ce message")
        mark("http:", "LNK-02", .warn, nil)
        return findings
    }
}
