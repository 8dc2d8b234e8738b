package import Localization
package import SwiftExtensions
package import TerminalCore

/// A short message in the line above the footer, gone after some seconds.
package struct Notice: Hashable, Sendable {
    package var phrases: [Phrase]
    package var role: ThemeRole
    package var until: Timestamp
}

extension WorkstationModel {
    package mutating func say(_ phrase: Phrase, _ role: ThemeRole = .info) {
        say([phrase], role)
    }

    mutating func say(_ phrases: [Phrase], _ role: ThemeRole) {
        notice = Notice(
            phrases: phrases, role: role, until: now + .seconds(role == .error ? 12 : 6))
    }

    mutating func say(_ words: ErrorWords) {
        say([words.problem, words.nextStep], .error)
    }
}
