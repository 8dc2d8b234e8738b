import HelpDesk
import Localization

/// What people saw and may do, as sentences of the log.
enum RightsHistory {
    static func sentence(_ event: RightsEvent, _ model: WorkstationModel) -> Phrase {
        let name: (PersonID) -> String = { HistoryLines.name($0, model) }
        switch event {
        case .roleSaved(let role):
            return Phrase(
                "history.role", "rights of role {role} version {version}",
                [
                    "role": model.words(StateWords.role(role.role)),
                    "version": "\(role.version)",
                ])
        case .requestMade(let request):
            return Phrase(
                "history.request", "second person asked: {act} · {reason}",
                [
                    "act": model.words(RightsStrings.kind(request.act.kind)),
                    "reason": request.reason,
                ])
        case .requestSettled(let settled): return Self.settled(settled)
        case .signedIn(let entry):
            return Phrase("history.signed-in", "{name} signed in", ["name": name(entry.person)])
        case .signedOut(let entry):
            return Phrase("history.signed-out", "{name} signed out", ["name": name(entry.person)])
        case .signInRefused(let refusal):
            return Phrase(
                "history.sign-in-refused", "sign-in of {user} refused",
                ["user": refusal.unixUser])
        case .looked(let look):
            return Phrase("history.looked", "{name} looked at it", ["name": name(look.person)])
        case .unmasked(let field):
            return Phrase(
                "history.unmasked", "{name} had {field} shown whole: {reason}",
                [
                    "name": name(field.person),
                    "field": model.words(RightsStrings.field(field.field)),
                    "reason": field.reason,
                ])
        case .presenceSet(let order):
            return Phrase(
                "history.presence", "{name} set to {presence} by somebody else",
                [
                    "name": name(order.person),
                    "presence": model.words(RoutingWords.presence(order.presence)),
                ])
        case .accessReviewed(let review):
            return Phrase(
                "history.access-reviewed", "{name} signed off the list of rights",
                ["name": name(review.by)])
        }
    }

    private static func settled(_ settlement: GuardedSettlement) -> Phrase {
        switch settlement.outcome {
        case .approved: Phrase("history.request-approved", "second person agreed")
        case .refused: Phrase("history.request-refused", "second person refused")
        case .withdrawn: Phrase("history.request-withdrawn", "request withdrawn")
        case .used: Phrase("history.request-used", "what was agreed to was done")
        case .alone: Phrase("history.request-alone", "done without a second person")
        }
    }
}
