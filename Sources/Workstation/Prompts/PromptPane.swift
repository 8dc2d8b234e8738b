package import HelpDesk
import Localization
import TerminalCore
package import TerminalWidgets
package import Wire

/// One line asked for in the footer's place.
package enum PromptPane {
    package enum Purpose: Hashable, Sendable {
        case engine(EnginePrompt)
        case rights(RightsPrompt)
        case library(LibraryPrompt)
        case wall(WallPrompt)
        case life(LifePrompt)
        case search
        case find
        case files(DispatchPlan)
        case coverage(DispatchPlan)
        case shipment(DispatchPlan)
        case settleDispatch(DispatchID, DispatchDecision)
        case excuse(TicketID, basis: EventSequence, messages: Int)
        case holdReason(TicketID)
        case handleCase(CaseID, TicketID, CaseKind)
        /// The number of another ticket for a command.
        case otherTicket(String, TicketID)
        case editNote(MessageID)
        case bulkTag
        case bulkHold
        case reviewReason
        case staleReason
        /// Why the answer is taken from whoever writes it.
        case takeOver(TicketID)
        /// Why a ticket moves although its owner writes the answer.
        case reassign(TicketID, to: PersonID?, expected: PersonID?)
        case review(OutboxID, isApproved: Bool)
        case settle(OutboxID, hasArrived: Bool)
        case savePath(AttachmentView)
        case attachPath

        /// Whether enter on an empty line is an answer.
        var mayBeEmpty: Bool {
            switch self {
            case .search, .find: true
            case .engine(let prompt): prompt.mayBeEmpty
            case .rights(let prompt): prompt.mayBeEmpty
            default: false
            }
        }
    }

    package struct State: Hashable, Sendable {
        package var purpose: Purpose
        package var field: InputField
        /// Whether the field holds what it was opened with.
        fileprivate var isUntouched = true

        init(purpose: Purpose, text: String = "") {
            self.purpose = purpose
            field = InputField(text: text)
        }

        /// A path typed from its root goes in the place of the one that was offered.
        mutating func type(_ key: Key) {
            if isUntouched, purpose.isPath, Self.beginsPath(key) { field.set("") }
            isUntouched = false
            _ = field.handle(key)
        }

        private static func beginsPath(_ key: Key) -> Bool {
            let first: Character? =
                switch key {
                case .paste(let text): text.first
                case .press(let press): press.typed
                default: nil
                }
            return first == "/" || first == "~"
        }
    }

    static func prompt(_ purpose: Purpose) -> Phrase {
        switch purpose {
        case .engine(let prompt): prompt.phrase
        case .rights(let prompt): prompt.phrase
        case .library(let prompt): prompt.phrase
        case .wall(let prompt): prompt.phrase
        case .life(let prompt): prompt.phrase
        case .search: Phrase("prompt.search", "Search everything")
        case .find: Phrase("prompt.find", "Find here")
        case .files(let plan) where plan.rule?.fewestFiles == 0:
            Phrase("prompt.files-optional", "Paths of files to send (- for none)")
        case .files: Phrase("prompt.files", "Paths of files to send")
        case .coverage:
            Phrase("prompt.coverage", "First and last day (2026-11-22 2027-11-21)")
        case .shipment:
            Phrase("prompt.shipment", "Carrier, tracking number, items (DHL 0034... ITEM=1)")
        case .settleDispatch(_, .again):
            Phrase("prompt.not-arrived", "How do you know it did not arrive?")
        case .settleDispatch: Phrase("prompt.arrived", "How do you know it arrived?")
        case .excuse(_, _, let count) where count > 1:
            Phrase(
                "prompt.excuse-many", "Why is no answer needed ({count} messages)?",
                ["count": "\(count)"])
        case .excuse: Phrase("prompt.excuse", "Why is no answer needed?")
        case .handleCase: Phrase("prompt.handle-case", "What was done about it?")
        case .holdReason: Phrase("prompt.hold-reason", "What are we waiting for?")
        case .otherTicket: Phrase("prompt.other-ticket", "Which ticket? #")
        case .editNote: Phrase("prompt.edit-note", "The note")
        case .bulkTag: Phrase("prompt.bulk-tag", "Which tag? #")
        case .bulkHold: Phrase("prompt.bulk-hold", "How long and for what? (2d carrier)")
        case .reviewReason: Phrase("prompt.review-reason", "Why should it go out as it is?")
        case .staleReason:
            Phrase("prompt.stale-reason", "Why send without answering the new items?")
        case .takeOver: Phrase("prompt.take-over", "Why do you take the answer over?")
        case .reassign: Phrase("prompt.reassign", "The owner writes an answer. Why move it?")
        case .review(_, true): Phrase("prompt.approve", "Why may it go out?")
        case .review(_, false): Phrase("prompt.reject", "What should be changed?")
        case .savePath: Phrase("prompt.save-path", "Save as")
        case .attachPath: Phrase("prompt.attach-path", "Attach")
        case .settle(_, true): Phrase("prompt.arrived", "How do you know it arrived?")
        case .settle(_, false): Phrase("prompt.not-arrived", "How do you know it did not arrive?")
        }
    }
}

