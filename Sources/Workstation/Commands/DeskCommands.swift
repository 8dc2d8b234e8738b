import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// Commands that work in every pane.
enum DeskCommands {
    static let all: [Command] = moving + looks + views + leaving

    private static let moving: [Command] = [
        Command(
            "help", ["?", "f1"], in: .reading,
            Phrase("command.help", "Shows all keys and commands that work here"),
            hint: Phrase("hint.help", "help")
        ) { model, _ in model.openHelp() },
        Command(
            "help", ["f1", "ctrl-x ?"], in: [.composer],
            Phrase("command.help", "Shows all keys and commands that work here"),
            hint: Phrase("hint.help", "help")
        ) { model, _ in model.openHelp() },
        Command(
            "command", [":"], in: .reading,
            Phrase("command.command", "Opens the command line"),
            hint: Phrase("hint.command", "command")
        ) { model, _ in model.openCommandLine() },
        Command(
            "command", ["ctrl-x :"], in: [.composer],
            Phrase("command.command", "Opens the command line")
        ) { model, _ in model.openCommandLine() },
        Command(
            "undo", ["ctrl-x u"], in: [.composer],
            Phrase("command.undo", "Takes the last reply back while its countdown runs"),
            hint: Phrase("hint.undo", "undo send"),
            unless: { $0.undo == nil ? TicketStrings.nobodyToUndo : nil }
        ) { model, _ in model.undo.map { [.call($0.call)] } ?? [] },
        Command(
            "undo", ["u"], in: .reading,
            Phrase(
                "command.undo-change",
                "Takes the last reply back while its countdown runs, else your last change"),
            hint: Phrase("hint.undo-change", "undo"),
            unless: { model in
                let isNothing =
                    model.undo == nil && model.lastChanged.isEmpty && model.currentRow == nil
                return isNothing ? TicketStrings.nobodyToUndo : nil
            }
        ) { model, _ in
            if let reply = model.undo { return [.call(reply.call)] }
            return model.undoChange()
        },
    ]

    private static let looks: [Command] = [
        Command(
            "lang", in: .everywhere,
            Phrase("command.lang", "Changes the language of the interface"), argument: "en|zh"
        ) { model, argument in model.useLanguage(argument) },
        Command(
            "theme", in: .everywhere,
            Phrase("command.theme", "Changes the colours"), argument: "dark|light|mono"
        ) { _, argument in [.useTheme(argument)] },
        Command(
            "mouse", ["alt-m"], in: .everywhere,
            Phrase("command.mouse", "Gives the mouse to the terminal or takes it back")
        ) { model, _ in
            model.isMouseOn.toggle()
            model.say(model.isMouseOn ? DeskStrings.mouseOn : DeskStrings.mouseOff)
            return [.mouse(model.isMouseOn)]
        },
        Command(
            "redraw", ["ctrl-l"], in: .everywhere,
            Phrase("command.redraw", "Draws the whole screen again")
        ) { _, _ in [.redraw] },
        Command(
            "save-screen", in: .everywhere,
            Phrase("command.save-screen", "Writes the screen as text to a file"), argument: "FILE"
        ) { model, file in
            guard !file.isEmpty else {
                model.say(DeskStrings.fileMissing, .warning)
                return []
            }
            return [.saveScreen(file)]
        },
        Command(
            "suspend", ["ctrl-z"], in: .everywhere,
            Phrase("command.suspend", "Goes back to the shell; fg returns")
        ) { model, _ in model.saveDraftIfChanged() + [.suspend] },
    ]

