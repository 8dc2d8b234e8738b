import ChannelAmazon
import Core
import Foundation
import HelpDesk
import Localization
import Settings
import SwiftExtensions

/// Walks an owner through everything that a desk needs. Each step writes what it learned before the
/// next begins, so that the wizard can be left at any time.
final class SetupWizard {
    let dialogue: any SetupDialogue
    let words: Words
    /// The configuration file, absolute.
    let file: String
    /// The file's text as it was read or written last; nil when there is none yet.
    var known: String?
    /// The text in the making.
    var text: ConfigurationText
    /// What could not be done.
    var problems = 0
    let transport = NetworkTransport()

    static let steps = [
        "core", "amazon", "mailboxes", "stores", "consent", "seller-central", "round-trip",
        "people",
    ]

    init(file: String, dialogue: any SetupDialogue, words: Words) throws {
        self.file = file
        self.dialogue = dialogue
        self.words = words
        do { known = try ConfigurationPen.read(file) } catch {
            throw ProgramFailure(message: "deskhand: \(error)", code: 2)
        }
        text = ConfigurationText(known ?? "")
        if let known, !known.isEmpty {
            do { _ = try Configuration.read(known, file: file, checksSecrets: false) } catch {
                throw ProgramFailure(error)
            }
        }
    }

    /// Goes through all steps. Returns false when the owner ended it early.
    func run() async throws -> Bool {
        if !dialogue.isUnattended { say(SetupStrings.intro) }
        if geteuid() == 0, !dialogue.isUnattended { say(SetupStrings.asRoot) }
        do {
            for (index, step) in Self.steps.enumerated() {
                if !dialogue.isUnattended { announce(step, index) }
                guard try dialogue.wants(step: step, isOpen: isOpen(step)) else { continue }
                if dialogue.isUnattended { announce(step, index) }
                do { try await run(step) } catch is SetupSkipped { say(SetupStrings.skipped) }
                guard configuration != nil else {
                    say(SetupStrings.needsCore)
                    problems += 1
                    return false
                }
            }
        } catch is SetupStopped {
            dialogue.say()
            say(SetupStrings.stopped)
            return false
        }
        return true
    }

    private func announce(_ step: String, _ index: Int) {
        dialogue.say()
        say(SetupStrings.step(index + 1, Self.steps.count, words(SetupStepNames.name(step))))
    }

    /// Whether the checklist has something open in a step, or says nothing of it.
    private func isOpen(_ step: String) -> Bool {
        let items = SetupSurvey(file: file).items().filter { $0.step == step }
        if step == "consent" { return !items.isEmpty }
        return items.isEmpty || items.contains { $0.code.state != .done }
    }

    private func run(_ step: String) async throws {
        switch step {
        case "core": try coreStep()
        case "amazon": try await amazonStep()
        case "mailboxes": try await mailboxStep()
        case "stores": try await storeStep()
        case "consent": try await consentStep()
        case "seller-central": try sellerCentralStep()
        case "round-trip": try await roundTripStep()
        default: try await peopleStep()
        }
    }
}

/// A step that the owner leaves out.
struct SetupSkipped: Error {}

extension SetupWizard {
    /// The configuration as it stands on the disk; nil while there is none.
    var configuration: Configuration? {
        known.flatMap { try? Configuration.read($0, file: file, checksSecrets: false) }
    }

    var now: Timestamp { SystemClock().now }

    func say(_ phrase: Phrase, _ arguments: [String: String] = [:]) {
        dialogue.say(words(phrase.given(arguments)))
    }

    /// Says what went wrong and what to do, and counts it.
    func complain(_ trouble: SetupTrouble, about subject: String) {
        let said = SetupSentences.trouble(
            code: trouble.code.rawValue, arguments: trouble.arguments)
        dialogue.say("\(subject): \(words(said.meaning)) [\(trouble.code.rawValue)]")
        if let next = said.nextStep { dialogue.say("  → \(words(next))") }
        problems += 1
    }

