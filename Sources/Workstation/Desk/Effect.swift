/// What an update wants done outside of the model, as a value.
package enum Effect: Hashable, Sendable {
    case call(CoreCall)
    /// At most one call of a key is on its way, and of those that wait only the newest goes out.
    case latest(String, CoreCall)
    /// Writes the draft to a file of the agent's own, for when the core is away.
    case keepDraft(LocalDraft)
    case forgetDraft(LocalDraft)
    case copy(String)
    case bell
    case title(String)
    case mouse(Bool)
    case redraw
    case suspend
    case useTheme(String)
    case saveScreen(String)
    /// Opens the draft in the agent's own editor.
    case editExternally(String)
    /// Writes a new file, never over another; the name counts where the path is a folder.
    case saveFile(String, String, [UInt8])
    /// Hands a private copy to the agent's viewer.
    case openViewer(String, [UInt8])
    case chooseFile(String)
    case completePath(String)
    /// Reads files that are to go along with a message.
    case examineFiles(DispatchPlan, [String])
    /// Starts the configured dictation, ends its recording, or throws it away.
    case dictate
    case endDictation
    case dropDictation
    case quit
}
