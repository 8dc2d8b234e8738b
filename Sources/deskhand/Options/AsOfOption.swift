import ArgumentParser
import CoreClient
import Localization
import SwiftExtensions
import Wire

/// `--asof`: a past instant as people type it, in their own zone.
struct AsOfOption: ExpressibleByArgument {
    static let help: ArgumentHelp =
        "As it was then: '2026-03-08 23:00', '2026-03-08', '23:00', '-3h', or ISO 8601."

    var text: String

    init?(argument: String) { text = argument }

    func instant(_ session: CoreSession) throws -> Timestamp {
        let time = LocalTime(zone: session.hello.timeZone, language: .english)
        guard let instant = AsOfText.instant(text, in: time, now: session.hello.now) else {
            throw ValidationError("'--asof \(text)' is no time; try '2026-03-08 23:00' or '-3h'.")
        }
        return instant
    }
}
