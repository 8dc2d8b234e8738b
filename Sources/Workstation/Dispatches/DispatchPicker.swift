import HelpDesk
import Localization
import SwiftExtensions
import TerminalCore
import TerminalWidgets
import Wire

/// The list of what an order allows, and of what waits for a person's word.
enum DispatchPicker {
    static func items(_ offers: OrderOffers, _ words: Words) -> [PickerItem] {
        let open = offers.dispatches.filter { isOpen($0.dispatch) }.map { view in
            PickerItem(
                id: id(view), title: words(DispatchWords.action(view.dispatch.action)),
                detail: "! " + words(DispatchWords.state(view.dispatch.state)))
        }
        return open
            + offers.offers.map { offer in
                PickerItem(
                    id: offer.action, title: words(DispatchWords.action(offer.action)),
                    detail: detail(offer, words), keywords: offer.action)
            }
    }

    static func id(_ view: DispatchView) -> String { "#\(view.id.rawValue)" }

    /// A person can still do something about it.
    static func isOpen(_ dispatch: Dispatch) -> Bool {
        dispatch.state == .unknown || dispatch.state == .queued
    }

    private static func detail(_ offer: OrderOffer, _ words: Words) -> String {
        if let problem = DispatchWords.problem(offer) { return "- " + words(problem.problem) }
        return offer.rule.map { DispatchWords.limits($0, words) } ?? ""
    }

    /// The longer story of each item, shown beside the list.
    static func previews(
        _ offers: OrderOffers, _ model: WorkstationModel
    ) -> [String: String] {
        var previews: [String: String] = [:]
        for offer in offers.offers {
            previews[offer.action] = preview(offer, offers, model)
        }
        for view in offers.dispatches where isOpen(view.dispatch) {
            previews[id(view)] = preview(view, model)
        }
        return previews
    }

    private static func preview(
        _ offer: OrderOffer, _ offers: OrderOffers, _ model: WorkstationModel
    ) -> String {
        let words = model.words
        var lines = [words(DispatchWords.action(offer.action))]
        if let title = offer.title { lines.append("\"\(title)\"") }
        if let hint = offer.hint, !hint.isEmpty { lines.append(hint) }
        if let rule = offer.rule { lines += ["", DispatchWords.limits(rule, words)] }
        if let locale = offers.locale, offer.rule?.textLimit != nil {
            lines.append(words(DispatchStrings.locale(locale)))
        }
        if let window = offer.window {
            let time = model.localTime
            lines.append(
                words(
                    DispatchStrings.window(
                        time.date(window.opens, now: model.now),
                        time.date(window.closes, now: model.now))))
        }
        if let problem = DispatchWords.problem(offer) {
            lines += ["", words(problem.problem), words(problem.nextStep)]
            if let reason = offer.reason { lines.append("(\(reason))") }
        }
        return lines.joined(separator: "\n")
    }

    private static func preview(_ view: DispatchView, _ model: WorkstationModel) -> String {
        let words = model.words
        var lines = [
            words(DispatchWords.state(view.dispatch.state)), view.authorName,
            model.localTime.moment(view.dispatch.queuedAt, now: model.now),
        ]
        if let text = view.text { lines += ["", text] }
        if let evidence = view.dispatch.evidence { lines += ["", "(\(evidence))"] }
        return lines.joined(separator: "\n")
    }
}
