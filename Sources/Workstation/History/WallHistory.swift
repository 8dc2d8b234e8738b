import HelpDesk
import Localization

/// What supervisors told their people and what the desk foresaw, as sentences of the log.
enum WallHistory {
    static func sentence(_ event: WallEvent, _ model: WorkstationModel) -> Phrase {
        switch event {
        case .broadcastSent(let broadcast):
            Phrase(
                "history.broadcast", "{name} told everybody concerned",
                ["name": HistoryLines.name(broadcast.author, model)])
        case .broadcastRead(_, let reader):
            Phrase(
                "history.broadcast-read", "{name} read what everybody was told",
                ["name": HistoryLines.name(reader, model)])
        case .broadcastWithdrawn:
            Phrase("history.broadcast-withdrawn", "what everybody was told was taken back")
        case .forecastMade(let forecast):
            Phrase(
                "history.forecast", "{count} late answers expected in {hours} hours",
                ["count": "\(Int(forecast.expected.rounded()))", "hours": "\(forecast.hours)"])
        case .forecastScored(let score):
            Phrase(
                "history.forecast-scored", "a forecast was held against {count} late answers",
                ["count": "\(score.late)"])
        }
    }
}
