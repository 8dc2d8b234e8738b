import ArgumentParser
import Foundation
import Localization

/// In which language a command speaks: the one asked for, or the locale's.
struct LanguageOption: ParsableArguments {
    @Option(help: "Language of messages: en or zh-Hans.")
    var lang: String?

    func validate() throws {
        if let lang, InterfaceLanguage(tag: lang) == nil {
            throw ValidationError("'--lang \(lang)': there are en and zh-Hans.")
        }
    }

    var words: Words {
        lang.flatMap { InterfaceLanguage(tag: $0) }.map { Words($0) } ?? .ofLocale
    }
}

extension Words {
    /// The language of the locale that the process runs in.
    static var ofLocale: Words {
        Words(InterfaceLanguage.choose(environment: ProcessInfo.processInfo.environment))
    }
}
