import ArgumentParser

struct TicketCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ticket", abstract: "List, read, claim, answer and settle tickets.",
        subcommands: [
            TicketSnooze.self, TicketRestore.self, TicketUndo.self, TicketPriorityCommand.self,
            TicketCategoryCommand.self, TicketDraftCommand.self,
            TicketFlag.self, TicketWatch.self, TicketTag.self, TicketMergeCommand.self,
            TicketUnmergeCommand.self, TicketSplitCommand.self, TicketLinkCommand.self,
            TicketPartBuyers.self, TicketKind.self,
            TicketBulk.self,
            TicketList.self, TicketShow.self, TicketClaim.self, TicketAssign.self,
            TicketHold.self, TicketResolve.self, TicketReopen.self, TicketExcuse.self,
            TicketCase.self, TicketNote.self, TicketReply.self, TicketAttachment.self,
            TicketLog.self,
            TicketExplain.self,
            TicketSuggest.self,
            TicketTranslate.self,
            TicketAccept.self, TicketGiveBack.self,
            TicketCompose.self, TicketTakeOver.self, TicketPresenceCommand.self,
        ])
}

/// A ticket as people write it: `48812` or `#48812`.
struct TicketNumber: ExpressibleByArgument {
    var value: Int64

    init?(argument: String) {
        guard let number = Int64(argument.hasPrefix("#") ? argument.dropFirst() : argument[...]),
            number > 0
        else { return nil }
        value = number
    }
}
