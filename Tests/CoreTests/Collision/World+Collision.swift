import HelpDesk
import SwiftExtensions
import Wire

@testable import Core

/// Somebody at a terminal of their own.
struct Terminal {
    let world: World
    let person: Principal
    let name: String

    init(_ world: World, _ person: Principal, _ name: String) {
        self.world = world
        self.person = person
        self.name = name
    }

    func call<Call: DeskCall>(_ call: Call) async throws -> Call.Reply {
        try await CallOrigin.$current.withValue(EntryOrigin(session: name)) {
            try await world.desk.perform(call, as: person)
        }
    }

    /// Opens a composer, or goes on in it.
    @discardableResult
    func composes(_ ticket: TicketID, _ characters: Int = 0, token: String? = nil) async throws
        -> ComposeAnswer?
    {
        try await call(
            BeatPresence(
                viewing: ticket,
                writing: .init(
                    ticket: ticket, activity: .composing, characters: characters, token: token))
        ).compose
    }

    func views(_ ticket: TicketID?) async throws {
        _ = try await call(BeatPresence(viewing: ticket))
    }

    func sends(_ text: String, on ticket: TicketID) async throws -> SendReply.Reply {
        let basis = try await world.ticket(ticket).lastItem
        return try await call(SendReply(ticket: ticket, basis: basis, text: text))
    }
}

extension ComposeAnswer {
    var token: String? {
        if case .granted(let token, _) = self { token } else { nil }
    }

    var holder: ComposeHolder? {
        if case .held(let holder) = self { holder } else { nil }
    }
}

extension Heard {
    /// Who is on a ticket, as this listener was told last.
    func people(on ticket: TicketID) -> [String]? {
        presences.last { $0.ticket == ticket }?.people.map { "\($0.name) \($0.activity.rawValue)" }
    }
}
