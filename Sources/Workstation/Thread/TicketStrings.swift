import Localization
import Wire

/// What is said after an act on a ticket.
enum TicketStrings {
    static let excusePending = Phrase(
        "ticket.excuse-pending", "Now tick \"no response needed\" on Amazon, then press e again.")
    static let tickFirst = Phrase(
        "ticket.tick-first", "Not excused: tick it on Amazon first, then press e.")
    static let noted = Phrase("ticket.noted", "Note added.")
    static let noTicket = Phrase("ticket.none", "No ticket is selected.")
    static let supervisorOnly = Phrase("ticket.supervisor-only", "Only a supervisor may do this.")
    static let nothingOwed = Phrase("ticket.nothing-owed", "Nothing is owed on this ticket.")
    static let alreadyYours = Phrase("ticket.already-yours", "The ticket is yours already.")
    static let noOrder = Phrase("ticket.no-order", "The ticket names no order.")
    static let isOpen = Phrase("ticket.is-open", "The ticket is open already.")
    static let noCase = Phrase("ticket.no-case", "No return, claim or wish waits here.")
    static let noLink = Phrase("ticket.no-link", "The mail brought no link for that.")
    static let everyCategory = Phrase("ticket.every-category", "everything")
    static let nobodyToUndo = Phrase("ticket.no-undo", "There is no reply to take back.")

    static func caseIs(_ act: HandleCase.Act) -> Phrase {
        switch act {
        case .handled: Phrase("ticket.case-handled", "Handled. Amazon's notice will close it.")
        case .closed: Phrase("ticket.case-closed", "Closed.")
        case .reopened: Phrase("ticket.case-reopened", "It waits for us again.")
        }
    }
    static func noSuchCategory(_ name: String) -> Phrase {
        Phrase("ticket.no-category", "No category {name}.", ["name": name])
    }
    static func whichPerson(_ names: String) -> Phrase {
        Phrase("ticket.which-person", "Whom do you mean? {names}", ["names": names])
    }
    static func taken(_ number: String) -> Phrase {
        Phrase("ticket.taken", "{number} is yours.", ["number": number])
    }
    static func released(_ number: String) -> Phrase {
        Phrase("ticket.released", "{number} belongs to nobody now.", ["number": number])
    }
    static func assigned(_ number: String, _ name: String) -> Phrase {
        Phrase("ticket.assigned", "{number} belongs to {name}.", ["number": number, "name": name])
    }
    static func held(_ number: String) -> Phrase {
        Phrase("ticket.held", "{number} is on hold.", ["number": number])
    }
    static func resolved(_ number: String) -> Phrase {
        Phrase("ticket.resolved", "{number} is resolved.", ["number": number])
    }
    static func reopened(_ number: String) -> Phrase {
        Phrase("ticket.reopened", "{number} is open again.", ["number": number])
    }
    static func excused(_ number: String) -> Phrase {
        Phrase("ticket.excused", "{number} needs no answer.", ["number": number])
    }
    static func deliveryProblem(_ number: String) -> Phrase {
        Phrase(
            "ticket.delivery-problem", "A reply on {number} was not delivered. See g o.",
            ["number": number])
    }
}
