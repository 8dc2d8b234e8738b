import HelpDesk
import Localization
import TerminalCore
import Wire

/// Keys of the account pane.
enum AccountCommands {
    static let all: [Command] =
        [
            Command(
                "account", ["g a"], in: .reading,
                Phrase("command.account", "Shows how the seller accounts are doing")
            ) { model, _ in model.push(.account) + [.latest("account", .account(.show))] },
            Command(
                "refresh-account", ["r"], in: [.account],
                Phrase("command.refresh-account", "Has the account's reports made now"),
                hint: Phrase("hint.refresh-account", "ask now"),
                unless: { $0.isSupervisor ? nil : TicketStrings.supervisorOnly }
            ) { _, _ in [.call(.account(.refresh))] },
            Command(
                "money", ["$"], in: .tickets,
                Phrase("command.money", "Asks for the refunds of the ticket's order"),
                hint: Phrase("hint.money", "refunds"),
                unless: {
                    $0.currentRow?.ticket.order == nil ? OrderMoneyStrings.noOrder : nil
                }
            ) { model, _ in
                guard let ticket = model.currentRow?.ticket, let order = ticket.order else {
                    return []
                }
                return [.latest("money", .account(.finances(order, ticket.store)))]
            },
            Command(
                "reload-account", ["ctrl-r"], in: [.account],
                Phrase("command.reload-account", "Asks the core for the accounts again")
            ) { _, _ in [.latest("account", .account(.show))] },
            Command(
                "open-account", ["enter", "right", "l"], in: [.account],
                Phrase("command.open-account", "Opens returns, ratings, settlements or stock"),
                hint: Phrase("hint.open-account", "rows"),
                unless: { $0.accountTarget == nil ? AccountRowStrings.nothing : nil }
            ) { model, _ in model.openAccountTarget() },
            Command("down", ["j", "down"], in: [.account], Phrase("command.down", "Moves down")) {
                model, _ in
                model.moveAccount(by: 1)
                return []
            },
            Command("up", ["k", "up"], in: [.account], Phrase("command.up", "Moves up")) {
                model, _ in
                model.moveAccount(by: -1)
                return []
            },
        ] + ScrollCommands.pages(in: [.account]) { $0.scrollAccount(by: $1) }
}
