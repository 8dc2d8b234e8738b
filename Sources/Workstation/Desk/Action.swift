package import HelpDesk
package import SwiftExtensions
package import TerminalCore
package import Wire

/// Something that happened to the workstation.
package enum Action: Sendable {
    case pressed(Key)
    /// Time has come this far; sent before anything else of a round of the loop.
    case ticked(Timestamp)
    case connected(Hello.Reply)
    /// The core is gone; the loop tries again at `retryAt`.
    case disconnected(retryAt: Timestamp)
    /// The core will not have us; trying again changes nothing.
    case refusedHello(DeskError)
    case answered(CoreCall, CoreAnswer)
    case refused(CoreCall, DeskError)
    case pushed(PushedEvent)
    case foundDrafts([LocalDraft])
    /// Whether this machine's disk took a ticket's draft.
    case draftKept(TicketID, Bool)
    case themeChanged(String, isKnown: Bool)
    case screenSaved(String, succeeded: Bool)
    case copied(ClipboardResult)
    case editedExternally(String?)
    case fileSaved(String, problem: String?)
    case viewerEnded(Bool)
    case fileChosen(name: String, [UInt8])
    case fileNotChosen(String, errorNumber: Int32)
    case pathCompleted(String, PathCompletion)
    case filesExamined(DispatchPlan, FileReport)
    case dictated(DictationResult)
}
