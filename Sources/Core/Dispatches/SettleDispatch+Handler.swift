package import HelpDesk
import Store
package import Wire

extension SettleDispatch: DeskCall {
    package static let need: Need = .oneOf([.reply, .ship])

    package func run(in desk: Desk, as caller: Principal) async throws -> DispatchView {
        let reason = CleanText.clean(reason).collapsed(limit: 200)
        let view = try await desk.act(as: caller) { transaction in
            let found = try transaction.visibleDispatch(dispatch, to: caller)
            try Rights.require(found.kind == .shipment ? .ship : .reply, of: caller)
            switch (found.state, decision) {
            case (.unknown, .sent):
                guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
                try transaction.move(found, to: .sent, evidence: "confirmed-by-person")
                try transaction.finishJob(of: found)
            case (.unknown, .again):
                guard !reason.isEmpty else { throw DeskError(.badRequest, ["field": "reason"]) }
                try transaction.move(found, to: .queued, evidence: "not-there-by-person")
                try transaction.schedule(found, at: transaction.now)
            case (.refused, .again):
                try transaction.requireNoOther(than: found)
                try transaction.move(found, to: .queued, evidence: "again-by-person")
                try transaction.schedule(found, at: transaction.now)
            case (.refused, .withdrawn):
                try transaction.move(found, to: .withdrawn, evidence: "put-away")
            case (.queued, .withdrawn):
                try transaction.move(found, to: .withdrawn, evidence: "taken-back")
                try transaction.finishJob(of: found)
            default:
                throw DeskError(.dispatchTooLate, ["state": found.state.rawValue])
            }
            guard let changed = try transaction.dispatch(found.id) else {
                throw DeskError(.dispatchNotFound)
            }
            return try transaction.view(of: changed)
        }
        // Somebody who looked says that it may go: it need not wait for the next probe.
        if decision == .again { desk.gates.force(view.dispatch.store, at: desk.clock.now) }
        return view
    }
}

extension ListDispatches: DeskCall {
    package static let need: Need = .verb(.read)

    private static let waiting: [DispatchState] = [.queued, .sending, .refused, .unknown]
    private static let most = 500

    package func run(in desk: Desk, as caller: Principal) async throws -> Reply {
        let wanted = states.isEmpty ? Self.waiting : states
        return try await desk.database.read { transaction in
            Reply(
                dispatches: try transaction.dispatches(
                    states: wanted, scope: caller.scope, limit: Self.most
                ).map(transaction.view(of:)))
        }
    }
}

extension ReadTransaction {
    /// A dispatch within the caller's scope. Throws `dispatchNotFound`.
    func visibleDispatch(_ id: DispatchID, to caller: Principal) throws -> Dispatch {
        guard let found = try dispatch(id), caller.scope.contains(found.store) else {
            throw DeskError(.dispatchNotFound, ["dispatch": String(id.rawValue)])
        }
        return found
    }
}

extension WriteTransaction {
    /// Throws `dispatchTooLate` where an equal dispatch has been made since.
    fileprivate func requireNoOther(than dispatch: Dispatch) throws {
        guard let other = try dispatchByIdempotencyKey(dispatch.idempotencyKey),
            other.id != dispatch.id, other.state.standsInTheWay
        else { return }
        throw DeskError(.dispatchTooLate, ["state": other.state.rawValue])
    }

    /// Ends the job that would carry a dispatch out, if it still waits.
    func finishJob(of dispatch: Dispatch) throws {
        let key = JobKind.key(dispatch.store, dispatch.id)
        guard let job = try unfinishedJob(kind: JobKind.dispatch.rawValue, key: key) else {
            return
        }
        try finish(job)
    }
}
