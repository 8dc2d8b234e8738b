import HelpDesk
import Localization

enum RightsStrings {
    static let name = Phrase("rights.name", "Rights")
    static let noRequests = Phrase("rights.no-requests", "Nothing waits for a second person.")
    static let waits = Phrase(
        "rights.waits", "Somebody asks for an approval: g v shows it.")
    static let nothing = Phrase("rights.nothing", "Nothing is recorded yet.")
    static let notForYou = Phrase("rights.not-for-you", "Your rights do not reach that far.")
    static let notYours = Phrase("rights.not-yours", "This one is not for you to settle.")
    static let noField = Phrase("rights.no-field", "Say name, email or postal_code.")
    static let builtIn = Phrase("rights.built-in", "as built in")
    static let never = Phrase("rights.never", "never signed in")
    static let everything = Phrase("rights.everything", "everything, by core.admins")
    static let noReview = Phrase("rights.no-review", "The list was never reviewed.")

    static func part(_ part: RightsPane.Part) -> Phrase {
        switch part {
        case .requests: Phrase("rights.part.requests", "Approvals")
        case .people: Phrase("rights.part.people", "People")
        case .roles: Phrase("rights.part.roles", "Roles")
        case .history: Phrase("rights.part.history", "Changes")
        }
    }

    static func state(_ state: GuardedCase.State) -> Phrase {
        switch state {
        case .open: Phrase("rights.state.open", "waits")
        case .approved: Phrase("rights.state.approved", "approved")
        case .refused: Phrase("rights.state.refused", "refused")
        case .withdrawn: Phrase("rights.state.withdrawn", "taken back")
        case .used: Phrase("rights.state.used", "approved, done")
        case .alone: Phrase("rights.state.alone", "alone: nobody else could")
        case .expired: Phrase("rights.state.expired", "lapsed")
        }
    }

    static func kind(_ kind: GuardedKind) -> Phrase {
        switch kind {
        case .void: Phrase("rights.kind.void", "void near the deadline")
        case .personChange: Phrase("rights.kind.person", "change of a person")
        case .roleChange: Phrase("rights.kind.role", "change of a role")
        case .personalExport: Phrase("rights.kind.export", "export with personal data")
        case .policyChange: Phrase("rights.kind.policy", "change of a policy")
        case .bulkSend: Phrase("rights.kind.bulk", "sending to many")
        case .erasure: Phrase("rights.kind.erasure", "erasure")
        case .checkpointsOff: Phrase("rights.kind.checkpoints", "checkpoints off")
        }
    }

    static func field(_ field: MaskedField) -> Phrase {
        switch field {
        case .name: Phrase("rights.field.name", "name")
        case .email: Phrase("rights.field.email", "e-mail")
        case .postalCode: Phrase("rights.field.postal", "postal code")
        }
    }

    static func event(_ kind: String) -> Phrase {
        switch kind {
        case "person-saved": Phrase("rights.event.person", "person")
        case "role-saved": Phrase("rights.event.role", "role")
        case "rights-requested": Phrase("rights.event.requested", "asks")
        case "rights-settled": Phrase("rights.event.settled", "settles")
        case "signed-in": Phrase("rights.event.in", "came in")
        case "signed-out": Phrase("rights.event.out", "went")
        case "sign-in-refused": Phrase("rights.event.refused", "turned away")
        case "unmasked": Phrase("rights.event.unmasked", "unmasked")
        default: Phrase("rights.event.reviewed", "reviewed the list")
        }
    }

    static func until(_ time: String) -> Phrase {
        Phrase("rights.until", "until {time}", ["time": time])
    }
    static func version(_ version: Int) -> Phrase {
        Phrase("rights.version", "version {version}", ["version": String(version)])
    }
    static func reviewDue(_ day: String) -> Phrase {
        Phrase("rights.review-due", "Next review of this list: {day}", ["day": day])
    }
    static func twoPlaces(_ places: String) -> Phrase {
        Phrase("rights.two-places", "signed in from {places}", ["places": places])
    }
    static func settled(_ request: Int64, _ state: String) -> Phrase {
        Phrase(
            "rights.settled", "Request {request}: {state}.",
            ["request": String(request), "state": state])
    }
    static func unmasked(_ field: String, _ value: String) -> Phrase {
        Phrase("rights.unmasked", "{field}: {value}", ["field": field, "value": value])
    }
}
