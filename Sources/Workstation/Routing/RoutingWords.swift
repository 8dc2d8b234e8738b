package import HelpDesk
package import Localization

/// Words for who works on what and why, for the screens and the command line alike.
package enum RoutingWords {
    package static func presence(_ presence: AgentPresence) -> Phrase {
        switch presence {
        case .available: Phrase("presence.available", "available")
        case .busy: Phrase("presence.busy", "busy")
        case .away: Phrase("presence.away", "away")
        case .off: Phrase("presence.off", "off")
        }
    }

    package static func strategy(_ strategy: RoutingStrategy) -> Phrase {
        switch strategy {
        case .roundRobin: Phrase("strategy.round-robin", "round robin")
        case .leastLoaded: Phrase("strategy.least-loaded", "least loaded")
        case .balanced: Phrase("strategy.balanced", "balanced")
        case .manual: Phrase("strategy.manual", "by hand")
        }
    }

    package static func rejection(_ code: RejectionCode) -> Phrase {
        switch code {
        case .inactive: Phrase("reject.inactive", "no longer here")
        case .noRight: Phrase("reject.no-right", "may not answer for this store")
        case .offShift: Phrase("reject.off-shift", "off shift")
        case .shiftEnding: Phrase("reject.shift-ending", "shift ends in less than 20 min")
        case .busy: Phrase("reject.busy", "busy")
        case .away: Phrase("reject.away", "away")
        case .off: Phrase("reject.off", "not at work")
        case .excluded: Phrase("reject.excluded", "gave it back")
        case .language: Phrase("reject.language", "does not write the language")
        case .skill: Phrase("reject.skill", "lacks a required skill")
        case .preferredSkill: Phrase("reject.preferred-skill", "lacks a preferred skill")
        case .cap: Phrase("reject.cap", "at the limit")
        }
    }

    package static func waiting(_ reason: WaitingReason) -> Phrase {
        switch reason {
        case .manual: Phrase("waiting.manual", "the group hands out by hand")
        case .noGroup: Phrase("waiting.no-group", "no rule and no group is there for it")
        case .groupEmpty: Phrase("waiting.group-empty", "nobody is in the group")
        case .allAtLimit: Phrase("waiting.all-at-limit", "all at their limit")
        case .nobodyOnShift: Phrase("waiting.nobody-on-shift", "nobody is on shift")
        case .nobodyPresent: Phrase("waiting.nobody-present", "nobody is available")
        case .nobodySkilled: Phrase("waiting.nobody-skilled", "nobody has the skills")
        case .nobodyAllowed:
            Phrase("waiting.nobody-allowed", "whoever is there may not take it, or gave it back")
        }
    }

    package static func choice(_ reason: ChoiceReason) -> Phrase {
        switch reason {
        case .sticky: Phrase("choice.sticky", "had the ticket before")
        case .buyersOwner: Phrase("choice.buyers-owner", "had the buyer's last ticket")
        case .designated: Phrase("choice.designated", "named by the rule")
        case .deputy: Phrase("choice.deputy", "stands in for the named one")
        case .strategy: Phrase("choice.strategy", "by the group's strategy")
        case .lead: Phrase("choice.lead", "lead: it came back three times")
        }
    }

    package static func tieBreak(_ tieBreak: TieBreak) -> Phrase {
        switch tieBreak {
        case .onlyOne: Phrase("tie.only-one", "the only one")
        case .load: Phrase("tie.load", "least load for the limit")
        case .turn: Phrase("tie.turn", "longest without a turn")
        case .counter: Phrase("tie.counter", "turn by weight")
        case .wholeList: Phrase("tie.whole-list", "best for the whole list")
        case .number: Phrase("tie.number", "lowest number among equals")
        }
    }

    package static func cause(_ cause: RoutingCause) -> Phrase {
        switch cause {
        case .arrived: Phrase("cause.arrived", "came in")
        case .woken: Phrase("cause.woken", "came back to life")
        case .returned: Phrase("cause.returned", "was given back")
        case .ownerAway: Phrase("cause.owner-away", "its owner is away")
        case .ownerInactive: Phrase("cause.owner-inactive", "its owner left")
        case .again: Phrase("cause.again", "looked at again")
        }
    }

    package static func stage(_ stage: RelaxationStage) -> Phrase {
        switch stage {
        case .full: Phrase("stage.full", "all skills asked for")
        case .requiredOnly: Phrase("stage.required-only", "preferred skills given up")
        case .overflow: Phrase("stage.overflow", "overflow groups help")
        case .softCaps: Phrase("stage.soft-caps", "limits give way by half")
        case .supervisor: Phrase("stage.supervisor", "supervisor's pane and alarm")
        }
    }

    package static func handOver(_ kind: HandOverKind) -> Phrase {
        switch kind {
        case .owed: Phrase("hand-over.owed", "answer owed")
        case .hold: Phrase("hand-over.hold", "on hold")
        case .snoozed: Phrase("hand-over.snoozed", "snoozed")
        case .promise: Phrase("hand-over.promise", "promised")
        }
    }
}
