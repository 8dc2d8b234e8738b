package import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
package import Wire

/// Questions with a few answers, each by its own key; enter and escape give the safe one.
package enum QuestionPane {
    package enum Purpose: Hashable, Sendable {
        case engine(EngineQuestion)
        /// What a macro would do, or why it does nothing.
        case macro(MacroName, TicketID, number: Int, [RunMacro.Step])
        case retireMacro(MacroName, title: String)
        case quit
        /// Resolving was asked for while an answer is owed.
        case owed(Ticket)
        /// The rows that an act on many left as they were.
        case refused([ActOnTickets.Refusal])
        case discard
        /// The last yes before something leaves for the platform.
        case dispatch(DispatchPlan)
        /// What became of something nobody knows the end of, or that has not left yet.
        case settleDispatch(DispatchView)
        /// Warnings of the linter, of which the first step's places are asked about.
        case confirm([Finding])
        /// Items that came after the author's last look.
        case stale([MessageView])
        /// Somebody else writes the answer.
        case composeHeld(TicketID, ComposeHolder)
        /// The buyer got an answer a moment ago.
        case answered([RecentAnswer])
        /// With the reason where the first step could not wait for the second.
        case confirmExcuse(TicketID, basis: EventSequence, reason: String)
        case file(AttachmentView)
        /// Saving a dangerous file, or handing any file to another program.
        case dangerousFile(AttachmentView, opens: Bool)
    }

    package struct State: Hashable, Sendable {
        package var purpose: Purpose
    }

    static func dialog(_ state: State, _ model: WorkstationModel) -> Dialog {
        let words = model.words
        return switch state.purpose {
        case .engine(let question): question.dialog(model)
        case .macro(_, _, _, let steps): MacroQuestions.steps(steps, model)
        case .retireMacro(_, let title): MacroQuestions.retire(title, model)
        case .quit: quit(words, losesNotes: !model.keptNotes.isEmpty)
        case .owed(let ticket): LifeQuestions.owed(ticket, model)
        case .refused(let refusals): LifeQuestions.refused(refusals, model)
        case .discard: discard(words)
        case .dispatch(let plan): dispatch(plan, model)
        case .settleDispatch(let view): settle(view, model)
        case .confirm(let findings): WarningQuestions.dialog(findings, model)
        case .stale(let items): CollisionQuestions.stale(items, model)
        case .composeHeld(_, let holder): CollisionQuestions.held(holder, model)
        case .answered(let answers): CollisionQuestions.answered(answers, model)
        case .confirmExcuse(let ticket, _, _): confirmExcuse(ticket, model)
        case .file(let view): FileQuestions.file(view, model)
        case .dangerousFile(let view, let opens): FileQuestions.dangerous(view, opens, model)
        }
    }

    private static func quit(_ words: Words, losesNotes: Bool) -> Dialog {
        let text = losesNotes ? QuestionStrings.quitNotes : QuestionStrings.quitText
        return Dialog(
            title: words(QuestionStrings.quitTitle),
            lines: [[StyledText(words(text))]],
            choices: [
                DialogChoice(key: "s", label: words(QuestionStrings.stay), isSafe: true),
                DialogChoice(key: "y", label: words(QuestionStrings.leave)),
            ])
    }

    private static func discard(_ words: Words) -> Dialog {
        Dialog(
            title: words(QuestionStrings.discardTitle),
            lines: [[StyledText(words(QuestionStrings.discardText))]],
            choices: [
                DialogChoice(key: "k", label: words(QuestionStrings.keep), isSafe: true),
                DialogChoice(key: "y", label: words(QuestionStrings.discard)),
            ])
    }

    private static func confirmExcuse(_ ticket: TicketID, _ model: WorkstationModel) -> Dialog {
        let words = model.words
        var lines: [TextLine] = [[StyledText(words(QuestionStrings.excuseText))]]
        var choices = [
            DialogChoice(key: "n", label: words(QuestionStrings.notYet), isSafe: true),
            DialogChoice(key: "y", label: words(QuestionStrings.isTicked)),
        ]
        if let link = model.noResponseLink(of: ticket) {
            let safe = SafeText.line(link, rules: model.rules)
            lines.append([])
            for line in safe.wrapped(width: min(66, model.size.width - 10)) {
                lines.append([StyledText(line, .accent)])
            }
            choices.append(DialogChoice(key: "c", label: words(QuestionStrings.copyLink)))
        }
        return Dialog(title: words(QuestionStrings.excuseTitle), lines: lines, choices: choices)
    }
}

extension WorkstationModel {
    mutating func questionPressed(_ state: QuestionPane.State, _ key: Key) -> [Effect] {
        guard let choice = QuestionPane.dialog(state, self).choice(for: key) else {
            popups.append(.question(state))
            return []
        }
        switch (state.purpose, choice.key) {
        case (.engine(let question), "y"): return engineConfirmed(question)
        case (.macro(let name, let ticket, let number, _), "y"):
            return [.call(.library(.runMacro(name, ticket, number: number, isDryRun: false)))]
        case (.retireMacro(let name, _), "y"): return [.call(.library(.retireMacro(name)))]
        case (.quit, "y"): return farewell()
        case (.discard, "y"): return discardDraft()
        case (.dispatch(let plan), "y"): return send(plan)
        case (.settleDispatch(let view), "y"):
            return ask(PromptPane.Purpose.settleDispatch(view.id, .sent))
        case (.settleDispatch(let view), "a"):
            return ask(PromptPane.Purpose.settleDispatch(view.id, .again))
        case (.settleDispatch(let view), "t"):
            return [.call(.settleDispatch(view.id, .withdrawn, reason: ""))]
        case (.confirm(let findings), "y"):
            return confirmed(findings)
        case (.stale(let items), "r"): return readNewer(items)
        case (.stale, "s"): return ask(PromptPane.Purpose.staleReason)
        case (.composeHeld(let ticket, _), let key): return choseBesideHolder(ticket, key)
        case (.answered(let answers), "y"):
            composer?.knownAnswers += answers.map(\.mark)
            return sendReply()
        case (.confirmExcuse(let ticket, let basis, let reason), "y"):
            if reason.isEmpty {
                let call = CoreCall.excuse(
                    ticket, basis: basis, isConfirmed: true, reason: "confirmed")
                return [.call(call)]
            }
            return [.call(.excuseAtOnce(ticket, basis: basis, reason: reason))]
        case (.confirmExcuse(let ticket, _, _), "c"):
            popups.append(.question(state))
            return noResponseLink(of: ticket).map { [.copy($0)] } ?? []
        case (.confirmExcuse(_, _, let reason), _) where !reason.isEmpty:
            say(TicketStrings.tickFirst, .warning)
            return []
        case (.owed, "r"): return startReply()
        case (.owed, "e"): return excuse("")
        case (.owed(let ticket), "z"):
            return [.call(.life(.snooze(ticket.id, until: ticket.latestWake(at: now))))]
        case (.file(let view), let key): return choseForFile(view, key)
        case (.dangerousFile(let view, true), "y"): return fetch(view, .viewer)
        case (.dangerousFile(let view, false), "y"):
            return ask(.savePath(view), text: "~/\(view.name)")
        default: return []
        }
    }
}
