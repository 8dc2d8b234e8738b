import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

extension WorkstationModel {
    /// Asks what the order of the ticket at hand allows; the answer opens the list.
    mutating func askOrderActions() -> [Effect] {
        guard let ticket = currentRow?.ticket, let order = ticket.order else { return [] }
        say(DispatchStrings.asking)
        return [.latest("actions", .orderActions(order, ticket.store, ticket.id))]
    }

    mutating func offer(_ offers: OrderOffers, for call: CoreCall) -> [Effect] {
        guard case .orderActions(let order, _, let ticket) = call, popups.isEmpty,
            currentRow?.ticket.order == order
        else { return [] }
        notice = nil
        let items = DispatchPicker.items(offers, words)
        guard !items.isEmpty else {
            say(DispatchStrings.nothing)
            return []
        }
        let effects = pick(.dispatch(offers, ticket), items)
        if case .picker(var state) = popups.last {
            state.previews = DispatchPicker.previews(offers, self)
            popups[popups.count - 1] = .picker(state)
        }
        return effects
    }

    mutating func picked(
        _ id: String, among offers: OrderOffers, for ticket: TicketID
    ) -> [Effect] {
        if let view = offers.dispatches.first(where: { DispatchPicker.id($0) == id }) {
            return ask(QuestionPane.Purpose.settleDispatch(view))
        }
        guard let offer = offers.offers.first(where: { $0.action == id }) else { return [] }
        if let problem = DispatchWords.problem(offer) {
            say(problem)
            return []
        }
        var plan = DispatchPlan(
            offer, order: offers.order, store: offers.store, ticket: ticket)
        plan.locale = offers.locale
        switch offer.kind {
        case .reviewRequest: return ask(QuestionPane.Purpose.dispatch(plan))
        case .shipment: return ask(PromptPane.Purpose.shipment(plan))
        case .message:
            return offer.rule?.textLimit == nil ? askForFiles(plan) : openMessage(plan)
        }
    }

    /// Opens the composer for a typed message, with what was typed for it before.
    private mutating func openMessage(_ plan: DispatchPlan) -> [Effect] {
        guard let row = currentRow, row.id == plan.ticket else { return [] }
        keepNote()
        let effects = saveDraftIfChanged() + (layer == .thread ? [] : open(row))
        composer = ComposerPane.State(
            row: row, kind: .message(plan), text: keptMessages[plan.key] ?? "")
        return effects + push(.composer)
    }

    /// Leads a typed message through what is still missing: files, dates, the last yes.
    mutating func proceed(_ plan: DispatchPlan) -> [Effect] {
        guard isConnected else {
            say(ComposerStrings.offline, .warning)
            return []
        }
        var plan = plan
        if plan.rule?.textLimit != nil { plan.text = composer?.editor.text }
        composer?.replace(plan)
        if plan.isConfirmed { return send(plan) }
        if (plan.rule?.mostFiles ?? 0) > 0 { return askForFiles(plan) }
        return ask(QuestionPane.Purpose.dispatch(plan))
    }

    private mutating func askForFiles(_ plan: DispatchPlan) -> [Effect] {
        ask(PromptPane.Purpose.files(plan))
    }

    mutating func filesTyped(_ plan: DispatchPlan, _ text: String) -> [Effect] {
        let paths = text == "-" ? [] : TypedPaths.paths(in: text)
        guard paths.isEmpty else { return [.examineFiles(plan, paths)] }
        return examined(plan, .fine([]))
    }

