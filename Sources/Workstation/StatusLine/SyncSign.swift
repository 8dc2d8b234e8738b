import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// How the stores are synced, in a word or two of the status line.
struct SyncSign {
    private let model: WorkstationModel

    init(_ model: WorkstationModel) { self.model = model }

    /// How many fail or are blind, which no screen is too narrow for; else the age of the oldest.
    func line(isBrief: Bool, hasAge: Bool) -> TextLine {
        let name = model.words(isBrief ? DeskStrings.syncBrief : DeskStrings.sync)
        let head = isBrief ? name : name + " "
        guard model.isConnected else { return [StyledText(head + "--", .warning)] }
        let failing = model.health.count { $0.failure != nil }
        if failing > 0 { return [StyledText(head + "!\(failing)", .error, .bold)] }
        let blind = Set(model.health.map(\.store)).count { model.isBlind($0) }
        if blind > 0 { return [StyledText(head + "~\(blind)", .warning, .bold)] }
        guard hasAge else { return [] }
        guard let oldest = model.health.compactMap(\.lastSuccess).min() else {
            return [StyledText(head + "-", .muted)]
        }
        return [StyledText(head + TimeLeft.age(since: oldest, now: model.now), .ok)]
    }
}
