import Compliance
import Foundation

/// lintmodel OUT SUSPICION INNOCENCE FILE…   learns the model of likeness from judged texts.
@main enum LintModel {
    /// The examples of rules and the texts of fixes are few, and must come out right.
    private static let timesOfTables = 4

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 4, let suspicion = Float(arguments[2]),
            let innocence = Float(arguments[3])
        else {
            FileHandle.standardError.write(
                Data("usage: lintmodel OUT SUSPICION INNOCENCE FILE...\n".utf8))
            exit(2)
        }
        var examples: [LikenessExample] = []
        var digest = CorpusDigest()
        let files = arguments[4...].map { URL(fileURLWithPath: $0) }
            .sorted { $0.lastPathComponent < $1.lastPathComponent }
        for file in files {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                digest.add(line: line.utf8)
                let text = try JudgedText(line, of: file)
                examples += LikenessTraining.examples(
                    text.text, context: text.context, broken: text.broken)
            }
        }
        for text in JudgedText.ofTheTables {
            let few = LikenessTraining.examples(
                text.text, context: text.context, broken: text.broken)
            for _ in 0..<timesOfTables { examples += few }
        }
        let model = LikenessTraining.model(
            of: examples, suspicion: suspicion, innocence: innocence, corpus: digest.text)
        try LikenessTraining.table(of: model)
            .write(toFile: arguments[1], atomically: true, encoding: .utf8)
        print("\(examples.count) sentences, corpus \(digest.text)")
    }
}
