import Foundation
import Testing

@testable import TerminalCore

@Suite struct ThemeTests {
    static let builtIns: [(String, [String: String])] = [
        ("dark", Theme.darkSpecs), ("light", Theme.lightSpecs), ("mono", Theme.monoSpecs),
    ]

    @Test(arguments: builtIns)
    func theFilesSayWhatIsBuiltIn(name: String, specs: [String: String]) throws {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath()
            .appending(path: "../../../../themes").standardized
        let text = try String(contentsOf: root.appending(path: "\(name).toml"), encoding: .utf8)
        var found: [String: String] = [:]
        for line in text.split(separator: "\n").drop(while: { $0 != "[roles]" }).dropFirst() {
            let parts = line.split(separator: " = ", maxSplits: 1)
            try #require(parts.count == 2)
            found[String(parts[0])] = String(parts[1].dropFirst().dropLast())
        }
        #expect(found == specs)
        #expect(Set(specs.keys) == Set(ThemeRole.allCases.map(\.rawValue)))
        #expect(Theme.named(name)?.name == name)
    }

    @Test func monoThemesAndTiersHaveNoColour() {
        for role in ThemeRole.allCases {
            #expect(Theme.mono[role].foreground == nil)
            let resolved = Theme.dark.resolve(Style(role).on(.match), in: .mono)
            #expect(resolved.foreground == nil)
            #expect(resolved.background == nil)
        }
    }

    @Test(arguments: [Theme.dark, .light])
    func whatMattersStandsOutWithoutColour(theme: Theme) {
        #expect(theme.resolve(Style(.late), in: .mono).attributes.contains(.reverse))
        #expect(theme.resolve(Style(.markBlock), in: .mono).attributes.contains(.underline))
        #expect(theme.resolve(Style(.selection), in: .mono).attributes.contains(.bold))
    }

    @Test(arguments: [
        ("#ff0000", 196, 9), ("#ff5f5f/red", 203, 1), ("203", 203, 9), ("bright-red", 9, 9),
        ("#808080", 244, 8), ("#000000", 16, 0), ("0", 0, 0),
    ])
    func coloursAreQuantised(text: String, index: Int, basic: Int) throws {
        let color = try #require(TerminalColor(text))
        #expect(color.index(in: .palette256) == index)
        #expect(color.index(in: .palette16) == basic)
        #expect(color.index(in: .mono) == nil)
    }

    @Test(arguments: ["", "#12345", "#gggggg", "#+12345", "256", "-1", "pink", "red/pink", "a/b/c"])
    func noColoursAreRefused(text: String) {
        #expect(TerminalColor(text) == nil)
    }

    @Test func aThemeSaysWhatIsWrongWithIt() {
        #expect(throws: ThemeError.unknownRole("laet")) {
            try Theme(name: "x", specs: ["laet": "red"])
        }
        #expect(throws: ThemeError.unknownWord(role: "late", word: "blinking")) {
            try Theme(name: "x", specs: ["late": "red blinking"])
        }
    }

    @Test func aThemeChangesOnlyTheRolesItNames() throws {
        let theme = try Theme(name: "x", specs: ["late": "red on #202020 bold"], base: .dark)
        #expect(theme[.late].foreground?.index == 1)
        #expect(theme[.late].background?.index == 234)
        #expect(theme[.ok] == Theme.dark[.ok])
    }

    static let environments: [([String: String], Int, ColorTier)] = [
        ([:], 256, .palette256), (["COLORTERM": "truecolor"], 256, .trueColor),
        (["COLORTERM": "truecolor"], 8, .palette16), (["NO_COLOR": "1"], 256, .mono),
        (["NO_COLOR": ""], 256, .palette256), ([:], 0, .mono), ([:], 16, .palette16),
    ]

    @Test(arguments: environments)
    func theTierFollowsTheEnvironment(environment: [String: String], colors: Int, tier: ColorTier) {
        #expect(ColorTier.choose(environment: environment, colors: colors) == tier)
    }

    @Test func textOnBothThemesHasContrast() {
        let skipped: Set<ThemeRole> = [
            .text, .input, .popup, .border, .disabled, .ghost, .match,
        ]
        for role in ThemeRole.allCases where !skipped.contains(role) {
            for (theme, ground) in [(Theme.dark, 0.0), (Theme.light, 1.0)] {
                guard let rgb = theme[role].foreground?.rgb else { continue }
                let light = luminance(rgb)
                let contrast = (max(light, ground) + 0.05) / (min(light, ground) + 0.05)
                #expect(contrast >= 4.5, "\(role) of \(theme.name): \(contrast)")
            }
        }
    }

    /// Relative luminance of WCAG 2.1.
    private func luminance(_ color: RGB) -> Double {
        func linear(_ part: UInt8) -> Double {
            let value = Double(part) / 255
            return value <= 0.03928 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green)
            + 0.0722 * linear(color.blue)
    }
}
