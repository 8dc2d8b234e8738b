import ChannelAmazon
import HelpDesk
import Settings
import SwiftExtensions

extension DeskPorts {
    /// The engine that the settings name.
    mutating func add(_ settings: TranslationSettings) throws {
        let languages = EngineLanguages(names: settings.names)
        let timeout = Duration.seconds(settings.timeoutSeconds)
        switch settings.engine {
        case .command(let words):
            translation = CommandTranslation(words, languages: languages, timeout: timeout)
        case .libreTranslate(let url, let key):
            translation = ServerTranslation(
                url: url, dialect: .libreTranslate, key: key, languages: languages,
                timeout: timeout, network: ownNetwork())
        case .chat(let url, let model, let key):
            translation = ServerTranslation(
                url: url, dialect: .chat(model: model), key: key, languages: languages,
                timeout: timeout, network: ownNetwork())
        }
    }

    /// The engine that proposes answers.
    mutating func add(_ settings: DraftingSettings) {
        drafting = ChatDraft(settings, network: ownNetwork())
        draftsPerHour = settings.perHour
    }

    private mutating func ownNetwork() -> NetworkTransport {
        let known = network ?? NetworkTransport()
        network = known
        return known
    }
}
