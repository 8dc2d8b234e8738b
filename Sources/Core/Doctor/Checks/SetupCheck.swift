import ChannelAmazon
import Crypto
import Foundation
import HelpDesk
import Settings
import Store
import SwiftExtensions

extension DoctorCheck {
    /// What `deskhand setup` left open, and how old its last proofs are. Says nothing of a desk
    /// that was set up by hand.
    static func setup(_ configuration: Configuration) -> DoctorCheck {
        local("setup") { context in
            let path = SetupState.path(in: configuration.core.data)
            guard (try? FileStatus(path: path)) != nil else { return [] }
            let state: SetupState
            do { state = try SetupState.load(from: path) } catch {
                return [DoctorFinding(.setupUnreadable, path)]
            }
            return [openItems(configuration)]
                + roundTrips(configuration, state, context.surroundings.now())
        }
    }

    private static func openItems(_ configuration: Configuration) -> DoctorFinding {
        let items = SetupSurvey(file: configuration.file).items()
        let open = items.filter { $0.code.state != .done }
        guard let first = open.first else { return DoctorFinding(.setupComplete, "setup") }
        return DoctorFinding(
            .setupOpen, "setup",
            ["count": String(open.count), "first": "\(first.subject) (\(first.code.rawValue))"])
    }

    /// A proof of more than 90 days says little about today's forwards and filters.
    private static func roundTrips(
        _ configuration: Configuration, _ state: SetupState, _ now: Timestamp
    ) -> [DoctorFinding] {
        SetupSurvey.addresses(configuration).compactMap { address, mailbox in
            guard let trial = state.roundTrips[address] else { return nil }
            let days = (now - trial.at).wholeMilliseconds / 86_400_000
            let code: DoctorCode =
                trial.trouble != nil
                ? .roundTripFailed : days > 90 ? .roundTripOld : .roundTripOk
            return DoctorFinding(code, mailbox.name, ["days": String(max(0, days))])
        }
    }

    /// Replies that all come back are what an unapproved sender looks like (amazon reference 2.10).
    static func approvedSenders(_ configuration: Configuration) -> DoctorCheck {
        local("senders") { _ in
            let path = configuration.core.data + "/desk.sqlite"
            guard access(path, F_OK) == 0,
                let inspection = try? DatabaseInspection(path: path)
            else { return [] }
            defer { inspection.close() }
            let fates = (try? inspection.replyFates(limit: 20)) ?? [:]
            return configuration.stores.compactMap { store in
                guard let fate = fates[StoreID(store.id)], fate.bounced > 0,
                    fate.accepted < fate.bounced
                else { return nil }
                return DoctorFinding(
                    .senderUnapproved, store.id,
                    [
                        "bounced": String(fate.bounced),
                        "all": String(fate.bounced + fate.accepted),
                    ])
            }
        }
    }

    /// Which data tables this program has: two installations with the same words have the same.
    static func tables() -> DoctorCheck {
        local("tables") { _ in
            var hash = SHA256()
            for table in AmazonTables.all {
                hash.update(data: Data(table.name.utf8))
                hash.update(data: Data(table.bytes))
            }
            let digest = hash.finalize().prefix(4).map {
                ($0 < 16 ? "0" : "") + String($0, radix: 16)
            }.joined()
            return [
                DoctorFinding(
                    .tablesOk, "tables",
                    ["count": String(AmazonTables.all.count), "version": digest])
            ]
        }
    }
}
