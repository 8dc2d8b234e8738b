import Localization

/// Headings and words of the tables about routing.
enum RoutingTerms {
    static let group = Phrase("column.group", "group")
    static let strategy = Phrase("column.strategy", "hands out")
    static let waiting = Phrase("column.waiting", "waiting")
    static let people = Phrase("column.people", "available")
    static let person = Phrase("column.person", "person")
    static let presence = Phrase("column.presence", "presence")
    static let until = Phrase("column.until", "until")
    static let load = Phrase("column.load", "load")
    static let shift = Phrase("column.shift", "shift")
    static let skills = Phrase("column.skills", "skills")
    static let rule = Phrase("column.rule", "rule")
    static let when = Phrase("column.when", "when")
    static let then = Phrase("column.then", "then")
    static let verdict = Phrase("column.verdict", "verdict")
    static let ticket = Phrase("column.ticket", "ticket")
    static let takenBy = Phrase("column.taken-by", "taken over by")
    static let closed = Phrase("groups.closed", "closed")
    static let noGroups = Phrase(
        "groups.none", "There are no groups: everybody takes tickets by hand.")
    static let noRules = Phrase("rules.none", "There are no rules; groups take what they cover.")
    static let noLists = Phrase("hand-over.none", "No hand-over list is open.")
    static let noAgents = Phrase("agents.none", "Nobody shares a store with you.")

    static func preview(_ tickets: Int, _ moved: Int, _ homeless: Int) -> Phrase {
        Phrase(
            "rules.preview",
            "Last 7 days: {tickets} tickets, {moved} would have gone elsewhere, {homeless} nowhere.",
            ["tickets": "\(tickets)", "moved": "\(moved)", "homeless": "\(homeless)"])
    }
}
