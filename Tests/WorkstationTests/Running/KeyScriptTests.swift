import TerminalCore
import Testing

@testable import Workstation

struct KeyScriptTests {
    @Test func readsSteps() throws {
        let script = try KeyScript(
            """
            # a tour
            j j enter
            type Guten Tag

            wait owed
            save-screen out.txt
            resize 100x30
            quit
            """)
        let presses = ["j", "j", "enter"].compactMap { KeyPress($0) }
        #expect(
            script.steps == [
                .press(presses), .type("Guten Tag"), .wait("owed"), .saveScreen("out.txt"),
                .resize(Size(width: 100, height: 30)), .quit,
            ])
    }

    @Test(arguments: ["jump high", "j\nresize big", "resize 0x5"])
    func namesTheLineThatIsNoStep(_ text: String) {
        #expect(throws: KeyScript.LineError.self) { try KeyScript(text) }
    }
}
