import Core
import HelpDesk
import Synchronization

/// Writes each text in capitals behind the wanted language, and counts how often it was asked.
final class FakeTranslation: TranslationEngine {
    let name = "fake"
    private let count = Mutex(0)

    var asked: Int { count.withLock { $0 } }

    func translate(
        _ text: String, from: LanguageCode, to: LanguageCode
    ) async throws(DeskError) -> String {
        count.withLock { $0 += 1 }
        return "[\(to.rawValue)] \(text.uppercased())"
    }
}
