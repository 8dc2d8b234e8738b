/// What a call needs before it is looked at any closer.
package enum Need: Hashable, Sendable {
    /// Nothing but being known to the desk: the call touches only the caller's own things.
    case signedIn
    /// One right, at least this wide.
    case right(Verb, Breadth)
    /// Any one of these rights, at least for the caller's own things.
    case oneOf([Verb])

    /// A right, at least for the caller's own things.
    package static func verb(_ verb: Verb) -> Need { .right(verb, .own) }

    package var verbs: [Verb] {
        switch self {
        case .signedIn: []
        case .right(let verb, _): [verb]
        case .oneOf(let verbs): verbs
        }
    }

    package func isMet(by rights: RightSet) -> Bool {
        switch self {
        case .signedIn: true
        case .right(let verb, let breadth): rights.allows(verb, breadth)
        case .oneOf(let verbs): verbs.contains { rights.allows($0) }
        }
    }
}
