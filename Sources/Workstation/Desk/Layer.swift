package import HelpDesk

/// The panes that fill the screen; the last one of the stack has the keyboard.
package enum Layer: String, Hashable, Sendable, CaseIterable {
    case inbox, thread, composer, outbox, sync, history
    case card
    case account, accountRows
    case reports, quality
    case wall, forecast, breaches, shifts, broadcasts, alarms
    case deadlines, calendars, policies
    case teams, routed, handOver
    case rights
    case library
    case syncLog, jobs, drift, quarantine, checks
}

/// What stands above the panes; the last one has the keyboard.
package enum PopupState: Hashable, Sendable {
    case help(HelpPane.State)
    case command(CommandLinePane.State)
    case picker(PickerPane.State)
    case prompt(PromptPane.State)
    case question(QuestionPane.State)
    case file(FilePane.State)
}

/// How the workstation stands to its core.
package enum LinkState: Hashable, Sendable {
    case connecting
    case connected
    case lost
    case refused(DeskError)
}
