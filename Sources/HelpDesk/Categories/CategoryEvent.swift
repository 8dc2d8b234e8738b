/// What people say of tickets' categories, and what the desk learnt from it.
package enum CategoryEvent: Hashable, Sendable, Codable {
    case set(CategorySetting)
    case trained(CategoryTraining)
}

/// Somebody says what a ticket is about; `from` equals `to` where they confirm it.
package struct CategorySetting: Hashable, Sendable, Codable {
    package var ticket: TicketID
    /// The buyer's newest message at that time, which the word is about; nil where there is none.
    package var message: MessageID?
    package var from: InquiryCategory
    package var to: InquiryCategory
    package var person: PersonID

    package init(
        ticket: TicketID, message: MessageID?, from: InquiryCategory, to: InquiryCategory,
        person: PersonID
    ) {
        self.ticket = ticket
        self.message = message
        self.from = from
        self.to = to
        self.person = person
    }
}

/// A model was made of the desk's own history. Its numbers are content; `digest` binds the two.
package struct CategoryTraining: Hashable, Sendable, Codable {
    /// From 1.
    package var version: Int
    /// Messages whose category a person set or confirmed.
    package var samples: Int
    /// How many of them were placed right when they were kept out of the training: by the rules
    /// with the model that ships, and with this one.
    package var rightBefore: Int
    package var rightAfter: Int
    /// SHA-256 of the numbers in lower-case hex.
    package var digest: String

    package init(version: Int, samples: Int, rightBefore: Int, rightAfter: Int, digest: String) {
        self.version = version
        self.samples = samples
        self.rightBefore = rightBefore
        self.rightAfter = rightAfter
        self.digest = digest
    }

    /// A model that makes things worse is kept and not asked.
    package var isInForce: Bool { rightAfter >= rightBefore }
}
