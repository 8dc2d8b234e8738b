package import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// Lines that acts about rights ask for.
package enum RightsPrompt: Hashable, Sendable {
    case settle(GuardedRequestID, isApproved: Bool)
    case unmask(TicketID, MaskedField)

    /// An approval may stand without a word; what is refused or unmasked says why.
    var mayBeEmpty: Bool {
        if case .settle(_, isApproved: true) = self { true } else { false }
    }

    var phrase: Phrase {
        switch self {
        case .settle(_, true): Phrase("prompt.approve-request", "Approve. A note, or just enter")
        case .settle: Phrase("prompt.refuse-request", "Why not?")
        case .unmask(_, .name): Phrase("prompt.unmask-name", "Why do you need the whole name?")
        case .unmask(_, .email): Phrase("prompt.unmask-email", "Why do you need the address?")
        case .unmask(_, .postalCode):
            Phrase("prompt.unmask-postal", "Why do you need the postal code?")
        }
    }
}

extension WorkstationModel {
    mutating func rightsAnswered(_ prompt: RightsPrompt, _ text: String) -> [Effect] {
        switch prompt {
        case .settle(let request, let isApproved):
            [.call(.rights(.settle(request, isApproved: isApproved, reason: text)))]
        case .unmask(let ticket, let field):
            [.call(.rights(.unmask(ticket, field, reason: text)))]
        }
    }
}

/// Keys of the pane of rights, and the key that shows a buyer's data whole.
enum RightsCommands {
    static let all: [Command] = parts + acts + moving

    private static let parts: [Command] = [
        Command(
            "approvals", ["g v"], in: .reading,
            Phrase("command.approvals", "Shows what waits for a second person")
        ) { model, _ in model.showRights(.requests) },
        Command(
            "people", ["g p"], in: .reading,
            Phrase("command.people", "Shows who may do what, and from where they are signed in"),
            unless: { $0.rightsParts.contains(.people) ? nil : RightsStrings.notForYou }
        ) { model, _ in model.showRights(.people) },
        Command(
            "roles", in: .reading,
            Phrase("command.roles", "Shows what each role allows, and what was changed"),
            unless: { $0.rightsParts.contains(.roles) ? nil : RightsStrings.notForYou }
        ) { model, _ in model.showRights(.roles) },
        Command(
            "rights-history", in: .reading,
            Phrase("command.rights-history", "Shows every change of people and rights"),
            unless: { $0.rightsParts.contains(.history) ? nil : RightsStrings.notForYou }
        ) { model, _ in model.showRights(.history) },
        Command(
            "next-part", ["tab"], in: [.rights],
            Phrase("command.next-part", "Goes to the next part"),
            hint: Phrase("hint.next-part", "next")
        ) { model, _ in model.nextRightsPart(1) },
        Command(
            "previous-part", ["backtab"], in: [.rights],
            Phrase("command.previous-part", "Goes to the part before")
        ) { model, _ in model.nextRightsPart(-1) },
        Command(
            "reload-rights", ["ctrl-r"], in: [.rights],
            Phrase("command.reload-rights", "Asks the core again")
        ) { model, _ in [model.rightsFetch] },
    ]

    private static let acts: [Command] = [
        Command(
            "approve-request", ["A"], in: [.rights],
            Phrase("command.approve-request", "Approves what another person asked for"),
            hint: Phrase("hint.approve-request", "approve"),
            unless: { $0.selectedRequest?.mayApprove == true ? nil : RightsStrings.notYours }
        ) { model, _ in
            guard let view = model.selectedRequest else { return [] }
            return model.ask(.rights(.settle(view.item.request.id, isApproved: true)))
        },
        Command(
            "refuse-request", ["X"], in: [.rights],
            Phrase("command.refuse-request", "Refuses a request, or takes back one's own"),
            hint: Phrase("hint.refuse-request", "refuse"), unless: notRefusable
        ) { model, _ in
            guard let view = model.selectedRequest else { return [] }
            return model.ask(.rights(.settle(view.item.request.id, isApproved: false)))
        },
        Command(
            "unmask", ["U"], in: .tickets,
            Phrase("command.unmask", "Shows the buyer's name, email or postal_code whole"),
            argument: "FIELD",
            unless: {
                $0.may(.unmask) || $0.may(.readPII)
                    ? $0.currentRow == nil ? OutboxStrings.nothing : nil : RightsStrings.notForYou
            }
        ) { model, word in
            guard let ticket = model.currentRow?.id else { return [] }
            guard let field = word.isEmpty ? .name : MaskedField(rawValue: word) else {
                model.say(RightsStrings.noField, .warning)
                return []
            }
            return model.ask(.rights(.unmask(ticket, field)))
        },
    ]

    @Sendable private static func notRefusable(_ model: WorkstationModel) -> Phrase? {
        guard let view = model.selectedRequest else { return RightsStrings.noRequests }
        let isOwn = view.item.request.requester == model.me?.person
        return view.mayApprove || (isOwn && view.state == .open) ? nil : RightsStrings.notYours
    }

    private static let moving = ScrollCommands.list(in: [.rights], overlap: 4) {
        $0.moveRights(by: $1)
    }
}
