package import SwiftExtensions

/// Something that was said of a template besides its versions: who answers for it, how often it is
/// looked at, and that somebody looked.
package struct TemplateKeeping: Hashable, Sendable, Codable {
    package enum Act: String, Hashable, Sendable, Codable, CaseIterable {
        /// From one person's name to another's; empty for nobody.
        case owner
        /// From so many days between two looks to so many.
        case reviewDays = "review-days"
        /// Somebody looked, and the version that `new` numbers is still right.
        case reviewed
        /// Taken out of use; `new` is why.
        case retired
        case restored
    }

    package var at: Timestamp
    /// Nil for a part of the desk.
    package var by: String?
    package var act: Act
    package var old: String
    package var new: String

    package init(at: Timestamp, by: String?, act: Act, old: String = "", new: String = "") {
        self.at = at
        self.by = by
        self.act = act
        self.old = old
        self.new = new
    }
}

/// What the log says of a template, as entries with what stood before.
package struct TemplateKeepingBook {
    private let names: [PersonID: String]
    private var owner: PersonID?
    private var reviewDays = TemplateEntry.usualReviewDays
    /// Oldest first.
    package private(set) var entries: [TemplateKeeping] = []

    /// `owner` is who wrote the first version: it is theirs until somebody says otherwise.
    package init(owner: PersonID?, names: [PersonID: String]) {
        self.owner = owner
        self.names = names
    }

    package mutating func add(_ record: EventRecord) {
        guard case .library(let event) = record.event else { return }
        switch event {
        case .cared(let care):
            if care.owner != owner {
                enter(record, .owner, name(owner), name(care.owner))
            }
            if care.reviewDays != reviewDays {
                enter(record, .reviewDays, String(reviewDays), String(care.reviewDays))
            }
            (owner, reviewDays) = (care.owner, care.reviewDays)
        case .reviewed(_, let number): enter(record, .reviewed, "", String(number))
        case .retired(_, let reason): enter(record, .retired, "", reason)
        case .restored: enter(record, .restored, "", "")
        default: break
        }
    }

    private mutating func enter(
        _ record: EventRecord, _ act: TemplateKeeping.Act, _ old: String, _ new: String
    ) {
        let by: String? =
            if case .person(let person) = record.actor { name(person) } else { nil }
        entries.append(TemplateKeeping(at: record.at, by: by, act: act, old: old, new: new))
    }

    private func name(_ person: PersonID?) -> String {
        person.map { names[$0] ?? "#\($0.rawValue)" } ?? ""
    }
}
