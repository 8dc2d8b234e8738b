import Localization

enum RoutingStrings {
    static let teams = Phrase("routing.teams", "Teams")
    static let routed = Phrase("routing.routed", "Why here")
    static let handOver = Phrase("routing.hand-over", "Hand-over")
    static let groups = Phrase("routing.groups", "Groups")
    static let people = Phrase("routing.people", "People")
    static let rules = Phrase("routing.rules", "Rules")
    static let history = Phrase("routing.history", "History")
    static let closed = Phrase("routing.closed", "closed")
    static let noGroups = Phrase(
        "routing.no-groups", "No group yet: everybody takes tickets by hand. deskhand groups set")
    static let nobody = Phrase("routing.nobody", "Nobody shares a store with you.")
    static let noRules = Phrase(
        "routing.no-rules", "No rule yet: groups take what they cover. deskhand rules set")
    static let noLists = Phrase("routing.no-lists", "Nothing waits to be taken over.")
    static let nothingOpen = Phrase("routing.nothing-open", "No line is open under the cursor.")
    static let notYours = Phrase("routing.not-yours", "The ticket is not yours.")
    static let takenOver = Phrase("routing.taken-over", "Taken over: the ticket is yours.")
    static let badTime = Phrase("routing.bad-time", "Say how long, such as 30m or 2h.")

    static func waiting(_ count: Int) -> Phrase {
        Phrase("routing.waiting", "{count} waiting", ["count": "\(count)"])
    }
    static func available(_ count: Int, _ members: Int) -> Phrase {
        Phrase(
            "routing.available", "{count} of {members} available",
            ["count": "\(count)", "members": "\(members)"])
    }
    static func preview(_ tickets: Int, _ moved: Int) -> Phrase {
        Phrase(
            "routing.preview", "last 7 days: {tickets} tickets, {moved} would have gone elsewhere",
            ["tickets": "\(tickets)", "moved": "\(moved)"])
    }
    static func left(_ count: Int) -> Phrase {
        Phrase("routing.left", "{count} to take over", ["count": "\(count)"])
    }
    static func takenBy(_ name: String) -> Phrase {
        Phrase("routing.taken-by", "taken over by {name}", ["name": name])
    }
    static func givenBack(_ ticket: String) -> Phrase {
        Phrase("routing.given-back", "{ticket} is back in the queue.", ["ticket": ticket])
    }
    static func offered(_ count: Int) -> Phrase {
        Phrase("routing.offered", "{count} tickets stand on the list.", ["count": "\(count)"])
    }
    static func youAre(_ presence: String) -> Phrase {
        Phrase("routing.you-are", "You are {presence}.", ["presence": presence])
    }
    static func urgent(_ count: Int) -> Phrase {
        Phrase("routing.urgent", "{count} unowned!", ["count": "\(count)"])
    }
}
