import HelpDesk
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// A step through the list is told when it lasts this long.
    private static let dwell: Duration = .milliseconds(300)

    /// The others on a ticket, writers first; nobody while the screen shows the past.
    func others(on ticket: TicketID) -> [PresentPerson] {
        guard asOf == nil else { return [] }
        return collision.presences[ticket]?.people.filter { $0.person != me?.person } ?? []
    }

    private var whereabouts: Whereabouts {
        Whereabouts(
            viewing: thread?.ticket, writing: composer?.ticket, activity: composer?.activity)
    }

    /// Plans to tell the core when this person goes elsewhere.
    mutating func followWhereabouts() {
        guard isConnected, asOf == nil, whereabouts != collision.told else { return }
        let soon = now + Self.dwell
        collision.beatAt = min(collision.beatAt ?? soon, soon)
    }

    /// Tells the core where this person is, and that the terminal lives.
    mutating func beat() -> [Effect] {
        guard isConnected, asOf == nil else {
            collision.beatAt = nil
            return []
        }
        collision.told = whereabouts
        collision.beatAt = whereabouts.isNowhere ? nil : now + PresenceLedger.heartbeat
        let writing = composer.map { composer in
            BeatPresence.Writing(
                ticket: composer.ticket, activity: composer.activity,
                characters: composer.editor.text.count, token: composer.lease.token)
        }
        let call = BeatPresence(viewing: thread?.ticket, writing: writing)
        return [.latest("presence", .collision(.beat(call)))]
    }

    /// News of who is where. Whoever writes beside somebody tries again once they are gone.
    mutating func presenceChanged(_ news: [TicketPresence]) -> [Effect] {
        for presence in news {
            collision.presences[presence.ticket] = presence.people.isEmpty ? nil : presence
        }
        guard let ticket = composer?.ticket, composer?.lease == .beside(waits: true),
            news.contains(where: { $0.ticket == ticket }),
            collision.presences[ticket]?.holder == nil
        else { return [] }
        composer?.lease = .asked(isOpening: false)
        return beat()
    }
}

extension ComposerPane.State {
    /// What others are shown of this text.
    fileprivate var activity: PresenceActivity {
        if kind == .note { return .noting }
        return lease.isBeside ? .drafting : .composing
    }
}
