/// A team's files of rules: the good ones are in force, and of a bad one its last good version.
package struct TeamRules: Sendable {
    /// The desk's rules and the team's.
    package private(set) var book = RuleBook.builtIn
    /// Why files were refused, in the order of their names.
    package private(set) var faults: [LintTableFault] = []
    /// Files in force, in the order of their names.
    package private(set) var inForce: [RuleFile] = []

    package init() {}

    /// Takes the files of the folder as they are now: names and texts.
    package mutating func load(_ texts: [(name: String, text: String)]) {
        faults = []
        var files: [RuleFile] = []
        var book = RuleBook.builtIn
        for (name, text) in texts.sorted(by: { $0.name < $1.name }) {
            do throws(LintTableFault) {
                let file = try RuleFileReader.read(name: name, text: text)
                let alone = try RuleBook([file], on: .builtIn)
                if let fault = alone.failedExamples(of: name).first { throw fault }
                book = try RuleBook(files + [file], on: .builtIn)
                files.append(file)
            } catch {
                faults.append(error)
                guard let last = inForce.first(where: { $0.name == name }),
                    let kept = try? RuleBook(files + [last], on: .builtIn)
                else { continue }
                book = kept
                files.append(last)
            }
        }
        self.book = book
        inForce = files
    }
}