    /// The files were looked at: what would be refused is said before anything leaves.
    mutating func examined(_ plan: DispatchPlan, _ report: FileReport) -> [Effect] {
        var plan = plan
        switch report {
        case .unreadable(let path, let why):
            say(DispatchStrings.badFile(PlannedFile.name(of: path), why), .error)
            return []
        case .refused(let path, let error):
            let said = ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments)
            let name = PlannedFile.name(of: path)
            say(DispatchStrings.badFile(name, words(said.problem)), .error)
            return []
        case .fine(let files): plan.files = files
        }
        do throws(DeskError) {
            try plan.rule?.check(fileCount: plan.files.count)
            try DispatchFileRules.check(sizes: plan.files.map(\.byteCount))
        } catch {
            say(ErrorSentences.words(code: error.code.rawValue, arguments: error.arguments))
            return []
        }
        composer?.replace(plan)
        if plan.rule?.needsCoverage == true { return ask(PromptPane.Purpose.coverage(plan)) }
        return ask(QuestionPane.Purpose.dispatch(plan))
    }

    mutating func coverageTyped(_ plan: DispatchPlan, _ text: String) -> [Effect] {
        guard let coverage = TypedPaths.coverage(in: text) else {
            say(DispatchStrings.notDates, .warning)
            return ask(PromptPane.Purpose.coverage(plan), text: text)
        }
        var plan = plan
        plan.coverage = coverage
        return ask(QuestionPane.Purpose.dispatch(plan))
    }

    mutating func shipmentTyped(_ plan: DispatchPlan, _ text: String) -> [Effect] {
        guard let shipment = TypedShipment(text) else {
            say(DispatchStrings.notShipment, .warning)
            return ask(PromptPane.Purpose.shipment(plan), text: text)
        }
        var plan = plan
        plan.shipment = shipment
        return ask(QuestionPane.Purpose.dispatch(plan))
    }

    /// The last yes was said.
    mutating func send(_ plan: DispatchPlan) -> [Effect] {
        var plan = plan
        plan.isConfirmed = true
        if composer?.replace(plan) == true {
            plan.confirmedRules = composer?.confirmedRules ?? []
            composer?.isSending = true
        }
        return [.call(.dispatch(plan))]
    }

    mutating func dispatched(_ outcome: SendOrderMessage.Reply, _ call: CoreCall) -> [Effect] {
        guard case .dispatch(let plan) = call else { return [] }
        let isOpen = composer?.isMessage(plan) ?? false
        if isOpen { composer?.isSending = false }
        switch outcome {
        case .queued(let view):
            keptMessages[plan.key] = nil
            say(DispatchStrings.queued, .ok)
            countDown(view, plan)
            return isOpen ? dropComposer() : reloadThread(plan.ticket)
        case .blocked(let findings):
            if isOpen { composer?.show(findings) }
            say(ComposerStrings.blocked, .error)
            return []
        case .unconfirmed(let findings):
            guard isOpen else { return [] }
            composer?.show(findings)
            return confirmNext(findings)
        }
    }

    /// The core refused it: the text is open again, for another try.
    mutating func reopenPlan(_ plan: DispatchPlan) {
        guard composer?.isMessage(plan) == true else { return }
        composer?.isSending = false
        var open = plan
        open.isConfirmed = false
        composer?.replace(open)
    }

    /// A typed message has the same pause before it leaves as a reply; it starts when it is queued.
    private mutating func countDown(_ view: DispatchView, _ plan: DispatchPlan) {
        let releaseAt = view.dispatch.queuedAt + .seconds(Int64(undoSeconds))
        guard view.dispatch.kind == .message, view.dispatch.state == .queued, releaseAt > now
        else { return }
        undo = UndoCountdown(
            what: .message(view.id, plan), ticket: plan.ticket, releaseAt: releaseAt)
        notice = nil
    }

    mutating func settled(_ view: DispatchView) -> [Effect] {
        outbox.changed(view)
        say(DispatchStrings.settled, .ok)
        if case .message(view.id, let plan) = undo?.what, view.dispatch.state == .withdrawn {
            undo = nil
            keptMessages[plan.key] = plan.text
            say(DispatchStrings.takenBack, .ok)
        }
        let reload = thread.map { reloadThread($0.ticket) } ?? []
        return reload + (layer == .outbox ? OutboxPane.fetch : [])
    }
}

extension DispatchPlan {
    /// What the text typed for it is kept under.
    var key: String { "\(store.rawValue) \(order.rawValue) \(action)" }
}

extension ComposerPane.State {
    /// The message that is written here, if it is one.
    var plan: DispatchPlan? {
        if case .message(let plan) = kind { return plan }
        return nil
    }

    func isMessage(_ plan: DispatchPlan) -> Bool { self.plan?.key == plan.key }

    /// Keeps what was decided about the message that is written here; false for another one.
    @discardableResult
    mutating func replace(_ plan: DispatchPlan) -> Bool {
        guard isMessage(plan) else { return false }
        kind = .message(plan)
        return true
    }
}