    private static let views: [Command] =
        [
            Command(
                "inbox", ["g i"], in: .reading, Phrase("command.inbox", "Goes to the inbox")
            ) { model, _ in model.goHome() },
            Command(
                "outbox", ["g o"], in: .reading,
                Phrase("command.outbox", "Shows replies on their way, held and failed")
            ) { model, _ in model.push(.outbox) + OutboxPane.fetch },
            Command(
                "views", ["v"], in: .reading,
                Phrase("command.views", "Chooses what the inbox shows"),
                hint: Phrase("hint.views", "views")
            ) { model, _ in model.pickView() },
            Command(
                "queue", in: .everywhere, Phrase("command.queue", "Shows a queue in the inbox"),
                argument: "late|owed|mine|…"
            ) { model, name in model.useQueue(named: name) },
            Command(
                "category", in: .everywhere,
                Phrase("command.category", "Shows only tickets about something, or all again"),
                argument: "where-is-my-order|…"
            ) { model, name in name.isEmpty ? model.pickCategory() : model.filter(by: name) },
            Command(
                "search", ["/"],
                in: [.inbox, .outbox, .history, .sync, .jobs, .drift, .quarantine, .checks],
                Phrase(
                    "command.search", "Searches words, Chinese or Japanese parts, orders, #tickets"),
                hint: Phrase("hint.search", "search"), argument: "TEXT"
            ) { model, text in
                text.isEmpty ? model.ask(.search, text: model.inbox.search) : model.search(text)
            },
        ]
        + TicketQueue.allCases.prefix(9).enumerated().map { index, queue in
            Command(
                "view-\(index + 1)", ["g \(index + 1)", "alt-\(index + 1)"], in: .reading,
                Phrase("command.view", "Shows the view of this number")
            ) { model, _ in model.use(queue) }
        }

    private static let leaving: [Command] = [
        Command(
            "close", ["q"], in: .reading.subtracting([.inbox]),
            Phrase("command.close", "Closes this pane"), hint: Phrase("hint.close", "back")
        ) { model, _ in model.peel() },
        Command(
            "quit", ["q"], in: [.inbox], Phrase("command.quit", "Leaves Deskhand"),
            hint: Phrase("hint.quit", "quit")
        ) { model, _ in model.askToQuit() },
        Command(
            "q", in: .everywhere, Phrase("command.q", "Closes this pane, or leaves the inbox")
        ) { model, _ in model.layers.count > 1 ? model.peel() : model.askToQuit() },
        Command(
            "exit", in: .everywhere, Phrase("command.exit", "Leaves Deskhand; drafts are kept")
        ) { model, _ in model.farewell() },
    ]
}

extension WorkstationModel {
    mutating func goHome() -> [Effect] {
        layers = [.inbox]
        (thread, history) = (nil, nil)
        return [.title(windowTitle)]
    }

    mutating func use(_ queue: TicketQueue) -> [Effect] {
        goHome() + inbox.show(queue: queue, search: "")
    }

    mutating func useQueue(named name: String) -> [Effect] {
        let wanted = name.lowercased()
        let queue =
            TicketQueue.allCases.first { $0.rawValue == wanted }
            ?? TicketQueue.allCases.first { words(InboxStrings.queue($0)).lowercased() == wanted }
            ?? TicketQueue.allCases.first { $0.rawValue.hasPrefix(wanted) && !wanted.isEmpty }
        guard let queue else {
            say(DeskStrings.noSuchQueue(name), .error)
            return []
        }
        return use(queue)
    }

    mutating func search(_ text: String) -> [Effect] {
        if let past = searchPast(text) { return past }
        return goHome() + inbox.show(queue: text.isEmpty ? inbox.queue : .all, search: text)
    }

    mutating func useLanguage(_ name: String) -> [Effect] {
        guard let language = InterfaceLanguage(tag: name) else {
            say(DeskStrings.noSuchLanguage(name), .error)
            return []
        }
        words = Words(language)
        localTime.language = language
        relayOut()
        say(DeskStrings.languageIs(language.ownName))
        return []
    }

    /// Drafts are kept, so a question is only asked while a reply is open or on its countdown.
    mutating func askToQuit() -> [Effect] {
        keepNote()
        if composer == nil, undo == nil, unsavedDrafts.isEmpty, keptNotes.isEmpty {
            return [.quit]
        }
        return ask(QuestionPane.Purpose.quit)
    }

    mutating func pickView() -> [Effect] {
        let items = TicketQueue.allCases.enumerated().map { index, queue in
            PickerItem(
                id: queue.rawValue, title: words(InboxStrings.queue(queue)),
                detail: index < 9 ? "g \(index + 1)" : "", keywords: queue.rawValue)
        }
        return pick(.view, items)
    }
}
