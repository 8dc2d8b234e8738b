import Glibc
import HelpDesk
import Localization
import SwiftExtensions
package import TerminalCore
import Wire

/// One thread, one `poll`: it drains all that is ready, updates, draws once, and sleeps.
package final class WorkstationLoop {
    let backend: any TerminalBackend
    let options: WorkstationOptions
    let drafts: DraftFolder
    let link: CoreLink
    var model: WorkstationModel
    var time: DeskTime
    var script: KeyScript?
    var scriptDeadline: Timestamp?
    var isOver = false
    var exit = WorkstationExit.done
    var shown: ScreenBuffer?
    var dictation: Dictation?

    package init(options: WorkstationOptions, backend: any TerminalBackend)
        throws(KeyScript.LineError)
    {
        self.options = options
        self.backend = backend
        let now = DeskTime.system()
        time = DeskTime(factor: options.clockFactor)
        drafts = DraftFolder(
            stateFolder: options.stateFolder, socketPath: options.socketPath,
            asUser: options.asUser)
        link = CoreLink(
            socketPath: options.socketPath, client: options.client, asUser: options.asUser,
            now: now)
        model = WorkstationModel(
            size: backend.size, rules: backend.rules, now: now, language: options.language)
        model.hasViewer = options.viewer != nil
        model.hasDictation = !options.dictation.isEmpty
        if let text = options.script { script = try KeyScript(text) }
    }

    /// Runs until the agent leaves or the terminal is gone.
    package func run() -> WorkstationExit {
        apply(.foundDrafts(drafts.load()))
        while !isOver {
            round()
            if !isOver { sleep() }
        }
        settleDrafts()
        backend.restore()
        if case .refused(let error) = model.link, exit == .done { exit = refusal(error) }
        return exit
    }

    /// One turn: time, connection, keys, script, and one frame if anything changed.
    func round() {
        let now = DeskTime.system()
        apply(.ticked(time.core(at: now)))
        for action in link.connectIfDue(now: now) { apply(action) }
        for action in link.drain(now: now) { apply(action) }
        for key in backend.readKeys() where !isOver { apply(.pressed(key)) }
        listen()
        if !isOver { runScript(now) }
        guard !isOver else { return }
        present()
    }

    func present() {
        let frame = Renderer.frame(model)
        guard frame != shown else { return }
        backend.present(frame)
        shown = frame
    }

    func apply(_ action: Action) {
        if case .connected(let hello) = action {
            time.set(core: hello.now, ours: DeskTime.system())
            perform(model.update(.ticked(hello.now)))
        }
        perform(model.update(action))
        if case .refusedHello = action, script == nil { leaveIfUnknown() }
    }

    /// The core will never have this user or version: a sentence says more than an empty screen.
    private func leaveIfUnknown() {
        guard case .refused(let error) = model.link,
            [.unknownUser, .versionMismatch].contains(error.code)
        else { return }
        exit = refusal(error)
        isOver = true
    }

    private func refusal(_ error: DeskError) -> WorkstationExit {
        let sentences = ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments)
        let words = model.words
        return WorkstationExit(
            code: error.code == .unknownUser ? 4 : 3,
            message: "\(words(sentences.problem)) \(words(sentences.nextStep))")
    }

    private func sleep() {
        let now = DeskTime.system()
        var wait = time.wait(until: model.nextTimer, now: now)
        if let attempt = link.nextAttempt {
            wait = min(wait, max(0, attempt.milliseconds - now.milliseconds))
        }
        if script != nil { wait = min(wait, 20) }
        var entries = backend.inputDescriptors.map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        if let descriptor = link.descriptor {
            let events = Int16(POLLIN | (link.wantsWrite ? POLLOUT : 0))
            entries.append(pollfd(fd: descriptor, events: events, revents: 0))
        }
        if let dictation {
            entries.append(pollfd(fd: dictation.descriptor, events: Int16(POLLIN), revents: 0))
        }
        _ = poll(&entries, nfds_t(entries.count), Int32(min(1000, wait)))
    }

    /// A moment for the core to confirm the last draft, so that no copy of it stays behind.
    private func settleDrafts() {
        let end = DeskTime.system() + .milliseconds(300)
        link.flush()
        while !model.unsavedDrafts.isEmpty, let descriptor = link.descriptor,
            DeskTime.system() < end
        {
            var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            _ = poll(&entry, 1, 50)
            for action in link.drain(now: DeskTime.system()) { apply(action) }
        }
    }
}
