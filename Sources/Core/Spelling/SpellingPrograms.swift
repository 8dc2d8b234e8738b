import Foundation

/// The spelling programs of this machine.
package enum SpellingPrograms {
    /// Where a program stands, how it is started, and where its dictionaries lie.
    struct Program: Sendable {
        var name: String
        var options: [String]
        var folders: [String]
        var ending: String
    }

    private static let all = [
        Program(
            name: "hunspell", options: ["-a", "-i", "UTF-8", "-d"],
            folders: ["/usr/share/hunspell", "/usr/share/myspell/dicts"], ending: ".dic"),
        Program(
            name: "aspell", options: ["-a", "--encoding=utf-8", "-d"],
            folders: ["/usr/lib/aspell", "/usr/lib64/aspell-0.60", "/var/lib/aspell"],
            ending: ".multi"),
    ]

    /// The program of that name, or the first one that is installed with a dictionary; nil for
    /// none, and for `off`.
    package static func find(_ name: String?) -> PipeSpelling? {
        guard name != "off" else { return nil }
        for program in all where name == nil || name == program.name {
            let paths = ["/usr/bin/", "/usr/local/bin/"].map { $0 + program.name }
            guard let path = paths.first(where: FileManager.default.isExecutableFile) else {
                continue
            }
            let names = dictionaries(of: program)
            if !names.isEmpty {
                return PipeSpelling([path] + program.options, dictionaries: names)
            }
        }
        return nil
    }

    private static func dictionaries(of program: Program) -> Set<String> {
        let files = program.folders.flatMap { folder in
            (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        }
        return Set(
            files.filter { $0.hasSuffix(program.ending) && !$0.hasPrefix("hyph_") }.map {
                String($0.dropLast(program.ending.count))
            })
    }
}