    /// Asks until the answer is one. Nil for none, when none is an answer. At a terminal a wrong
    /// answer is asked for again; one of a file is a problem and counts as none.
    func ask(
        _ key: String, _ phrase: Phrase, _ arguments: [String: String] = [:],
        fallback: String? = nil, isSecret: Bool = false, isNeeded: Bool = true,
        check: (String) -> Phrase? = { _ in nil }
    ) throws -> String? {
        let question = SetupQuestion(
            key: key, text: phrase, fallback: fallback, isSecret: isSecret)
        while true {
            let given = try dialogue.answer(question, words(phrase.given(arguments))) ?? ""
            if given == ":s" { throw SetupSkipped() }
            let answer = given.isEmpty ? fallback ?? "" : given
            let refusal =
                answer.isEmpty ? (isNeeded ? SetupQuestions.notEmpty : nil) : check(answer)
            guard let refusal else { return answer.isEmpty ? nil : answer }
            dialogue.say("  \(dialogue.isUnattended ? key + ": " : "")\(words(refusal))")
            if dialogue.isUnattended {
                problems += 1
                return nil
            }
        }
    }

    /// A question for yes or no.
    func agrees(
        _ key: String, _ phrase: Phrase, _ arguments: [String: String] = [:], fallback: Bool
    ) throws -> Bool {
        let answer = try ask(
            key, phrase, arguments, fallback: fallback ? "y" : "n",
            check: {
                ["y", "n", "yes", "no", "是", "否"].contains($0.lowercased())
                    ? nil : SetupStrings.notAnswer
            })
        return answer.map { ["y", "yes", "是"].contains($0.lowercased()) } ?? fallback
    }

    /// Shows what changes and writes it; false when the owner does not want it or it cannot be.
    @discardableResult
    func write() throws -> Bool {
        guard text.text != known ?? "" else { return true }
        do {
            _ = try Configuration.read(text.text, file: file, checksSecrets: false)
            say(SetupStrings.willChange, ["file": file])
            for line in LineDiff.lines(from: known ?? "", to: text.text) { dialogue.say(line) }
            guard try dialogue.isUnattended || agrees("write", SetupStrings.writeIt, fallback: true)
            else {
                text = ConfigurationText(known ?? "")
                say(SetupStrings.notWritten)
                return false
            }
            try ConfigurationPen.write(text.text, to: file, replacing: known)
            known = text.text
            say(SetupStrings.written)
            return true
        } catch let error as ConfigurationError {
            for problem in error.problems { dialogue.say(ProgramFailure.line(problem)) }
        } catch let failure as ConfigurationPen.Failure {
            dialogue.say("\(failure)")
        }
        text = ConfigurationText(known ?? "")
        problems += 1
        return false
    }

    /// Sets a value, or says that the file must be changed by hand.
    func set(_ key: String, _ place: ConfigurationText.Place, _ value: TOMLLiteral) throws {
        do { try text.set(key, in: place, to: value) } catch {
            say(SetupStrings.unsafe, ["key": error.key])
            problems += 1
            text = ConfigurationText(known ?? "")
            throw SetupSkipped()
        }
    }

    /// Where new secrets lie: beside the configuration, named relative to it.
    func secretPath(_ name: String) -> String { folder + "secrets/" + name }

    var folder: String { file.lastIndex(of: "/").map { String(file[...$0]) } ?? "" }

    func saveSecret(_ value: String, _ path: String, keepsPrevious: Bool = false) throws {
        do {
            try SecretPen.write(value, to: path, keepsPrevious: keepsPrevious)
            say(SetupNews.secretSaved, ["path": path])
        } catch {
            dialogue.say("\(error)")
            problems += 1
            throw SetupSkipped()
        }
    }

    /// What the wizard keeps beside the configuration.
    func state() throws -> SetupState {
        guard let configuration else { return SetupState() }
        return try SetupState.load(from: SetupState.path(in: configuration.core.data))
    }

    func change(_ body: (inout SetupState) -> Void) throws {
        guard let configuration else { return }
        var state = try state()
        body(&state)
        try state.save(to: SetupState.path(in: configuration.core.data))
    }
}
