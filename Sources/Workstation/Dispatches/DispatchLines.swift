import HelpDesk
import Localization
import TerminalCore
import TerminalWidgets
import Wire

/// How a dispatch reads in a conversation and beside an order.
enum DispatchLines {
    static func role(_ state: DispatchState) -> ThemeRole {
        switch state {
        case .sent: .ok
        case .queued, .sending: .info
        case .refused, .unknown: .error
        case .withdrawn: .muted
        }
    }

    /// `Tell of a problem · sent`.
    static func summary(_ view: DispatchView, _ words: Words) -> String {
        let action = words(DispatchWords.action(view.dispatch.action))
        return "\(action) · \(words(DispatchWords.state(view.dispatch.state)))"
    }

    /// Why it stands where it stands and what to do, in words; then the platform's own.
    static func explanation(_ view: DispatchView, _ words: Words) -> [String] {
        var lines: [String] = []
        if let problem = view.dispatch.problem, view.dispatch.state != .sent {
            let said = ErrorSentences.words(
                code: problem.rawValue, arguments: ["reason": view.dispatch.evidence ?? "-"])
            lines = [words(said.problem), words(said.nextStep)]
            if let evidence = view.dispatch.evidence { lines.append("(\(evidence))") }
        } else if let error = view.waitingFor {
            lines = [words(SyncSentences.words(errorClass: error).problem)]
        }
        return lines
    }

    /// The package or the files that belong to it.
    static func parts(_ view: DispatchView, _ words: Words) -> [String] {
        var parts = view.fileNames.map { words(DispatchStrings.file($0)) }
        if let shipment = view.dispatch.shipment {
            let carrier = shipment.carrierName ?? shipment.carrierCode
            parts.append(words(DispatchStrings.tracking(carrier, shipment.trackingNumber)))
        }
        return parts
    }
}
