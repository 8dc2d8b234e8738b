import HelpDesk
import Localization
import TerminalWidgets
import Wire

enum CategoryCommands {
    static let all: [Command] = [
        Command(
            "place", ["C"], in: .tickets,
            Phrase("command.place", "Says what the ticket is about, or confirms it"),
            argument: "damaged-defective",
            unless: TicketCommands.noTicket
        ) { model, name in model.place(name) }
    ]
}

extension WorkstationModel {
    mutating func place(_ name: String) -> [Effect] {
        guard let row = currentRow else { return [] }
        if let category = InquiryCategory(rawValue: name.lowercased()) {
            return [.call(.life(.category(row.id, category)))]
        }
        let current = row.ticket.category
        let others = InquiryCategory.allCases.filter { $0 != current }
        return pick(
            .placing(row.id),
            ([current] + others).map { category in
                PickerItem(
                    id: category.rawValue, title: words(CategoryWords.phrase(category)),
                    detail: category == current ? words(CategoryStrings.here) : "",
                    keywords: category.rawValue)
            })
    }
}
