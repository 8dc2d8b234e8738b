import Glibc
import HelpDesk
import Localization
import Settings

/// A command's end that is not success: what to say on standard error, and the exit code.
struct CommandFailure: Error {
    var message: String
    var code: Int32

    init(message: String, code: Int32) {
        self.message = message
        self.code = code
    }

    init(_ error: DeskError, words: Words) {
        let sentence = ErrorSentences.words(
            code: error.code.rawValue, arguments: error.arguments)
        message = "deskhand: \(words(sentence.problem)) \(words(sentence.nextStep))"
        if let detail = error.detail { message += " (\(detail))" }
        code = Self.exitCode(error.code)
    }

    /// What the linter holds up, with the option that accepts the warnings.
    init(_ code: DeskError.Code, _ findings: [Finding], words: Words) {
        self.init(DeskError(code, ["count": String(findings.count)]), words: words)
        let rules = Set(findings.filter { $0.severity == .warn }.map(\.rule)).sorted()
        guard code == .lintUnconfirmed, !rules.isEmpty else { return }
        let phrase = Phrase(
            "reply.confirm-option", "Accept with: --confirm {rules}",
            ["rules": rules.joined(separator: " ")])
        message += "\n" + words(phrase)
    }

    init(_ error: ConfigurationError) {
        message = error.problems.map { problem in
            "\(problem.file):\(problem.line): \(problem.key): \(problem.kind.rawValue): "
                + problem.detail
        }.joined(separator: "\n")
        code = 2
    }

    /// The product's exit codes: 2 usage or configuration, 3 unreachable, 4 not allowed or blocked,
    /// 5 stale basis or an answer of a moment ago, 1 anything else.
    static func exitCode(_ code: DeskError.Code) -> Int32 {
        switch code {
        case .coreUnreachable, .coreStopping, .versionMismatch: 3
        case .notAllowed, .unknownUser, .storeOutOfScope, .lintBlocked, .lintUnconfirmed,
            .fileDangerous, .fileKindRefused, .fileNameMismatch, .filesTooLarge, .filesTooMany,
            .fileEmpty, .roleMissing, .secondPerson, .requestOwn, .libraryOwnText,
            .libraryBreaksRules, .libraryNotNow, .libraryNeverOffered:
            4
        case .dispatchNotOffered, .dispatchDisabled, .dispatchNoRole, .reviewTooEarly,
            .reviewTooLate, .reviewAsked:
            4
        case let code where DispatchOptions.isUsage(code): 2
        case .routingInvalid, .reasonPersonal: 2
        case .staleBasis, .answeredJustNow, .macroChanged: 5
        case .calendarRefused, .policyRefused: 2
        case .configuration, .badRequest, .unknownMethod, .templateInvalid: 2
        default: 1
        }
    }

    func exit() -> Never {
        if !message.isEmpty { StandardError.say(message) }
        Glibc.exit(code)
    }
}
