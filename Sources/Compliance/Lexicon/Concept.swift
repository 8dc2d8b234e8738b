/// What a term of the lexicon means, named as in the tables.
struct Concept: Hashable, Sendable {
    let number: Int16

    init(number: Int16) { self.number = number }

    /// A concept that the tables hold; one they do not hold is found nowhere.
    init(_ name: String) { number = Lexicon.shared.numbers[name] ?? -1 }

    /// A messenger or network whose name means nothing else.
    static let app = Concept("app")
    /// A name that is also an ordinary word: LINE, Signal, X.
    static let appHomonym = Concept("app-homonym")
    /// Slang that is only ever used to name an app without naming it.
    static let appSlang = Concept("app-slang")
    static let appFeature = Concept("app-feature")
    static let action = Concept("action")
    static let identifierWord = Concept("identifier-word")
    static let negation = Concept("negation")
    static let falseNegation = Concept("false-negation")
    static let phoneCue = Concept("phone-cue")
    static let numberCounterCue = Concept("number-counter-cue")
    static let carrier = Concept("carrier")
    static let ownSide = Concept("own-side")
    static let atWord = Concept("at-word")
    static let dotWord = Concept("dot-word")
    static let dotWordRomance = Concept("dot-word-romance")
    static let outsideAmazon = Concept("outside-amazon")
    static let leaveChannel = Concept("leave-channel")
    static let contactVerb = Concept("contact-verb")
    static let qrCode = Concept("qr-code")
    static let scanVerb = Concept("scan-verb")
    static let qrExempt = Concept("qr-exempt")
    static let optOut = Concept("opt-out")
    static let mailingWord = Concept("mailing-word")
    static let messageWord = Concept("message-word")
    static let hesitation = Concept("hesitation")
    static let buyerSide = Concept("buyer-side")
    static let subscriptionProgram = Concept("subscription-program")
    static let requestVerb = Concept("request-verb")
    static let buyerContactNoun = Concept("buyer-contact-noun")
    /// As above, and said to be the buyer's own: "a number we can reach you at".
    static let ownContact = Concept("own-contact")
    static let deliveryContext = Concept("delivery-context")
    static let sendThere = Concept("send-there")
    static let placeExempt = Concept("place-exempt")
    static let courtesy = Concept("courtesy")
    static let shipped = Concept("shipped")
    /// Says that what stands in quotes are the buyer's words.
    static let buyerSaid = Concept("buyer-said")
    /// Says that what stands in quotes is put on a thing.
    static let inscription = Concept("inscription")
    /// Says no to what the buyer wants.
    static let refusal = Concept("refusal")
    static let weDoNot = Concept("we-do-not")
    /// Words that tell languages apart; their hits carry one language each.
    static let smallWord = Concept("small-words")
    static let conjunction = Concept("conjunction")
    /// Found by shape: a sum of money, a share, a code to type in.
    static let amount = Concept("amount")
    static let percent = Concept("percent")
    static let promoCode = Concept("promo-code")

    /// Concepts that detectors ask for by name; `LintTables.check` proves that the tables hold them.
    static let used = [
        "app", "app-homonym", "app-slang", "app-feature", "action", "identifier-word", "negation",
        "false-negation", "phone-cue", "number-counter-cue", "carrier", "own-side", "at-word",
        "dot-word", "dot-word-romance", "outside-amazon", "leave-channel", "contact-verb",
        "qr-code", "scan-verb", "qr-exempt", "opt-out", "mailing-word", "message-word",
        "hesitation", "buyer-side", "subscription-program", "request-verb", "buyer-contact-noun",
        "own-contact",
        "delivery-context", "send-there", "place-exempt", "courtesy", "shipped", "small-words",
        "conjunction", "buyer-said", "inscription", "refusal", "we-do-not", "other-customer",
        "other-hands", "person-title", "hearsay", "stranger", "warning-off", "answer-no",
        "is-code", "digit-string", "if-word",
    ]

    /// Concepts that no table lists, since a shape gives them away.
    static let shapes = ["amount", "percent", "promo-code"]
}

/// A term of the lexicon that stands in a text, as indices of the joined layer.
struct ConceptHit: Sendable {
    var concept: Concept
    var range: Range<Int>
    /// The second part of a term in two parts.
    var tail: Range<Int>?
    /// The languages in which the term means this.
    var languages: TextLanguages = .all
    /// It is there only when signs, figures or repeated letters are read over.
    var isMasked = false
}
