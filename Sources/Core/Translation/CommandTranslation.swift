import HelpDesk
import MailKit

/// A program that reads a text and writes another one, such as Apertium. It ends, with whatever it
/// started, when nobody waits for it any more.
struct CommandTranslation: TranslationEngine {
    let name: String
    private let command: [String]
    private let languages: EngineLanguages
    private let timeout: Duration

    private static let longest = 256 << 10

    init(_ command: [String], languages: EngineLanguages, timeout: Duration) {
        name = command.first.flatMap { $0.split(separator: "/").last }.map(String.init) ?? ""
        self.command = command
        self.languages = languages
        self.timeout = timeout
    }

    func translate(
        _ text: String, from: LanguageCode, to: LanguageCode
    ) async throws(DeskError) -> String {
        let words = command.map {
            $0.replacing("{from}", with: languages.name(of: from))
                .replacing("{to}", with: languages.name(of: to))
        }
        let stop = StopSignal()
        let outcome = await withTaskCancellationHandler {
            await BlockingThread.run("translation") { [timeout] in
                CommandRun.run(
                    words, input: Array((text + "\n").utf8), timeout: timeout, stream: .output,
                    limit: Self.longest, until: stop)
            }
        } onCancel: {
            stop.fire()
        }
        switch outcome {
        case .exited(0, let words): return words
        case .exited(let code, _): throw .translation("exit \(code)")
        case .notStarted: throw .translation("not-started")
        case .ended: throw .translation("ended")
        }
    }
}
