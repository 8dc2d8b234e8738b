import HelpDesk

/// Finds the active person that a typed name means; a part that fits two means neither.
struct PersonSearch {
    /// Best first: exact account, exact name, starts of either, then parts of either.
    let ranked: [Person]
    /// The one person meant, or nil.
    let only: Person?

    init(_ text: String, among people: [Person]) {
        let typed = text.lowercased().filter { !$0.isNewline }
        let folded = String(typed.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        let active = people.filter(\.isActive)
        let users = active.filter { $0.unixUser.lowercased() == folded }
        let names = active.filter { $0.displayName.lowercased() == folded }
        let starts = active.filter {
            $0.unixUser.lowercased().hasPrefix(folded)
                || $0.displayName.lowercased().hasPrefix(folded)
        }
        let parts = active.filter {
            $0.unixUser.lowercased().contains(folded)
                || $0.displayName.lowercased().contains(folded)
        }
        var seen: Set<PersonID> = []
        ranked = (users + names + starts + parts).filter { seen.insert($0.id).inserted }
        let best = [users, names, starts].first { !$0.isEmpty } ?? []
        only = best.count == 1 ? best.first : nil
    }
}
