/// What a word of the lexicon means to the detectors.
enum Concept: Int, CaseIterable, Sendable {
    /// A messenger or network whose name means nothing else.
    case app
    /// A name that is also an ordinary word: LINE, Signal, X.
    case appHomonym
    /// Slang that is only ever used to name an app without naming it.
    case appSlang
    case appFeature
    case action
    case identifierWord
    case negation
    case phoneCue
    case numberCounterCue
    case carrier
    case ownSide
    case atWord
    case dotWord
    case dotWordRomance
    case outsideAmazon
    case leaveChannel
    case contactVerb
    case qrCode
    case scanVerb
    case qrExempt
    case optOut
    case mailingWord
    case messageWord
    case hesitation
    case buyerSide
    case subscriptionProgram
    case requestVerb
    case buyerContactNoun
    case deliveryContext
}

/// A term of the lexicon that stands in a text, as indices of the joined layer.
struct ConceptHit: Sendable {
    var concept: Concept
    var range: Range<Int>
}
