import Foundation
import Testing

extension TerminalScenarios {
    /// The two-minute tour.
    @Suite struct DemoTests {
        @Test func theTourOpensWithMailArrivingAndLeavesNothingBehind() async throws {
            let folder = try TestFolder()
            let tmux = try Tmux(in: folder)
            let home = try folder.folder("home")
            let variables = try Programs.environment(home: home)
                .merging(["TERM": "screen-256color", "TMPDIR": folder.path]) { $1 }
            try tmux.open("tour", columns: 140, rows: 40, folder: home, variables: variables)
            let seat = Seat(tmux: tmux, name: "tour")
            try await seat.sees("the shell waits") { $0.isShell }
            try seat.enter("deskhand demo --speed 6000; echo \"code $?\"")
            let screen = try await seat.sees("the inbox is full", within: .seconds(60)) { screen in
                screen.top.contains("REHEARSAL") && (count(screen) ?? 0) > 20
            }
            #expect(screen.top.contains("!!"), "due times run, in words or by their sign")
            let start = try #require(count(screen))
            try await seat.sees("more mail arrives", within: .seconds(60)) {
                (count($0) ?? 0) > start
            }
            let stages = folder.names.filter { $0.hasPrefix("deskhand-demo-") }
            #expect(stages.count == 1)
            try seat.press("g")
            try seat.press("m")
            try await seat.sees("the wall has a team") {
                $0.row(with: "Julien Abadie") != nil && $0.row(with: "kumo-eu") != nil
            }
            try seat.press("q")
            try await seat.sees("the inbox again") { count($0) != nil }
            try seat.press("q")
            try await seat.sees("the tour ends well") { $0.rows.contains("code 0") }
            #expect(!folder.names.contains { $0.hasPrefix("deskhand-demo-") })
        }

        /// Of `1 of 66 · sorted by time left`.
        private func count(_ screen: Screen) -> Int? {
            guard let row = screen.row(with: " · sorted by time left"),
                let match = row.firstMatch(of: /of (\d+) · sorted/)
            else { return nil }
            return Int(match.output.1)
        }
    }
}
