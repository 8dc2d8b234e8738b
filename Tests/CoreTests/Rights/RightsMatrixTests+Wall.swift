import Core
import HelpDesk
import SwiftExtensions
import Wire

extension RightsMatrixTests {
    private static let refused = Verdict.refused(.notAllowed)

    static let wallRows: [Row] = [
        row(refused, stranger: refused) { _, _, _ in ShowWall() },
        row(refused, stranger: refused) { _, _, _ in ShowForecast(hours: 1) },
        row(refused, stranger: refused) { _, _, _ in ShowShifts(days: 1) },
        row(refused, stranger: refused) { _, _, _ in SendBroadcast(words: "Carrier strike.") },
        row(stranger: .fine) { _, _, _ in ListBroadcasts() },
        row(
            .refused(.broadcastNotFound), .refused(.broadcastNotFound),
            .refused(.broadcastNotFound), stranger: .refused(.broadcastNotFound)
        ) { _, _, _ in ReadBroadcast(broadcast: BroadcastID(9)) },
        row(
            refused, .refused(.broadcastNotFound), .refused(.broadcastNotFound), stranger: refused
        ) { _, _, _ in WithdrawBroadcast(broadcast: BroadcastID(9)) },
    ]
}