extension PromptPane.Purpose {
    /// Whether Tab completes what is typed as a path.
    var isPath: Bool {
        switch self {
        case .savePath, .attachPath, .files: true
        default: false
        }
    }
}

extension PromptPane.State {
    /// The path that Tab completes: the line, or the last of several on it.
    var path: String {
        guard case .files = purpose else { return field.text }
        return TypedPaths.last(in: field.text).path
    }

    /// Puts a longer beginning in the place of `path`.
    mutating func complete(_ path: String) {
        var text = path
        if case .files = purpose {
            text = TypedPaths.last(in: field.text).before + TypedPaths.typed(path)
        }
        field = InputField(prompt: field.prompt, text: text)
        isUntouched = false
    }
}

extension WorkstationModel {
    mutating func promptPressed(_ state: PromptPane.State, _ key: Key) -> [Effect] {
        var state = state
        if key == .named(.escape) || key == .ctrl("c") { return [] }
        if key == .named(.enter) {
            let text = state.field.text
            if state.purpose.mayBeEmpty || !text.allSatisfy(\.isWhitespace) {
                return answered(state.purpose, text)
            }
        } else if key == .named(.tab), state.purpose.isPath {
            popups.append(.prompt(state))
            return [.completePath(state.path)]
        } else {
            state.type(key)
        }
        popups.append(.prompt(state))
        return []
    }

    private mutating func answered(_ purpose: PromptPane.Purpose, _ text: String) -> [Effect] {
        switch purpose {
        case .engine(let prompt): return engineAnswered(prompt, text)
        case .rights(let prompt): return rightsAnswered(prompt, text)
        case .library(let prompt): return libraryAnswered(prompt, text)
        case .wall(let prompt): return wallAnswered(prompt, text)
        case .life(let prompt): return lifeAnswered(prompt, text)
        case .search: return search(text)
        case .find: return find(text)
        case .files(let plan): return filesTyped(plan, text)
        case .coverage(let plan): return coverageTyped(plan, text)
        case .shipment(let plan): return shipmentTyped(plan, text)
        case .settleDispatch(let dispatch, let decision):
            return [.call(.settleDispatch(dispatch, decision, reason: text))]
        case .excuse(let ticket, let basis, _): return excuse(ticket, basis: basis, text)
        case .handleCase(let item, let ticket, _):
            return [.call(.handleCase(item, ticket, .handled, reason: text))]
        case .holdReason(let ticket): return pickHoldTime(ticket, reason: text)
        case .otherTicket(let name, _):
            return CommandBook.named(name, in: layer).map { run($0, argument: text) } ?? []
        case .editNote(let note): return [.call(.life(.editNote(note, text: text)))]
        case .bulkTag: return bulk(.tag(text))
        case .bulkHold: return bulkHold(text)
        case .reviewReason:
            composer?.reviewReason = text
            return sendReply()
        case .staleReason: return sendPast(text)
        case .takeOver(let ticket): return [.call(.collision(.takeOver(ticket, reason: text)))]
        case .reassign(let ticket, let person, let expected):
            let call = CollisionCall.reassign(
                ticket, to: person, expected: expected, reason: text)
            return [.call(.collision(call))]
        case .review(let item, let isApproved):
            return [.call(.review(item, isApproved: isApproved, reason: text))]
        case .savePath(let view): return fetch(view, .save(path: text))
        case .attachPath: return attach(text)
        case .settle(let item, let hasArrived):
            return [.call(.settle(item, hasArrived: hasArrived, reason: text))]
        }
    }
}
