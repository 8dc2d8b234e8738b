import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

extension WorkstationModel {
    /// Takes one thing that happened and returns what is to be done about it. In the past the news
    /// of now stay out, tickets are asked for as they were, and nothing is changed.
    package mutating func update(_ action: Action) -> [Effect] {
        guard let instant = asOf else { return handle(action) }
        if case .pushed(let event) = action, !event.concernsThePast { return [] }
        let before = self
        let effects = handle(action)
        guard asOf != nil else { return effects }
        guard composer == nil else {
            self = before
            say(PastStrings.refused, .error)
            return []
        }
        return effects.compactMap { inPast($0, at: instant) }
    }

    private mutating func inPast(_ effect: Effect, at instant: Timestamp) -> Effect? {
        switch effect {
        case .call(let call): return past(call, at: instant).map(Effect.call)
        case .latest(let key, let call):
            return past(call, at: instant).map { Effect.latest(key, $0) }
        case .keepDraft, .forgetDraft, .editExternally, .chooseFile:
            say(PastStrings.refused, .error)
            return nil
        default: return effect
        }
    }

    private mutating func past(_ call: CoreCall, at instant: Timestamp) -> CoreCall? {
        switch call {
        case .showTicket(let ticket, _): return .showPast(ticket, at: instant)
        case .listTickets, .showPast, .people, .showSync, .listOutbox, .events: return call
        case .engine(let engine) where !engine.changesSomething: return call
        case .collision(let collision) where !collision.changesSomething: return call
        case .account(let account) where !account.changesSomething: return call
        default:
            say(PastStrings.refused, .error)
            return nil
        }
    }
}

extension PushedEvent {
    /// The connection's own news, whatever time is on the screen.
    fileprivate var concernsThePast: Bool {
        switch self {
        case .goodbye, .syncChanged, .engineChanged: true
        default: false
        }
    }
}
