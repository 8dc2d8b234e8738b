import Core
import Foundation
import HelpDesk
import Localization
import Settings

/// A command's end that is not success: lines for standard error, and the exit code.
struct ProgramFailure: Error {
    var message: String
    var code: Int32

    init(message: String, code: Int32) {
        self.message = message
        self.code = code
    }

    init(_ error: ConfigurationError) {
        message = error.problems.map(Self.line).joined(separator: "\n")
        code = 2
    }

    init(_ error: DeskError, _ words: Words = .ofLocale) {
        let sentence = ErrorSentences.words(
            code: error.code.rawValue, arguments: error.arguments)
        message = "deskhand: \(words(sentence.problem)) \(words(sentence.nextStep))"
        if let detail = error.detail { message += " (\(detail))" }
        code =
            switch error.code {
            case .notAllowed, .unknownUser, .storeOutOfScope: 4
            case .coreUnreachable: 3
            default: 2
            }
    }

    /// Place, key, what is wrong, and what to do in the words of the doctor: one line a problem.
    static func line(_ problem: ConfigurationProblem) -> String {
        let place = problem.line > 0 ? "\(problem.file):\(problem.line)" : problem.file
        let line = "\(place): \(problem.key): \(problem.kind.rawValue): \(problem.detail)"
        let finding = DoctorFinding(problem)
        let said = DoctorSentences.words(
            code: finding.code.rawValue, arguments: finding.arguments)
        return said.nextStep.map { "\(line) -> \(Words.ofLocale($0))" } ?? line
    }

    func exit() -> Never {
        if !message.isEmpty { FileHandle.standardError.write(Data((message + "\n").utf8)) }
        Foundation.exit(code)
    }
}

/// Runs a step and turns the errors that people can do something about into sentences.
func saying<Value>(
    in words: Words = .ofLocale, _ step: () async throws -> Value
) async throws -> Value {
    do { return try await step() } catch let error as DeskError {
        throw ProgramFailure(error, words)
    } catch let error as ConfigurationError {
        throw ProgramFailure(error)
    }
}
