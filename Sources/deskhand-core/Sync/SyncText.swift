import Core
import Foundation
import Localization

/// What a pass did, one line a store and step; below a problem what to do about it.
enum SyncText {
    static func lines(of summary: SyncSummary) -> String {
        let words = Words(
            InterfaceLanguage.choose(environment: ProcessInfo.processInfo.environment))
        return summary.stores.map { store in
            let orders = store.orders
            let messages = store.messages
            var lines = [
                "\(store.id)\torders\tpulled \(orders.pulled)\tnew \(orders.created)\t"
                    + "changed \(orders.updated)\trequests \(orders.requests)",
                "\(store.id)\tmessages\tfetched \(messages.fetched)\tnew \(messages.created)\t"
                    + "duplicates \(messages.duplicates)\tunparsed \(messages.unparsed)",
            ]
            for problem in orders.errors + (store.errors ?? []) {
                lines.append("\(store.id)\t\(problem.code)\t\(problem.op)\t\(problem.message)")
                let said = SyncSentences.words(errorClass: problem.code)
                lines.append("\t! \(words(said.problem)) -> \(words(said.nextStep))")
            }
            return lines.joined(separator: "\n")
        }.joined(separator: "\n")
    }
}
