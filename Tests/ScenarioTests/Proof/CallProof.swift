import HelpDesk
import Simulator
import SwiftExtensions

/// What the platform's own log says of the calls.
struct CallProof {
    let log: [PretendLogEntry]
    let duration: Duration
    let stores: Int

    /// Refusals for coming too soon that nobody planned.
    var earned429s: Int { log.count { $0.status == 429 && $0.fault == nil } }

    var byKind: [String: Int] {
        log.reduce(into: [:]) { counts, entry in
            if let fault = entry.fault { counts[fault.kind, default: 0] += 1 }
        }
    }

    var byOperation: [String: Int] {
        log.reduce(into: [:]) { $0[$1.operation, default: 0] += 1 }
    }

    var faultShare: Double {
        Double(log.count { $0.fault != nil }) / Double(max(1, log.count))
    }

    /// Searches against what the published rate of all stores permits in the time.
    var searchShare: Double {
        let seconds = Double(duration.wholeMilliseconds) / 1000
        let permitted = Double(stores) * (20 + 0.0056 * seconds)
        return Double(byOperation["searchOrders", default: 0]) / permitted
    }
}
