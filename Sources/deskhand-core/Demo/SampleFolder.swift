import Foundation

/// Finds the sample data of an installed or a freshly built program.
enum SampleFolder {
    static func find(_ named: String?) throws -> String {
        let places = named.map { [$0] } ?? usualPlaces()
        guard
            let found = places.first(where: {
                FileManager.default.fileExists(atPath: $0 + "/world.toml")
            })
        else {
            throw ProgramFailure(
                message: "deskhand: no sample data found; name its folder with --sample-data.",
                code: 2)
        }
        return found
    }

    // `PREFIX/share/deskhand/sample-data` beside an installed program, and the checkout above a
    // program that was only built.
    private static func usualPlaces() -> [String] {
        var folder = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
            .deletingLastPathComponent()
        var places = [
            folder.deletingLastPathComponent().path + "/share/deskhand/sample-data",
            FileManager.default.currentDirectoryPath + "/sample-data",
        ]
        for _ in 0..<5 {
            places.append(folder.path + "/sample-data")
            folder = folder.deletingLastPathComponent()
        }
        return places
    }
}
