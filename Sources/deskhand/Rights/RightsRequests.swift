import ArgumentParser
import CoreClient
import HelpDesk
import SwiftExtensions
import TerminalCore
import Wire

struct RightsRequests: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "requests", abstract: "Acts that wait for a second person, of seven days.")

    @OptionGroup var connection: ConnectionOptions
    @Flag(help: "Only those that wait.") var open = false

    func run() throws {
        for request in try connection.reply(to: ListRequests(isOpenOnly: open)).requests {
            try connection.print(request)
        }
    }
}

struct RightsApprove: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve", abstract: "Approve what another person asked for.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Number of the request.") var request: Int64
    @Option(help: "What to put on record with it.") var reason: String = ""

    func run() throws {
        try connection.print(
            try connection.reply(
                to:
                    SettleRequest(
                        request: GuardedRequestID(request), isApproved: true, reason: reason)))
    }
}

struct RightsRefuse: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: "Refuse a request, or take back your own.")

    @OptionGroup var connection: ConnectionOptions
    @Argument(help: "Number of the request.") var request: Int64
    @Option(help: "Why.") var reason: String = ""

    func run() throws {
        try connection.print(
            try connection.reply(
                to:
                    SettleRequest(
                        request: GuardedRequestID(request), isApproved: false, reason: reason)))
    }
}

extension ConnectionOptions {
    fileprivate func print(_ view: GuardedView) throws {
        if json {
            Swift.print(try JSONText.line(view.document))
            return
        }
        let request = view.item.request
        Swift.print(
            [
                "\(request.id.rawValue)", view.state.rawValue, request.act.kind.rawValue,
                SafeText.line(view.subject), SafeText.line(view.requesterName),
                SafeText.line(view.settledByName ?? "-"), request.expiresAt.iso8601,
                SafeText.line(request.reason),
            ].joined(separator: "\t"))
        for change in view.changes { Swift.print("    \(change.line)") }
    }
}

extension PersonChange {
    /// `role: agent → senior`.
    var line: String {
        SafeText.line("\(field): \(from.isEmpty ? "-" : from) → \(to.isEmpty ? "-" : to)")
    }

    var document: JSONValue { ["field": .text(field), "from": .text(from), "to": .text(to)] }
}

extension GuardedView {
    /// What it is about, in words of the command line.
    fileprivate var subject: String {
        switch item.request.act {
        case .void(let ticket, _, _): "#\(ticket.rawValue)"
        case .person(let person): person.unixUser
        case .role(let version): version.role.rawValue
        case .permit(_, _, let subject, _): subject
        }
    }

    fileprivate var document: JSONValue {
        let request = item.request
        return [
            "request": JSONValue(request.id), "state": .text(state.rawValue),
            "kind": .text(request.act.kind.rawValue), "subject": .text(subject),
            "store": JSONValue(request.act.store), "requester": .text(requesterName),
            "reason": .text(request.reason), "at": JSONValue(request.at),
            "expires": JSONValue(request.expiresAt), "settled_by": JSONValue(settledByName),
            "settled_at": JSONValue(item.settlement?.at),
            "settled_reason": JSONValue(item.settlement?.reason),
            "changes": .list(changes.map(\.document)), "may_approve": .bool(mayApprove),
        ]
    }
}
