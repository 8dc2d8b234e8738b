import ArgumentParser
import Core
import Foundation
import Localization
import Settings

struct Doctor: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check everything, and say what to do about what is wrong.",
        discussion: "Exits with 0 when all works, 1 when something does not, 2 when the "
            + "configuration cannot be read.")

    @OptionGroup var options: ConfigurationOption
    @OptionGroup var language: LanguageOption
    @Flag(help: "Print one JSON object.") var json = false

    func run() async throws {
        let report = try await examine()
        let speech = DoctorSpeech(words: language.words)
        print(json ? try speech.jsonLine(report) : speech.text(report))
        if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }

    private func examine() async throws -> DoctorReport {
        let file: String
        do { file = try options.file() } catch is ProgramFailure {
            return Core.Doctor.nothingToExamine()
        }
        var surroundings = DoctorSurroundings()
        surroundings.countTemplates = { try TemplateLoading(folder: $0).records.count }
        return await Core.Doctor(surroundings).examine(file: file)
    }
}
