import Channels
import HelpDesk
import Store
import SwiftExtensions

extension MailSettler {
    /// What a notice does to the cases of its ticket and order: it ends those it names, goes on
    /// with one that is known, or opens one.
    func settle(
        _ notice: PlatformNotice, _ store: StoreID, _ ticket: TicketID?, _ message: MessageID?
    ) throws {
        let known = try knownCases(store, ticket)
        let proof = CaseProof.notice(mail.raw.id)
        let ended = Set(notice.closes.map { CaseKind($0.rawValue) })
        try transaction.apply(
            CaseRules.ended(by: ended, among: known, at: transaction.now, proof: proof))
        guard notice.isCaseEvent else { return }
        let running = known.last { $0.kind.rawValue == notice.kind.rawValue && $0.state != .closed }
        if let running, notice.reviewDue != nil {
            try goOn(running, notice, message, proof)
        } else {
            try openCase(notice, store, ticket, message)
        }
        guard notice.reviewDue != nil, let ticket = try ticket.flatMap(transaction.ticket) else {
            return
        }
        try transaction.apply(CaseRules.opened(on: ticket))
    }

    private func knownCases(_ store: StoreID, _ ticket: TicketID?) throws -> [DeskCase] {
        var known = try ticket.map { try transaction.cases(of: $0) } ?? []
        if let order = inbound.order {
            let ids = Set(known.map(\.id))
            known += try transaction.cases(order: order, store: store).filter {
                !ids.contains($0.id)
            }
        }
        return known.sorted { $0.id < $1.id }
    }

    /// The platform tells more, or asks again. A deadline that it names moves the clock of a case that
    /// nobody has dealt with, though not away unless something vouches for the notice; a usual one
    /// only brings it nearer, and says nothing of a named one.
    private func goOn(
        _ item: DeskCase, _ notice: PlatformNotice, _ message: MessageID?, _ proof: CaseProof
    ) throws {
        let again = CaseRules.again(item, at: transaction.now, proof: proof)
        let due = due(
            of: item, by: notice, isBelieved: try isVouched || isHistory(),
            isAgain: again != nil)
        try transaction.record(
            .caseNoted(
                CaseNotice(
                    item: item.id, message: message, reviewDue: due,
                    isDeadlineNamed: notice.isDeadlineNamed)))
        try transaction.apply([again].compactMap { $0 })
    }

    private func due(
        of item: DeskCase, by notice: PlatformNotice, isBelieved: Bool, isAgain: Bool
    ) -> Timestamp? {
        guard let told = notice.reviewDue, let known = item.reviewDue, !isAgain else {
            return notice.reviewDue
        }
        if notice.isDeadlineNamed, isBelieved { return told }
        guard notice.isDeadlineNamed || !item.isDeadlineNamed else { return nil }
        return told < known ? told : nil
    }

    private func openCase(
        _ notice: PlatformNotice, _ store: StoreID, _ ticket: TicketID?, _ message: MessageID?
    ) throws {
        let hasClock = notice.reviewDue != nil
        try transaction.record(
            .caseOpened(
                DeskCase(
                    id: try transaction.nextCaseID(), kind: CaseKind(notice.kind.rawValue),
                    store: store, ticket: ticket, order: inbound.order,
                    state: hasClock ? .open : .closed, openedAt: inbound.platformTime,
                    reviewDue: notice.reviewDue, isDeadlineNamed: notice.isDeadlineNamed,
                    isProminent: notice.isProminent, message: message,
                    settledAt: hasClock ? nil : inbound.platformTime)))
    }
}
