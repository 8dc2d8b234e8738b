import Testing

extension TerminalScenarios {
    /// The interface in Simplified Chinese, chosen in each of the ways there are.
    @Suite struct LanguageTests {
        struct Choice: Sendable, CustomTestStringConvertible {
            var testDescription: String
            var options = ""
            var variables: [String: String] = [:]
            /// Typed when the screen stands.
            var command: String?
        }

        // A locale that the machine has not installed is a wish for a language all the same.
        static let choices = [
            Choice(testDescription: "--lang", options: "--lang zh-Hans"),
            Choice(testDescription: "LANG", variables: ["LANG": "zh_CN.UTF-8"]),
            Choice(testDescription: ":lang", command: "lang zh"),
        ]

        @Test(arguments: choices)
        func theInterfaceSpeaksChinese(_ choice: Choice) async throws {
            let stage = try await Stage.open(.lin)
            let seat = try await stage.seat(
                columns: 120, rows: 30, options: choice.options, variables: choice.variables)
            try await seat.sees(Letter.lin.name)
            if let command = choice.command {
                try seat.press(":")
                try seat.type(command)
                try seat.press("Enter")
            }
            let screen = try await seat.sees("the hints are Chinese") { screen in
                ["打开", "回复", "帮助", "退出"].allSatisfy { screen.hints.contains($0) }
            }
            #expect(screen.top.contains("收件箱"))
            for english in ["reply", "help", "Inbox", "owed"] {
                #expect(!screen.hints.contains(english) && !screen.top.contains(english))
            }
            #expect(try seat.unwrappedRows == 30)
            try seat.press("r")
            try await seat.sees("回复 \(Letter.lin.name)")
            try seat.type("您好，已经帮您催促了。")
            try await seat.sees("您好，已经帮您催促了。")
            await stage.close()
        }
    }
}
