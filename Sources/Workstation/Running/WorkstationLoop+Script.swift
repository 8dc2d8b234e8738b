import SwiftExtensions
import TerminalCore

extension WorkstationLoop {
    /// Does the next steps of the script, one at a time, whenever nothing is on its way.
    func runScript(_ now: Timestamp) {
        guard let next = script?.steps.first else {
            if script != nil, options.endsWithScript { isOver = true }
            return
        }
        let deadline = scriptDeadline ?? now + .seconds(20)
        scriptDeadline = deadline
        guard isReady(next) else {
            if now > deadline { giveUp(next) }
            return
        }
        _ = script?.removeFirst()
        scriptDeadline = nil
        perform(next)
    }

    private func isReady(_ step: KeyScript.Step) -> Bool {
        guard case .wait(let text) = step else { return link.isQuiet && model.isAtRest }
        return Renderer.frame(model).textRows.contains { $0.contains(text) }
    }

    private func giveUp(_ step: KeyScript.Step) {
        isOver = true
        let screen = Renderer.frame(model).textRows.joined(separator: "\n")
        exit = WorkstationExit(code: 1, message: "script: waited in vain at \(step)\n\(screen)")
    }

    private func perform(_ step: KeyScript.Step) {
        switch step {
        case .press(let presses): for press in presses { apply(.pressed(.press(press))) }
        case .type(let text): for character in text { apply(.pressed(.character(character))) }
        case .paste(let text): apply(.pressed(.paste(text)))
        case .wait: break
        case .saveScreen(let file): perform([.saveScreen(file)])
        case .resize(let size): apply(.pressed(.resize(size)))
        case .quit: isOver = true
        }
    }
}
